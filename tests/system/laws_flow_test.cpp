#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// What flows in flows out: Little's law (1961), in whole nanoseconds, and customers and portions that do not vanish.
namespace fastfood::model {
namespace {

/// Time in the line of those who stood there, as their records have it.
Duration time_in_line(const WatchedRun& run) {
  Duration sum{};
  for (const OrderRecord& order : run.orders) {
    sum += order.started_at.value_or(order.left_at.value()) - order.arrived_at;
  }
  return sum;
}

/// Time between asking and starting of all steps at a station.
Duration time_asked_for(const WatchedRun& run, std::size_t station) {
  Duration sum{};
  for (const OrderRecord& order : run.orders) {
    for (const ItemRecord& item : order.items) {
      for (const StepRecord& step : item.steps) {
        sum += step.station == StationId(station) ? *step.started_at - *step.asked_at : Duration{};
      }
    }
  }
  return sum;
}

/// How many stood in the line of a station.
Tide line_at(const WatchedRun& run, const std::string& station) {
  Tide line(run);
  for (const Told& event : run.events) {
    if (event.where == station && (event.what == EventKind::asks || event.what == EventKind::starts)) {
      line.add(event.what == EventKind::asks ? 1 : -1, event.at);
    }
  }
  return line;
}

Tide line_before_servers(const WatchedRun& run) {
  Tide line(run);
  for (const Told& event : run.events) {
    line.add(line_change(event), event.at);
  }
  return line;
}

Tide inside(const WatchedRun& run) {
  Tide customers(run);
  for (const Told& event : run.events) {
    customers.add((event.what == EventKind::arrives ? 1 : 0) - (event.what == EventKind::leaves ? 1 : 0), event.at);
  }
  return customers;
}

void expect_line(const LineResult& shown, Tide counted, const WatchedRun& run) {
  EXPECT_EQ(shown.mean, share(counted.area(), run.seen.elapsed));
  EXPECT_EQ(shown.max, run.seen.elapsed == Duration{} ? std::nullopt : std::optional(counted.most()));
}

TEST(LawsOfFlow, LinesAreShownAsLongAsEventsMakeThem) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(spec);

    expect_line(run.seen.servers.line, line_before_servers(run), run);
    for (const StationResult& station : run.seen.stations) {
      expect_line(station.line, line_at(run, station.name), run);
    }
  });
}

TEST(LawsOfFlow, LittlesLawHoldsInEveryLineAndForAllInside) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(to_the_end(spec));
    Duration time_inside{};
    for (const OrderRecord& order : run.orders) {
      time_inside += order.left_at.value() - order.arrived_at;
    }

    EXPECT_EQ(line_before_servers(run).area(), time_in_line(run));
    EXPECT_EQ(inside(run).area(), time_inside);
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      EXPECT_EQ(line_at(run, spec.stations[i].name).area(), time_asked_for(run, i));
    }
  });
}

TEST(LawsOfFlow, TheLengthOfALineIsTheRateTimesTheMeanWait) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(to_the_end(spec));
    const double elapsed = in_seconds(run.seen.elapsed);

    for (const StationResult& station : run.seen.stations) {
      const double waited = station.wait_time.mean.value_or(0) * static_cast<double>(station.uses);
      EXPECT_NEAR(station.line.mean.value_or(0) * elapsed, waited, 1e-12 * (1 + waited));
    }
    const stats::Summary& taken = run.seen.wait_time;
    const stats::Summary& gone = run.seen.reneged_after;
    const double waited = taken.mean.value_or(0) * static_cast<double>(taken.count) +
                          gone.mean.value_or(0) * static_cast<double>(gone.count);
    EXPECT_NEAR(run.seen.servers.line.mean.value_or(0) * elapsed, waited, 1e-12 * (1 + waited));
  });
}

/// How visits of a stream (none: of orders) ended, by the records.
CustomerCounts counted(const WatchedRun& run, std::optional<StreamId> stream) {
  CustomerCounts counts;
  for (const OrderRecord& order : run.orders) {
    if (order.stream == stream) {
      ++counts.arrived;
      counts.leave(order.outcome);
      counts.unfinished += order.outcome == Outcome::unfinished ? 1 : 0;
    }
  }
  return counts;
}

std::int64_t ended(const CustomerCounts& counts) {
  return counts.served + counts.balked + counts.reneged + counts.unfinished;
}

TEST(LawsOfFlow, EveryCustomerIsServedBalksRenegesOrIsUnfinished) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(spec);

    CustomerCounts all = counted(run, std::nullopt);
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      const CustomerCounts& shown = run.seen.streams.at(i).customers;
      EXPECT_EQ(shown, counted(run, StreamId(i)));
      all = {all.arrived + shown.arrived, all.served + shown.served, all.balked + shown.balked,
             all.reneged + shown.reneged, all.unfinished + shown.unfinished};
    }
    EXPECT_EQ(run.seen.customers, all);
    EXPECT_EQ(all.arrived, ended(all));
    EXPECT_TRUE(spec.stop == Stop::at_until || all.unfinished == 0);
  });
}

TEST(LawsOfFlow, EveryCustomerInTimeIsAdmitted) {
  for_each_counter([](const CounterSpec& spec) {
    const WatchedRun run = watch(to_the_end(spec));
    const Instant close = spec.until.value_or(latest_instant);
    const auto in_time = std::ranges::count_if(spec.orders, [close](const OrderSpec& it) { return it.at <= close; });

    EXPECT_EQ(counted(run, std::nullopt).arrived, in_time);
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      const StreamSpec& stream = spec.arrivals[i];
      const std::int64_t came = run.seen.streams.at(i).customers.arrived;
      if (const auto* schedule = std::get_if<ScheduleSpec>(&stream.when)) {
        EXPECT_EQ(came, std::ranges::count_if(schedule->times, [close](Instant it) { return it <= close; }));
      } else if (!spec.until && !stream.until) {
        EXPECT_EQ(came, stream.count);
      } else {
        EXPECT_LE(came, stream.count.value_or(came));
      }
    }
  });
}

TEST(LawsOfFlow, OnlyThoseAfterTheWarmUpAreRecordedAndTheyAreTheSameAsWithoutIt) {
  for_each_counter([](CounterSpec spec) {
    const WatchedRun after = watch(spec);
    const Instant warmup = std::exchange(spec.warmup, Instant{});
    WatchedRun all = watch(spec);

    std::erase_if(all.orders, [warmup](const OrderRecord& order) { return order.arrived_at < warmup; });
    EXPECT_EQ(after.orders, all.orders);
    EXPECT_EQ(after.events, all.events);
  });
}

}  // namespace
}  // namespace fastfood::model
