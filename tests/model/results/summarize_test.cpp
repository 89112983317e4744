#include "sim/model/results/summarize.hpp"

#include <gtest/gtest.h>

#include "sim/model/counter.hpp"
#include "tests/model/sample_lines.hpp"

namespace fastfood::model {
namespace {

/// A customer who wants a burger arrives about every 5 s for a minute. The grill needs 4 s and breaks down at random.
CounterSpec busy_grill() {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].breakdown = BreakdownSpec{random::Exponential{20s}, 3s};
  spec.stations[0].cost_per_hour = 36;
  spec.menu[0].price = 2;
  spec.servers = {{.name = "till", .count = 2, .order_time = 1s, .cost_per_hour = 3600.0}};
  spec.arrivals = {{.name = "walk-in", .when = random::Exponential{5s}, .items = items({0}), .until = at(60s)}};
  spec.target = TargetSpec{8s, 0.5};
  spec.report_every = 20s;
  return spec;
}

RunStatistics tallies_of(const CounterSpec& spec, std::uint64_t replication) {
  return collect_statistics(spec, {.replication = replication}).value();
}

/// Two replications, separately and pooled.
struct Two {
  explicit Two(const CounterSpec& spec)
      : first(summarize(spec, tallies_of(spec, 0))), second(summarize(spec, tallies_of(spec, 1))) {
    RunStatistics both = tallies_of(spec, 0);
    both.merge(tallies_of(spec, 1));
    pooled = summarize(spec, both);
  }

  RunResult first;
  RunResult second;
  RunResult pooled;
};

TEST(Pooled, CountsAndTimesAreSums) {
  const Two two(busy_grill());

  EXPECT_NE(two.first.customers, two.second.customers);
  EXPECT_EQ(two.pooled.elapsed, two.first.elapsed + two.second.elapsed);
  EXPECT_EQ(two.pooled.customers.served, two.first.customers.served + two.second.customers.served);
  EXPECT_EQ(two.pooled.satisfied->count, two.first.satisfied->count + two.second.satisfied->count);
  EXPECT_EQ(two.pooled.stations[0].uses, two.first.stations[0].uses + two.second.stations[0].uses);
  EXPECT_EQ(two.pooled.servers.each[1].served, two.first.servers.each[1].served + two.second.servers.each[1].served);
}

TEST(Pooled, RatesAreOverTheSumOfAllTimes) {
  const Two two(busy_grill());
  const double first = in_seconds(two.first.elapsed);
  const double second = in_seconds(two.second.elapsed);

  const auto over_time = [&](double of_first, double of_second) {
    return (of_first * first + of_second * second) / (first + second);
  };
  // Products of rounded quotients may differ in the last few bits.
  EXPECT_NEAR(*two.pooled.throughput_per_hour,
              over_time(*two.first.throughput_per_hour, *two.second.throughput_per_hour), 1e-9);
  EXPECT_NEAR(*two.pooled.stations[0].utilization,
              over_time(*two.first.stations[0].utilization, *two.second.stations[0].utilization), 1e-12);
  EXPECT_NEAR(*two.pooled.stations[0].line.mean,
              over_time(*two.first.stations[0].line.mean, *two.second.stations[0].line.mean), 1e-12);
  EXPECT_NEAR(two.pooled.money->labour, two.first.money->labour + two.second.money->labour, 1e-9);
  EXPECT_DOUBLE_EQ(two.pooled.money->revenue, two.first.money->revenue + two.second.money->revenue);
}

TEST(Pooled, SummariesAreOverAllCustomers) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = one_each({0s, 0s});  // 4 and 8 s
  RunStatistics both = tallies_of(spec, 0);
  spec.orders = one_each({0s, 0s, 0s});  // 4, 8 and 12 s
  both.merge(tallies_of(spec, 0));

  const RunResult pooled = summarize(spec, both);

  EXPECT_EQ(pooled.total_time, stats::summarize({4s, 4s, 8s, 8s, 12s}));
  EXPECT_EQ(pooled.stations[0].line.max, 2);  // the larger one
}

