#include <gtest/gtest.h>

#include <deque>

#include "tests/system/laws.hpp"

/// What is true of all stations: who is served next, that no unit idles while it is needed, that busy time equals work
/// done, and that no portion appears or vanishes.
namespace fastfood::model {
namespace {

/// Replays the events of one station and checks them.
class StationReplay {
 public:
  StationReplay(const TracedRun& run, const StationSpec& spec)
      : in_use(run), spec_(spec), queue_(run.spec), from_(run.from) {}

  /// Applies an event and checks what must hold at that instant.
  void apply(const RecordedEvent& event) {
    advance_to(event.at);
    if (event.where == spec_.name) {
      note(event);
    }
  }

  /// Advances the clock. Checks that the state until now was allowed to last.
  void advance_to(Duration at) {
    if (at != now_) {
      EXPECT_TRUE(!is_needed() || in_use.value() + broken_ >= value_at(spec_.capacity, at - 1ns))
          << "at " << at.count();
      now_ = at;
    }
  }

  TimeWeighted in_use;
  std::int64_t batches = 0;  // batches started and portions wasted since the warm-up
  std::int64_t wasted = 0;

 private:
  struct Ready {
    Duration since;
    std::int64_t portions;
  };

  std::int64_t ready() const {
    std::int64_t sum = 0;
    for (const Ready& batch : ready_) {
      sum += batch.portions;
    }
    return sum;
  }

  /// True if a customer waits for a unit or, at a tray, if a batch must be started.
  bool is_needed() const {
    return spec_.batch ? ready() + in_use.value() * spec_.batch->size - queue_.length() < spec_.batch->refill_below
                       : queue_.length() != 0;
  }

  void note(const RecordedEvent& event) {
    switch (event.what) {
      case EventKind::asks:
        queue_.enter(event.customer);
        break;
      case EventKind::starts:
        EXPECT_EQ(event.customer, queue_.first());
        queue_.leave(event.customer);
        spec_.batch ? take_portion() : take_unit();
        break;
      case EventKind::ends:
        in_use.add(spec_.batch ? 0 : -1, now_);
        break;
      case EventKind::batch_on:
        take_unit();
        batches += now_ >= from_ ? 1 : 0;
        break;
      case EventKind::batch_done:
        in_use.add(-1, now_);
        ready_.push_back({now_, spec_.batch->size});
        break;
      case EventKind::wasted:
        throw_away();
        break;
      default:
        broken_ += event.what == EventKind::fails ? 1 : -1;
    }
  }

  void take_unit() {
    in_use.add(1, now_);
    EXPECT_LE(in_use.value(), value_at(spec_.capacity, now_)) << "at " << now_.count();
  }

  void take_portion() {
    ASSERT_FALSE(ready_.empty());
    EXPECT_LE(now_ - ready_.front().since, spec_.batch->hold.value_or(now_));
    if (--ready_.front().portions == 0) {
      ready_.pop_front();
    }
  }

  void throw_away() {
    ASSERT_FALSE(ready_.empty());
    EXPECT_EQ(now_ - ready_.front().since, spec_.batch->hold);
    wasted += now_ >= from_ ? ready_.front().portions : 0;
    ready_.pop_front();
  }

  const StationSpec& spec_;
  Queue queue_;
  Duration from_;
  Duration now_{};
  std::deque<Ready> ready_;
  std::int64_t broken_ = 0;  // units that have failed and are not yet repaired
};

StationReplay replay_station(const TracedRun& run, const StationSpec& spec) {
  StationReplay station(run, spec);
  for (const RecordedEvent& event : run.events) {
    station.apply(event);
  }
  return station;
}

TEST(LawsOfEquipment, TheFirstInLineIsServedAsSoonAsAUnitIsFreeAndPortionsAreTakenOldestFirst) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    for (const StationSpec& station : spec.stations) {
      SCOPED_TRACE(station.name);
      replay_station(run, station).advance_to(run.end);
    }
  });
}

