#include <gtest/gtest.h>

#include <deque>

#include "tests/system/laws.hpp"

/// What is true of all stations: who is served next, that no unit stands idle while it is needed, that busy time is
/// work done, and that no portion appears or vanishes.
namespace fastfood::model {
namespace {

/// One station as its events make it.
class Watch {
 public:
  Watch(const WatchedRun& run, const StationSpec& spec) : in_use(run), spec_(spec), queue_(run.spec), from_(run.from) {}

  /// What holds at each instant is expected here.
  void see(const Told& event) {
    pass_to(event.at);
    if (event.where == spec_.name) {
      note(event);
    }
  }

  /// The clock goes there; what stood until then stood for some time.
  void pass_to(Duration at) {
    if (at != now_) {
      EXPECT_TRUE(!is_needed() || in_use.now() + broken_ >= value_at(spec_.capacity, at - 1ns)) << "at " << at.count();
      now_ = at;
    }
  }

  Tide in_use;
  std::int64_t batches = 0;  // put on, and portions thrown away, since the warm-up
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

  /// Whether somebody waits for whom nothing is in use, or, at a tray, something is to be put on.
  bool is_needed() const {
    return spec_.batch ? ready() + in_use.now() * spec_.batch->size - queue_.length() < spec_.batch->refill_below
                       : queue_.length() != 0;
  }

  void note(const Told& event) {
    switch (event.what) {
      case EventKind::asks:
        queue_.comes(event.customer);
        break;
      case EventKind::starts:
        EXPECT_EQ(event.customer, queue_.first());
        queue_.goes(event.customer);
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
    EXPECT_LE(in_use.now(), value_at(spec_.capacity, now_)) << "at " << now_.count();
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
  std::int64_t broken_ = 0;  // failed, and not yet repaired
};

Watch watch_station(const WatchedRun& run, const StationSpec& spec) {
  Watch station(run, spec);
  for (const Told& event : run.events) {
    station.see(event);
  }
  return station;
}

TEST(LawsOfEquipment, TheFirstInLineIsServedAsSoonAsAUnitIsFreeAndPortionsAreTakenOldestFirst) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(spec);
    for (const StationSpec& station : spec.stations) {
      SCOPED_TRACE(station.name);
      watch_station(run, station).pass_to(run.end);
    }
  });
}

TEST(LawsOfEquipment, CookedPortionsAreTakenOrThrownAwayOrStillThere) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(spec);
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const Watch station = watch_station(run, spec.stations[i]);

      EXPECT_EQ(run.seen.stations.at(i).batches, station.batches);
      EXPECT_EQ(run.seen.stations.at(i).wasted, station.wasted);
    }
  });
}

TEST(LawsOfEquipment, ATrayOnDemandCooksNoBatchThatNobodyNeeded) {
  for_each_counter([](CounterSpec spec) {
    for (StationSpec& station : spec.stations) {
      if (station.batch) {
        station.batch->refill_below = 0;
        station.batch->hold.reset();
      }
    }
    const WatchedRun run = watch(to_the_end(spec));
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const StationResult& seen = run.seen.stations.at(i);
      const std::int64_t size = spec.stations[i].batch ? spec.stations[i].batch->size : 0;
      EXPECT_EQ(seen.batches, size == 0 ? 0 : (seen.uses + size - 1) / size);
      EXPECT_EQ(seen.wasted, 0);
    }
  });
}

/// The steps at a station are used, and how long they took, by the records.
std::pair<std::int64_t, Duration> work_at(const WatchedRun& run, std::size_t station) {
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
    const WatchedRun run = watch(to_the_end(spec));
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const auto [steps, work] = work_at(run, i);
      EXPECT_EQ(run.seen.stations.at(i).uses, steps);
      EXPECT_EQ(run.seen.stations.at(i).wait_time.count, steps);
      if (!spec.stations[i].batch) {
        EXPECT_EQ(watch_station(run, spec.stations[i]).in_use.area(), work);
      }
    }
  });
}

/// How long units were there, where none is ever under repair: as many as are to be, or as are in use.
Duration time_there(const WatchedRun& run, const StationSpec& spec) {
  Tide there(run);
  std::int64_t in_use = 0;
  const auto set = [&](Duration at) { there.add(std::max(value_at(spec.capacity, at), in_use) - there.now(), at); };
  auto step = spec.capacity.steps.begin();
  for (const Told& event : run.events) {
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

TEST(LawsOfEquipment, UtilizationIsTimeInUseInTimeThere) {
  for_each_counter([](CounterSpec spec) {
    std::ranges::for_each(spec.stations, [](StationSpec& station) { station.breakdown.reset(); });
    const WatchedRun run = watch(spec);
    double equipment = 0;
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const Duration there = time_there(run, spec.stations[i]);
      EXPECT_EQ(run.seen.stations.at(i).utilization, share(watch_station(run, spec.stations[i]).in_use.area(), there));
      equipment += spec.stations[i].cost_per_hour.value_or(0) * in_seconds(there) / 3600;
    }
    if (run.seen.money) {
      expect_close(run.seen.money->equipment, equipment);
    }
  });
}

TEST(LawsOfEquipment, UnitsThatFailAreDownFromTheFailureOrTheEndOfWhatTheyHaveToTheRepair) {
  for_each_counter([](CounterSpec spec) {
    std::ranges::for_each(spec.stations, [](StationSpec& station) { station.capacity = 1; });
    const WatchedRun run = watch(spec);
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      const StationSpec& station = spec.stations[i];
      Tide down(run);
      bool is_in_use = false;
      bool has_failed = false;
      for (const Told& event : run.events) {
        if (event.where == station.name) {
          const bool begins = event.what == (station.batch ? EventKind::batch_on : EventKind::starts);
          const bool ends = event.what == (station.batch ? EventKind::batch_done : EventKind::ends);
          is_in_use = (is_in_use || begins) && !ends;
          has_failed = (has_failed || event.what == EventKind::fails) && event.what != EventKind::repaired;
          EXPECT_FALSE(begins && has_failed);
        }
        down.add((has_failed && !is_in_use ? 1 : 0) - down.now(), event.at);
      }
      EXPECT_EQ(run.seen.stations.at(i).down, share(down.area(), run.seen.elapsed));
    }
  });
}

/// A station of at most one unit, whose clocks its events show.
class Clocks {
 public:
  explicit Clocks(const StationSpec& spec) : spec_(spec) {}

  /// It fails after so long, and is repaired in so long, of which it was there.
  void see(const Told& event) {
    pass_to(event.at);
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

  /// The schedule's steps on the way are instants as events are.
  void pass_to(Duration at) {
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

TEST(LawsOfEquipment, AUnitGrowsOlderAndIsRepairedOnlyWhileItIsThere) {
  for_each_counter([](const CounterSpec& made_up) {
    CounterSpec spec = of_constant_times(made_up);
    for (StationSpec& station : spec.stations) {
      for (ScheduleStep<std::int64_t>& step : station.capacity.steps) {
        step.value = std::min<std::int64_t>(step.value, 1);
      }
      station.breakdown = station.breakdown.value_or(BreakdownSpec{2250ms, 500ms});
    }
    const WatchedRun run = watch(spec);
    for (const StationSpec& station : spec.stations) {
      Clocks clocks(station);
      std::ranges::for_each(run.events, [&clocks](const Told& event) { clocks.see(event); });
    }
  });
}

}  // namespace
}  // namespace fastfood::model