TEST(Pooled, PeriodsAddUpByIndex) {
  const Two two(busy_grill());

  ASSERT_GE(two.pooled.by_period->size(), 3U);
  for (std::size_t i = 0; i != 3; ++i) {
    EXPECT_EQ(two.pooled.by_period->at(i).arrived,
              two.first.by_period->at(i).arrived + two.second.by_period->at(i).arrived);
  }
}

TEST(Replications, HaveTheirOwnRandomNumbers) {
  const CounterSpec spec = busy_grill();

  EXPECT_EQ(summarize(spec, tallies_of(spec, 3)), summarize(spec, tallies_of(spec, 3)));
  EXPECT_NE(summarize(spec, tallies_of(spec, 3)), summarize(spec, tallies_of(spec, 4)));
}

RunResult result_of_two_lines() { return summarize(two_lines(), statistics_of_two_lines()); }

TEST(Lines, HaveTheirCustomersAndTheirWaits) {
  const CustomerLineResult drive = result_of_two_lines().lines.at(0);

  EXPECT_EQ(drive.name, "drive");
  EXPECT_EQ(drive.customers, (CustomerCounts{.arrived = 5, .served = 3, .balked = 1, .unfinished = 1}));
  EXPECT_EQ(drive.line, (LineResult{0.5, 3}));  // 50 of 100 s
  EXPECT_EQ(drive.wait_time, stats::summarize({0s, 10s, 20s, 30s}));
  EXPECT_EQ(drive.total_time, stats::summarize({60s, 80s, 100s}));
}

TEST(Lines, AreThereIfTheCounterHasThemAlsoIfNobodyCame) {
  const CustomerLineResult counter = result_of_two_lines().lines.at(1);

  EXPECT_EQ(counter, (CustomerLineResult{.name = "counter", .line = {0, 0}}));
  EXPECT_TRUE(summarize(grill_of(1, 4s), tallies_of(grill_of(1, 4s), 0)).lines.empty());
}

TEST(Stops, HaveTheShareOfPlacesTakenAndHowManyWereBlocked) {
  const std::vector<StopResult> stops = result_of_two_lines().lines.at(0).stops;

  ASSERT_EQ(stops.size(), 3U);
  EXPECT_EQ(stops[0].name, "board");
  EXPECT_EQ(stops[0].utilization, 0.8);            // 80 of 100 s
  EXPECT_EQ(stops[0].blocked, 0.25);               // 25 of 100 s
  EXPECT_EQ(stops[0].line, (LineResult{0.4, 2}));  // 40 of 100 s
  EXPECT_EQ(stops[0].wait_time, stats::summarize({20s}));
  EXPECT_EQ(stops[2].utilization, 0.25);  // 50 s of two places for 100 s
  EXPECT_EQ(stops[2].blocked, 0);
  EXPECT_EQ(stops[2].left, 1);
}

TEST(Stops, WithoutABoundHaveNoShareOfPlacesTaken) {
  EXPECT_EQ(result_of_two_lines().lines.at(0).stops.at(1).utilization, std::nullopt);
}

TEST(Stops, OverNoTimeHaveNeitherSharesNorMeans) {
  const CounterSpec spec = two_lines();
  RunStatistics none;
  none.streams.resize(2);
  none.people.resize(1);
  none.lines.resize(2);
  none.lines[0].stops.resize(3);

  const StopResult board = summarize(spec, none).lines.at(0).stops.at(0);

  EXPECT_EQ(board, StopResult{.name = "board"});
}

TEST(Pooled, LinesAndStopsAddUp) {
  RunStatistics both = statistics_of_two_lines();
  both.merge(statistics_of_two_lines());

  const CustomerLineResult drive = summarize(two_lines(), both).lines.at(0);

  EXPECT_EQ(drive.customers, (CustomerCounts{.arrived = 10, .served = 6, .balked = 2, .unfinished = 2}));
  EXPECT_EQ(drive.line, (LineResult{0.5, 3}));
  EXPECT_EQ(drive.wait_time.count, 8);
  EXPECT_EQ(drive.stops.at(0).utilization, 0.8);
  EXPECT_EQ(drive.stops.at(0).blocked, 0.25);
  EXPECT_EQ(drive.stops.at(2).left, 2);
}

}  // namespace
}  // namespace fastfood::model