TEST(LawsOfEquipment, CookedPortionsAreTakenWastedOrLeft) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const StationReplay station = replay_station(run, spec.stations[i]);

      EXPECT_EQ(run.result.stations.at(i).batches, station.batches);
      EXPECT_EQ(run.result.stations.at(i).wasted, station.wasted);
    }
  });
}

TEST(LawsOfEquipment, ATrayOnDemandCooksNoUnneededBatch) {
  for_each_place([](CounterSpec spec) {
    for (StationSpec& station : spec.stations) {
      if (station.batch) {
        station.batch->refill_below = 0;
        station.batch->hold.reset();
      }
    }
    const TracedRun run = trace(to_the_end(spec));
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const StationResult& result = run.result.stations.at(i);
      const std::int64_t size = spec.stations[i].batch ? spec.stations[i].batch->size : 0;
      EXPECT_EQ(result.batches, size == 0 ? 0 : (result.uses + size - 1) / size);
      EXPECT_EQ(result.wasted, 0);
    }
  });
}

/// How many steps the station served, and how long they took, according to the records.
std::pair<std::int64_t, Duration> work_at(const TracedRun& run, std::size_t station) {
  std::pair<std::int64_t, Duration> work{};
  for (const OrderRecord& order : run.orders) {
    for (const ItemRecord& item : order.items) {
      for (const StepRecord& step : item.steps) {
        if (step.station == StationId(station)) {
          ++work.first;
          work.second += *step.done_at - *step.started_at;
        }
      }
    }
  }
  return work;
}

TEST(LawsOfEquipment, TimeInUseIsTheSumOfTheSteps) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const auto [steps, work] = work_at(run, i);
      EXPECT_EQ(run.result.stations.at(i).uses, steps);
      EXPECT_EQ(run.result.stations.at(i).wait_time.count, steps);
      if (!spec.stations[i].batch) {
        EXPECT_EQ(replay_station(run, spec.stations[i]).in_use.area(), work);
      }
    }
  });
}

/// How long units were present if none breaks down: as many as are scheduled or in use, whichever is more.
Duration time_there(const TracedRun& run, const StationSpec& spec) {
  TimeWeighted there(run);
  std::int64_t in_use = 0;
  const auto set = [&](Duration at) { there.add(std::max(value_at(spec.capacity, at), in_use) - there.value(), at); };
  auto step = spec.capacity.steps.begin();
  for (const RecordedEvent& event : run.events) {
    for (; step != spec.capacity.steps.end() && step->from.time_since_epoch() <= event.at; ++step) {
      set(step->from.time_since_epoch());
    }
    if (event.where == spec.name) {
      const bool begins = event.what == (spec.batch ? EventKind::batch_on : EventKind::starts);
      const bool ends = event.what == (spec.batch ? EventKind::batch_done : EventKind::ends);
      in_use += begins ? 1 : ends ? -1 : 0;
      set(event.at);
    }
  }
  for (; step != spec.capacity.steps.end() && step->from.time_since_epoch() <= run.end; ++step) {
    set(step->from.time_since_epoch());
  }
  return there.area();
}

TEST(LawsOfEquipment, UtilizationIsTimeInUsePerTimePresent) {
  for_each_counter([](CounterSpec spec) {
    std::ranges::for_each(spec.stations, [](StationSpec& station) { station.breakdown.reset(); });
    const TracedRun run = trace(spec);
    double equipment = 0;
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const Duration there = time_there(run, spec.stations[i]);
      EXPECT_EQ(run.result.stations.at(i).utilization,
                share(replay_station(run, spec.stations[i]).in_use.area(), there));
      equipment += spec.stations[i].cost_per_hour.value_or(0) * in_seconds(there) / 3600;
    }
    if (run.result.money) {
      expect_close(run.result.money->equipment, equipment);
    }
  });
}

