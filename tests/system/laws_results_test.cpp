#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// What is true of the results of every run: their bounds, and their agreement with each other and with the records.
namespace fastfood::model {
namespace {

constexpr double rounding = 1e-12;

bool is_share(const std::optional<double>& value) { return !value || (*value >= 0 && *value <= 1); }

TEST(LawsOfResults, SharesOfTimeAreBetweenZeroAndOne) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    EXPECT_TRUE(is_share(run.result.servers.utilization));
    for (const ServerResult& server : run.result.servers.each) {
      EXPECT_TRUE(is_share(server.utilization)) << server.name;
    }
    for (const StationResult& station : run.result.stations) {
      EXPECT_TRUE(is_share(station.utilization)) << station.name;
      EXPECT_TRUE(is_share(station.down)) << station.name;
      EXPECT_LE(station.utilization.value_or(0) + station.down.value_or(0), 1 + rounding) << station.name;
      EXPECT_EQ(station.utilization.has_value(), station.down.has_value()) << station.name;
    }
  });
}

void expect_lines_in_bounds(const LineResult& line) {
  EXPECT_EQ(line.mean.has_value(), line.max.has_value());
  EXPECT_GE(line.mean.value_or(0), 0);
  EXPECT_LE(line.mean.value_or(0), static_cast<double>(line.max.value_or(0)));
}

TEST(LawsOfResults, TheMeanOfALineIsAtMostItsMaximum) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    expect_lines_in_bounds(run.result.servers.line);
    std::ranges::for_each(run.result.stations, expect_lines_in_bounds, &StationResult::line);
  });
}

void expect_summary_of(const stats::Summary& summary, std::vector<Duration> times) {
  EXPECT_EQ(summary, stats::summarize(std::span<const Duration>(times)));
  if (summary.count == 0) {
    EXPECT_EQ(summary, stats::Summary{});
    return;
  }
  const Seconds rising = {*summary.min, *summary.p50, *summary.p90, *summary.p95, *summary.p99, *summary.max};
  EXPECT_TRUE(std::ranges::is_sorted(rising));
  EXPECT_TRUE(*summary.min <= *summary.mean && *summary.mean <= *summary.max);
  EXPECT_EQ(*summary.min, in_seconds(std::ranges::min(times)));
  EXPECT_EQ(*summary.max, in_seconds(std::ranges::max(times)));
  EXPECT_EQ(summary.sd.has_value(), summary.count > 1);
  EXPECT_TRUE(!summary.sd || (*summary.sd >= 0 && *summary.sd <= *summary.max - *summary.min + rounding));
}

/// The time between two instants of each order that has both.
template <class From, class To>
std::vector<Duration> spans(const std::vector<OrderRecord>& orders, From from, To to) {
  std::vector<Duration> all;
  for (const OrderRecord& order : orders) {
    const std::optional<Instant> begin = order.*from;
    const std::optional<Instant> end = order.*to;
    if (begin && end) {
      all.push_back(*end - *begin);
    }
  }
  return all;
}

std::vector<OrderRecord> those(std::vector<OrderRecord> orders, auto is_one) {
  std::erase_if(orders, [&is_one](const OrderRecord& order) { return !is_one(order); });
  return orders;
}

TEST(LawsOfResults, SummariesAgreeWithTheRecords) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    using Order = OrderRecord;
    const auto gone = those(run.orders, [](const Order& it) { return it.outcome == Outcome::reneged; });
    expect_summary_of(run.result.wait_time, spans(run.orders, &Order::arrived_at, &Order::started_at));
    expect_summary_of(run.result.service_time, spans(run.orders, &Order::started_at, &Order::served_at));
    expect_summary_of(run.result.total_time, spans(run.orders, &Order::arrived_at, &Order::served_at));
    expect_summary_of(run.result.reneged_after, spans(gone, &Order::arrived_at, &Order::left_at));
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      const auto its = those(run.orders, [i](const Order& it) { return it.stream == StreamId(i); });
      const StreamResult& stream = run.result.streams.at(i);
      expect_summary_of(stream.wait_time, spans(its, &Order::arrived_at, &Order::started_at));
      expect_summary_of(stream.total_time, spans(its, &Order::arrived_at, &Order::served_at));
    }
  });
}

