#include <gtest/gtest.h>

#include <set>

#include "tests/system/laws.hpp"

/// What is true of people who take orders, hand over, attend to customers at stops and work at stations: nobody idles
/// while there is something to do, the more urgent goes first, and busy time equals work done.
namespace fastfood::model::laws_people_test {
namespace {

/// What people do, the most urgent first.
enum class Deed { hand_over, attend, work, take };

/// Something for somebody's hands: asked for, begun and ended at these instants. It is over at `gone` in any case.
struct Job {
  Deed deed;
  Instant asked;
  std::optional<Instant> begun;
  std::optional<Instant> ended;
  Instant gone;
  std::optional<StationId> station{};
  bool is_ones_own = false;  // only one person may do it: who took the order hands it over

  bool waits_at(Instant at) const { return asked <= at && at < begun.value_or(gone); }
  bool lasts_at(Instant at) const { return begun && *begun <= at && at < ended.value_or(gone); }
  Duration time() const { return begun ? ended.value_or(gone) - *begun : Duration{}; }
};

/// The same restaurant with one crew that does everything. Its stations are neither trays nor do they fail, and their
/// capacity does not change.
CounterSpec run_by_crew_of(std::int64_t people, CounterSpec spec) {
  ServerGroupSpec crew = spec.servers.empty() ? ServerGroupSpec{.order_time = 500ms} : spec.servers.front();
  crew.name = "crew";
  crew.count = people;
  crew.mode = Mode::async;
  crew.orders_in_flight = 1000;
  crew.lines.reset();
  crew.works_at.clear();
  for (StationSpec& station : spec.stations) {
    crew.works_at.emplace_back(crew.works_at.size());
    station.batch.reset();
    station.breakdown.reset();
    station.capacity = station.capacity.highest();
  }
  spec.servers = {crew};
  for (LineSpec& line : spec.lines) {
    for (StopSpec& stop : line.stops) {
      stop.by = stop.by ? std::optional(GroupId{0}) : std::nullopt;
    }
  }
  return to_the_end(std::move(spec));
}

void add_steps(std::vector<Job>& jobs, const CounterSpec& spec, const OrderRecord& order) {
  for (const ItemRecord& item : order.items) {
    for (const StepRecord& step : item.steps) {
      if (step.station) {
        const Duration attended = spec.stations[step.station->index()].attended.value_or(Duration::max() / 2);
        jobs.push_back({Deed::work, *step.asked_at, step.started_at,
                        std::min(*step.started_at + attended, *step.done_at), *step.done_at, step.station});
      }
    }
  }
}

void add_order(std::vector<Job>& jobs, const CounterSpec& spec, const OrderRecord& order) {
  const LineSpec& line = spec.lines[order.line.index()];
  Instant ready = order.prepared_from.value_or(order.ordered_at.value_or(Instant{}));
  for (const ItemRecord& item : order.items) {
    ready = std::max(ready, item.ready_at.value_or(Instant{}));
  }
  if (line.stops.empty()) {
    if (!order.ordered_at) {
      jobs.push_back({Deed::take, order.arrived_at, order.started_at, order.prepared_from, *order.left_at});
    }
    ready = std::max(ready, order.arrived_at);
  }
  for (const StopRecord& record : order.stops) {
    const StopSpec& stop = line.stops[record.stop];
    const Instant gone = std::min(record.left_at.value_or(*order.left_at), *order.left_at);
    if (record.entered_at && stop.is_order() && !stop.is_kiosk() && !order.ordered_at) {
      jobs.push_back({Deed::take, *record.entered_at, order.started_at, order.prepared_from, gone});
    }
    if (record.entered_at && stop.by && stop.kind == StopKind::other) {
      jobs.push_back({Deed::attend, *record.entered_at, record.attended_from, record.done_at, gone});
    }
    if (record.entered_at && stop.is_collect()) {
      ready = std::max(ready, *record.entered_at);
    }
  }
  if (order.served_at) {
    const bool is_ones_own = order.server && (line.stops.empty() || !line.stops[line.collect_stop()].by);
    jobs.push_back(
        {Deed::hand_over, ready, order.handed_over_from, order.served_at, *order.served_at, std::nullopt, is_ones_own});
  }
}

/// All that the crew had to do, according to the records.
std::vector<Job> jobs_of(const TracedRun& run) {
  std::vector<Job> jobs;
  for (const OrderRecord& order : run.orders) {
    add_steps(jobs, run.spec, order);
    add_order(jobs, run.spec, order);
  }
  return jobs;
}

/// How many units of a station are in use.
std::int64_t in_use_at(const TracedRun& run, StationId station, Instant at) {
  std::int64_t count = 0;
  for (const OrderRecord& order : run.orders) {
    for (const ItemRecord& item : order.items) {
      count += std::ranges::count_if(item.steps, [=](const StepRecord& it) {
        return it.station == station && *it.started_at <= at && at < *it.done_at;
      });
    }
  }
  return count;
}

/// Returns whether any person with free hands could do it after all that happens at this instant.
bool could_begin(const TracedRun& run, const Job& job, Instant at) {
  const bool is_only_person = run.result.servers.each.size() == 1;
  if (!job.waits_at(at) || (job.is_ones_own && !is_only_person)) {
    return false;
  }
  return !job.station || in_use_at(run, *job.station, at) < run.spec.stations[job.station->index()].capacity.highest();
}

/// Calls `law` with each run by a crew of one or two, and its jobs.
template <class Law>
void for_each_crew(Law law) {
  std::int64_t people = 1;
  for_each_restaurant([&](const CounterSpec& spec) {
    const TracedRun run = trace(run_by_crew_of(people, spec));
    law(run, jobs_of(run));
    people = 3 - people;
  });
}

/// Calls `check` with each run by a crew, its jobs, and each instant at which something happens.
template <class Check>
void for_each_instant(Check check) {
  for_each_crew([&check](const TracedRun& run, const std::vector<Job>& jobs) {
    std::set<Instant> instants;
    for (const RecordedEvent& event : run.events) {
      instants.emplace(event.at);
    }
    for (const Instant at : instants) {
      check(run, jobs, at);
    }
  });
}

TEST(LawsOfPeople, NobodyIdlesWhileThereIsSomethingToDo) {
  for_each_instant([](const TracedRun& run, const std::vector<Job>& jobs, Instant at) {
    const auto busy = std::ranges::count_if(jobs, [at](const Job& it) { return it.lasts_at(at); });
    const std::int64_t people = std::ssize(run.result.servers.each);
    EXPECT_LE(busy, people) << seconds(at);
    for (const Job& job : jobs) {
      EXPECT_FALSE(busy < people && could_begin(run, job, at)) << static_cast<int>(job.deed) << " at " << seconds(at);
    }
  });
}

TEST(LawsOfPeople, TheMoreUrgentGoesFirst) {
  for_each_instant([](const TracedRun& run, const std::vector<Job>& jobs, Instant at) {
    std::optional<Deed> least;  // the least urgent that somebody begins now, and that takes time
    for (const Job& job : jobs) {
      if (job.begun == at && job.lasts_at(at)) {
        least = std::max(least.value_or(job.deed), job.deed);
      }
    }
    // Work of no time may have held the last unit when the people chose.
    const bool is_clear = std::ranges::none_of(
        jobs, [at](const Job& it) { return it.deed == Deed::work && it.begun == at && it.gone == at; });
    for (const Job& job : jobs) {
      const bool is_passed_over = least && job.deed < *least && job.asked < at && could_begin(run, job, at) &&
                                  (job.deed != Deed::work || is_clear);
      EXPECT_FALSE(is_passed_over) << static_cast<int>(job.deed) << " at " << seconds(at);
    }
  });
}

TEST(LawsOfPeople, BusyTimeIsTheSumOfAllThatPeopleDo) {
  for_each_crew([](const TracedRun& run, const std::vector<Job>& jobs) {
    Duration work{};
    for (const Job& job : jobs) {
      work += job.time();
    }
    const std::int64_t people = std::ssize(run.result.servers.each);
    EXPECT_EQ(run.result.servers.utilization, share(work, people * run.result.elapsed));
  });
}

TEST(LawsOfPeople, NoMoreWorkAtAStationThanWorkThere) {
  for_each_restaurant([](const CounterSpec& spec) {
    std::map<std::string, std::int64_t> people;
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      for (const ServerGroupSpec& group : spec.servers) {
        people[spec.stations[i].name] +=
            group.works_at_station(StationId(i)) ? static_cast<std::int64_t>(group.people()) : 0;
      }
    }
    std::map<std::string, std::int64_t> working;
    for (const RecordedEvent& event : trace(spec).events) {
      if (people.contains(event.where) && event.what == EventKind::starts_work) {
        EXPECT_LE(++working[event.where], people[event.where]) << event.where;
      } else if (people.contains(event.where) && event.what == EventKind::ends_work) {
        EXPECT_GE(--working[event.where], 0) << event.where;
      }
    }
  });
}

}  // namespace
}  // namespace fastfood::model::laws_people_test
