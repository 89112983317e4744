#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// Conservation: Little's law (1961), exact in nanoseconds, and customers and portions that do not vanish.
namespace fastfood::model {
namespace {

/// Total time in line, according to the records.
Duration time_in_line(const TracedRun& run) {
  Duration sum{};
  for (const OrderRecord& order : run.orders) {
    sum += order.started_at.value_or(order.left_at.value()) - order.arrived_at;
  }
  return sum;
}

/// Total time between asking and starting, over all steps at a station.
Duration time_asked_for(const TracedRun& run, std::size_t station) {
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

/// The length of the line at a station over time.
TimeWeighted line_at(const TracedRun& run, const std::string& station) {
  TimeWeighted line(run);
  for (const RecordedEvent& event : run.events) {
    if (event.where == station && (event.what == EventKind::asks || event.what == EventKind::starts)) {
      line.add(event.what == EventKind::asks ? 1 : -1, event.at);
    }
  }
  return line;
}

TimeWeighted line_before_servers(const TracedRun& run) {
  TimeWeighted line(run);
  for (const RecordedEvent& event : run.events) {
    line.add(line_change(event), event.at);
  }
  return line;
}

TimeWeighted inside(const TracedRun& run) {
  TimeWeighted customers(run);
  for (const RecordedEvent& event : run.events) {
    customers.add((event.what == EventKind::arrives ? 1 : 0) - (event.what == EventKind::leaves ? 1 : 0), event.at);
  }
  return customers;
}

void expect_line(const LineResult& shown, TimeWeighted counted, const TracedRun& run) {
  EXPECT_EQ(shown.mean, share(counted.area(), run.result.elapsed));
  EXPECT_EQ(shown.max, run.result.elapsed == Duration{} ? std::nullopt : std::optional(counted.max()));
}

TEST(LawsOfFlow, ReportedLinesAgreeWithEvents) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);

    expect_line(run.result.servers.line, line_before_servers(run), run);
    for (const StationResult& station : run.result.stations) {
      expect_line(station.line, line_at(run, station.name), run);
    }
  });
}

TEST(LawsOfFlow, LittlesLawHoldsForEveryLineAndForTheCounter) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
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

TEST(LawsOfFlow, TheMeanLineIsTheArrivalRateTimesTheMeanWait) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    const double elapsed = in_seconds(run.result.elapsed);

    for (const StationResult& station : run.result.stations) {
      const double waited = station.wait_time.mean.value_or(0) * static_cast<double>(station.uses);
      EXPECT_NEAR(station.line.mean.value_or(0) * elapsed, waited, 1e-12 * (1 + waited));
    }
    const stats::Summary& taken = run.result.wait_time;
    const stats::Summary& gone = run.result.reneged_after;
    const double waited = taken.mean.value_or(0) * static_cast<double>(taken.count) +
                          gone.mean.value_or(0) * static_cast<double>(gone.count);
    EXPECT_NEAR(run.result.servers.line.mean.value_or(0) * elapsed, waited, 1e-12 * (1 + waited));
  });
}

/// How the visits of a stream ended, according to the records. Without a stream, those of the orders.
CustomerCounts counted(const TracedRun& run, std::optional<StreamId> stream) {
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
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);

    CustomerCounts all = counted(run, std::nullopt);
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      const CustomerCounts& shown = run.result.streams.at(i).customers;
      EXPECT_EQ(shown, counted(run, StreamId(i)));
      all = {all.arrived + shown.arrived, all.served + shown.served, all.balked + shown.balked,
             all.reneged + shown.reneged, all.unfinished + shown.unfinished};
    }
    EXPECT_EQ(run.result.customers, all);
    EXPECT_EQ(all.arrived, ended(all));
    EXPECT_TRUE(spec.stop == Stop::at_until || all.unfinished == 0);
  });
}

TEST(LawsOfFlow, EveryCustomerWhoArrivesInTimeIsAdmitted) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(to_the_end(spec));
    const Instant close = spec.until.value_or(latest_instant);
    const auto in_time = std::ranges::count_if(spec.orders, [close](const OrderSpec& it) { return it.at <= close; });

    EXPECT_EQ(counted(run, std::nullopt).arrived, in_time);
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      const StreamSpec& stream = spec.arrivals[i];
      const std::int64_t came = run.result.streams.at(i).customers.arrived;
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

TEST(LawsOfFlow, TheWarmupOnlyFiltersTheRecords) {
  for_each_place([](CounterSpec spec) {
    const TracedRun after = trace(spec);
    const Instant warmup = std::exchange(spec.warmup, Instant{});
    TracedRun all = trace(spec);

    std::erase_if(all.orders, [warmup](const OrderRecord& order) { return order.arrived_at < warmup; });
    EXPECT_EQ(after.orders, all.orders);
    EXPECT_EQ(after.events, all.events);
  });
}

}  // namespace
}  // namespace fastfood::model