TEST(LawsOfResults, WaitsAtAStationAgreeWithTheSteps) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    std::vector<std::vector<Duration>> waits(spec.stations.size());
    for (const OrderRecord& order : run.orders) {
      for (const ItemRecord& item : order.items) {
        for (const StepRecord& step : item.steps) {
          if (step.station && step.started_at) {
            waits[step.station->index()].push_back(*step.started_at - *step.asked_at);
          }
        }
      }
    }
    for (std::size_t i = 0; i != spec.stations.size(); ++i) {
      expect_summary_of(run.result.stations.at(i).wait_time, waits[i]);
      EXPECT_EQ(run.result.stations.at(i).uses, std::ssize(waits[i]));
    }
  });
}

/// The `satisfied` result of these orders, according to the records; `aim` is the target of all of them.
Satisfied satisfied_of(const CounterSpec& spec, const std::vector<OrderRecord>& orders,
                       const std::optional<TargetSpec>& aim) {
  Satisfied all;
  std::int64_t ended = 0;
  for (const OrderRecord& order : orders) {
    if (const auto target = nearest_target(spec, order)) {
      ended += order.left_at ? 1 : 0;
      all.count += order.served_at && *order.served_at - order.arrived_at <= target->total_time ? 1 : 0;
    }
  }
  if (ended != 0) {
    all.fraction = static_cast<double>(all.count) / static_cast<double>(ended);
  }
  if (aim) {
    all.target = aim->total_time;
    all.aim = aim->fraction;
    all.met = all.fraction ? std::optional(*all.fraction >= aim->fraction) : std::nullopt;
  }
  return all;
}

TEST(LawsOfResults, SatisfiedCustomersAreThoseServedWithinTheNearestTarget) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    const auto none = spec.has_target() ? std::nullopt : run.result.satisfied;
    EXPECT_EQ(none, std::nullopt);
    if (spec.has_target()) {
      EXPECT_EQ(run.result.satisfied, satisfied_of(spec, run.orders, spec.target));
    }
    for (std::size_t i = 0; i != spec.arrivals.size(); ++i) {
      const auto its = those(run.orders, [i](const OrderRecord& it) { return it.stream == StreamId(i); });
      const auto& own = spec.arrivals[i].who.target;
      const auto& aim = own ? own : spec.target;
      EXPECT_EQ(run.result.streams.at(i).satisfied, aim ? std::optional(satisfied_of(spec, its, aim)) : std::nullopt);
    }
  });
}

TEST(LawsOfResults, ThroughputIsServedCustomersPerElapsedTime) {
  for_each_counter([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    const double hours = in_seconds(run.result.elapsed) / 3600;
    const auto rate = [hours](std::int64_t served) {
      return hours == 0 ? std::nullopt : std::optional(static_cast<double>(served) / hours);
    };
    std::map<std::string, std::int64_t> served_by;
    for (const OrderRecord& order : run.orders) {
      served_by[order.server.value_or("")] += order.served_at ? 1 : 0;
    }

    expect_close(run.result.throughput_per_hour, rate(run.result.customers.served));
    EXPECT_EQ(run.result.servers.throughput_per_hour, run.result.throughput_per_hour);
    for (const ServerResult& server : run.result.servers.each) {
      EXPECT_EQ(server.served, served_by[server.name]);
      expect_close(server.throughput_per_hour, rate(server.served));
    }
  });
}

TEST(LawsOfResults, MoneyAddsUp) {
  for_each_place([](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    if (!run.result.money) {
      return;
    }
    const Money& money = *run.result.money;
    double revenue = 0;
    for (const OrderRecord& order : run.orders) {
      for (const ItemRecord& item : order.items) {
        revenue += order.served_at ? spec.menu[item.item.index()].price.value_or(0) : 0;
      }
    }
    expect_close(money.revenue, revenue);
    expect_close(money.profit, money.revenue - money.labour - money.equipment);
    const auto served = static_cast<double>(run.result.customers.served);
    expect_close(money.cost_per_served,
                 served == 0 ? std::nullopt : std::optional((money.labour + money.equipment) / served));
  });
}

}  // namespace
}  // namespace fastfood::model