TEST(LawsOfEquipment, AFailedUnitIsDownFromTheFailureOrTheEndOfItsStepToTheRepair) {
  for_each_place([](CounterSpec spec) {
    std::ranges::for_each(spec.stations, [](StationSpec& station) { station.capacity = 1; });
    const TracedRun run = trace(spec);
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const StationSpec& station = spec.stations[i];
      TimeWeighted down(run);
      bool is_in_use = false;
      bool has_failed = false;
      for (const RecordedEvent& event : run.events) {
        if (event.where == station.name) {
          const bool begins = event.what == (station.batch ? EventKind::batch_on : EventKind::starts);
          const bool ends = event.what == (station.batch ? EventKind::batch_done : EventKind::ends);
          is_in_use = (is_in_use || begins) && !ends;
          has_failed = (has_failed || event.what == EventKind::fails) && event.what != EventKind::repaired;
          EXPECT_FALSE(begins && has_failed);
        }
        down.add((has_failed && !is_in_use ? 1 : 0) - down.value(), event.at);
      }
      EXPECT_EQ(run.result.stations.at(i).down, share(down.area(), run.result.elapsed));
    }
  });
}

/// Replays the failure clocks of a station with at most one unit.
class FailureClocks {
 public:
  explicit FailureClocks(const StationSpec& spec) : spec_(spec) {}

  /// Expects the unit to fail after `time_between` and to be repaired after `repair`, counting only the time it was
  /// present.
  void apply(const RecordedEvent& event) {
    advance_to(event.at);
    if (event.where != spec_.name) {
      return;
    }
    const bool begins = event.what == (spec_.batch ? EventKind::batch_on : EventKind::starts);
    const bool ends = event.what == (spec_.batch ? EventKind::batch_done : EventKind::ends);
    is_in_use_ = (is_in_use_ || begins) && !ends;
    if (event.what == EventKind::fails) {
      EXPECT_EQ(up_, length_of(spec_.breakdown->time_between));
      up_ = {};
      has_failed_ = true;
    } else if (event.what == EventKind::repaired) {
      EXPECT_EQ(under_repair_, length_of(spec_.breakdown->repair));
      under_repair_ = {};
      has_failed_ = false;
    }
  }

 private:
  static Duration length_of(const random::Distribution& time) { return std::get<random::Constant>(time).value; }

  /// Advances in steps: the changes of the schedule count as instants, as events do.
  void advance_to(Duration at) {
    for (const ScheduleStep<std::int64_t>& step : spec_.capacity.steps) {
      pass(std::clamp(step.from.time_since_epoch(), now_, at));
    }
    pass(at);
  }

  void pass(Duration at) {
    const bool is_there = is_in_use_ || value_at(spec_.capacity, now_) != 0;
    const Duration span = is_there ? at - now_ : Duration{};
    up_ += has_failed_ ? Duration{} : span;
    under_repair_ += has_failed_ && !is_in_use_ ? span : Duration{};
    now_ = at;
  }

  const StationSpec& spec_;
  Duration now_{};
  Duration up_{};
  Duration under_repair_{};
  bool is_in_use_ = false;
  bool has_failed_ = false;
};

TEST(LawsOfEquipment, AUnitAgesAndIsRepairedOnlyWhileItIsPresent) {
  for_each_place([](const CounterSpec& original) {
    CounterSpec spec = of_constant_times(original);
    for (StationSpec& station : spec.stations) {
      for (ScheduleStep<std::int64_t>& step : station.capacity.steps) {
        step.value = std::min<std::int64_t>(step.value, 1);
      }
      station.breakdown = station.breakdown.value_or(BreakdownSpec{2250ms, 500ms});
    }
    const TracedRun run = trace(spec);
    for (const StationSpec& station : spec.stations) {
      FailureClocks clocks(station);
      std::ranges::for_each(run.events, [&clocks](const RecordedEvent& event) { clocks.apply(event); });
    }
  });
}

}  // namespace
}  // namespace fastfood::model
