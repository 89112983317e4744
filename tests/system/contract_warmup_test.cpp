#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of warm-up: what goes by customer leaves out those who arrived before, what goes by time
/// begins then.
namespace fastfood::model {
namespace {

using stats::summarize;

/// One burger after another, 4 s each: for who comes at 0, 1, 2 and 6, from 0, 4, 8 and 12. Warm up to 5.
CounterSpec warm_grill() {
  CounterSpec spec = grill_of(1, 4s);
  spec.arrivals = {{.when = 1s, .count = 3, .items = items({0})}};
  spec.orders = {comes("ana", 6s)};
  spec.warmup = at(5s);
  return spec;
}

/// One server who makes coffee in 8 s: for who comes at 0, 1 and 10, from 0, 8 and 16. Warm up to 5.
CounterSpec warm_bar() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(8s)}}};
  spec.servers = {{.name = "Ana"}};
  spec.orders = one_each({0s, 1s, 10s});
  spec.warmup = at(5s);
  return spec;
}

TEST(ContractWarmup, LeavesOutCustomersWhoArrivedBefore) {
  EXPECT_EQ(run_of(warm_grill()).seen.customers, (CustomerCounts{.arrived = 1, .served = 1}));
}

TEST(ContractWarmup, CountsACustomerWhoArrivesAsItEnds) {
  CounterSpec spec = warm_grill();
  spec.warmup = at(2s);

  EXPECT_EQ(run_of(spec).seen.customers.arrived, 2);
}

TEST(ContractWarmup, LeavesThemOutOfTheTimes) {
  const RunResult seen = run_of(warm_bar()).seen;

  EXPECT_EQ(seen.wait_time, summarize({6s}));
  EXPECT_EQ(seen.service_time, summarize({8s}));
  EXPECT_EQ(seen.total_time, summarize({14s}));
}

TEST(ContractWarmup, LeavesThemOutOfThoseWhoRenegedAndBalked) {
  CounterSpec spec = warm_bar();
  spec.orders = {comes("ana", 0s), comes("bo", 2s, items({0}), {.patience = 4s}),
                 comes("cy", 3s, items({0}), {.balk_at = 1}), comes("di", 5s, items({0}), {.patience = 2s}),
                 comes("ed", 6s, items({0}), {.balk_at = 1})};

  const RunResult seen = run_of(spec).seen;

  EXPECT_EQ(seen.reneged_after, summarize({2s}));  // bo, who left at 6, had come before
  EXPECT_EQ(seen.customers, (CustomerCounts{.arrived = 2, .balked = 1, .reneged = 1}));
}

TEST(ContractWarmup, LeavesThemOutOfThroughput) {
  const RunResult seen = run_of(warm_bar()).seen;

  EXPECT_EQ(seen.throughput_per_hour, 3600.0 / 19);  // one, from 5 to 24
  EXPECT_EQ(seen.servers.each.at(0).served, 1);
  EXPECT_EQ(seen.servers.each.at(0).throughput_per_hour, 3600.0 / 19);
}

TEST(ContractWarmup, LeavesThemOutOfSatisfied) {
  CounterSpec spec = warm_bar();
  spec.target = TargetSpec{10s};

  EXPECT_EQ(run_of(spec).seen.satisfied, (Satisfied{10s, 0, 0.0, 1, false}));
}

TEST(ContractWarmup, LeavesThemOutOfStreams) {
  CounterSpec spec = warm_grill();
  spec.warmup = at(1500ms);

  const StreamResult seen = run_of(spec).seen.streams.at(0);
  EXPECT_EQ(seen.customers, (CustomerCounts{.arrived = 1, .served = 1}));
  EXPECT_EQ(seen.wait_time, summarize({0s}));
  EXPECT_EQ(seen.total_time, summarize({10s}));
}

TEST(ContractWarmup, LeavesThemOutOfAStationsUsesAndWaits) {
  const RunResult seen = run_of(warm_grill()).seen;

  EXPECT_EQ(seen.stations.at(0).uses, 1);  // though the third, too, begins after it
  EXPECT_EQ(seen.stations.at(0).wait_time, summarize({6s}));
}

TEST(ContractWarmup, LeavesThemOutOfTheOrdersWhoseNumbersCountEverybody) {
  const RecordedRun run = run_of(warm_grill());

  ASSERT_EQ(run.orders.size(), 1U);
  EXPECT_EQ(run.orders.at(0).customer, "ana");
  EXPECT_EQ(run.orders.at(0).id, 4);
}

TEST(ContractWarmup, LeavesThemOutOfTheUnfinished) {
  CounterSpec spec = warm_bar();
  spec.until = at(12s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).seen.customers, (CustomerCounts{.arrived = 1, .unfinished = 1}));
}

TEST(ContractWarmup, IsNoPartOfElapsed) {
  EXPECT_EQ(run_of(warm_grill()).seen.elapsed, 11s);  // from 5 to 16
}

TEST(ContractWarmup, IsNoPartOfElapsedToUntil) {
  CounterSpec spec = warm_bar();
  spec.until = at(12s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).seen.elapsed, 7s);
}

TEST(ContractWarmup, LeavesNothingIfTheRunEndsBefore) {
  CounterSpec spec = warm_bar();
  spec.orders = one_each({0s});
  spec.warmup = at(9s);
  const RunResult seen = run_of(spec).seen;

  EXPECT_EQ(seen.elapsed, 0s);
  EXPECT_EQ(seen.customers, CustomerCounts{});
  EXPECT_EQ(seen.throughput_per_hour, std::nullopt);
  EXPECT_EQ(seen.servers.utilization, std::nullopt);
  EXPECT_EQ(seen.servers.line, (LineResult{std::nullopt, std::nullopt}));
}

TEST(ContractWarmup, StartsUtilizationsThen) {
  CounterSpec bar = warm_bar();
  bar.orders = one_each({0s, 10s});
  CounterSpec grill = warm_grill();
  grill.orders = {comes("ana", 13s)};

  EXPECT_EQ(run_of(bar).seen.servers.utilization, 11.0 / 13);           // 5 to 8 and 10 to 18, of 5 to 18
  EXPECT_EQ(run_of(grill).seen.stations.at(0).utilization, 11.0 / 12);  // 5 to 12 and 13 to 17, of 5 to 17
}

TEST(ContractWarmup, StartsRepairsThen) {
  CounterSpec spec = warm_grill();
  spec.stations[0].breakdown = BreakdownSpec{8s, 6s};
  spec.arrivals.clear();
  spec.orders = {comes("ana", 14s)};
  spec.warmup = at(12s);

  EXPECT_EQ(run_of(spec).seen.stations.at(0).down, 2.0 / 6);  // 8 to 14, of 12 to 18
}

TEST(ContractWarmup, StartsLinesWithThoseWhoWaitThen) {
  // The third waits for the grill up to 8, ana from 6 to 12; the second at the bar up to 8, the third from 10 to 16.
  EXPECT_EQ(run_of(warm_grill()).seen.stations.at(0).line, (LineResult{9.0 / 11, 2}));
  EXPECT_EQ(run_of(warm_bar()).seen.servers.line, (LineResult{9.0 / 19, 1}));
}

TEST(ContractWarmup, ForgetsHowLongALineWasBefore) {
  CounterSpec spec = warm_grill();
  spec.arrivals = {{.when = 0s, .count = 4, .items = items({0})}};
  spec.warmup = at(9s);

  EXPECT_EQ(run_of(spec).seen.stations.at(0).line.max, 2);  // from 8 on the fourth and ana
}

TEST(ContractWarmup, StartsBatchesAndWasteThen) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .hold = 6s});
  spec.orders = one_each({0s, 20s});
  const auto batches_and_waste = [&spec](Duration warmup) {
    spec.warmup = at(warmup);
    const StationResult fryer = run_of(spec).seen.stations.at(0);
    return std::pair(fryer.batches, fryer.wasted);
  };

  // Batches are put on at 0 and 20; a portion of the first is thrown away at 10.
  EXPECT_EQ(batches_and_waste(9s), std::pair(1L, 1L));
  EXPECT_EQ(batches_and_waste(11s), std::pair(1L, 0L));
  EXPECT_EQ(batches_and_waste(20s), std::pair(1L, 0L));
  EXPECT_EQ(batches_and_waste(21s), std::pair(0L, 0L));
}

}  // namespace
}  // namespace fastfood::model
