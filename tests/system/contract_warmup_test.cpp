#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of the warm-up. Statistics over customers leave out those who arrived before its end.
/// Statistics over time start at its end.
namespace fastfood::model {
namespace {

using stats::summarize;

/// Burgers take 4 s each, one at a time. Customers arrive at 0, 1, 2 and 6; their burgers start at 0, 4, 8 and 12. The
/// warm-up ends at 5.
CounterSpec warm_grill() {
  CounterSpec spec = grill_of(1, 4s);
  spec.arrivals = {{.when = 1s, .count = 3, .items = items({0})}};
  spec.orders = {comes("ana", 6s)};
  spec.warmup = at(5s);
  return spec;
}

/// One server who makes coffee in 8 s. Customers arrive at 0, 1 and 10 and are taken at 0, 8 and 16. The warm-up ends
/// at 5.
CounterSpec warm_bar() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(8s)}}};
  spec.servers = {{.name = "Ana"}};
  spec.orders = one_each({0s, 1s, 10s});
  spec.warmup = at(5s);
  return spec;
}

TEST(ContractWarmup, ExcludesCustomersWhoArrivedBefore) {
  EXPECT_EQ(run_of(warm_grill()).result.customers, (CustomerCounts{.arrived = 1, .served = 1}));
}

TEST(ContractWarmup, CountsACustomerWhoArrivesAsItEnds) {
  CounterSpec spec = warm_grill();
  spec.warmup = at(2s);

  EXPECT_EQ(run_of(spec).result.customers.arrived, 2);
}

TEST(ContractWarmup, ExcludesThemFromTheTimes) {
  const RunResult result = run_of(warm_bar()).result;

  EXPECT_EQ(result.wait_time, summarize({6s}));
  EXPECT_EQ(result.service_time, summarize({8s}));
  EXPECT_EQ(result.total_time, summarize({14s}));
}

TEST(ContractWarmup, ExcludesThemFromThoseWhoRenegedOrBalked) {
  CounterSpec spec = warm_bar();
  spec.orders = {comes("ana", 0s), comes("bo", 2s, items({0}), {.patience = 4s}),
                 comes("cy", 3s, items({0}), {.balk_at = 1}), comes("di", 5s, items({0}), {.patience = 2s}),
                 comes("ed", 6s, items({0}), {.balk_at = 1})};

  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.reneged_after, summarize({2s}));  // bo left at 6 but had arrived before
  EXPECT_EQ(result.customers, (CustomerCounts{.arrived = 2, .balked = 1, .reneged = 1}));
}

TEST(ContractWarmup, ExcludesThemFromThroughput) {
  const RunResult result = run_of(warm_bar()).result;

  EXPECT_EQ(result.throughput_per_hour, 3600.0 / 19);  // one, from 5 to 24
  EXPECT_EQ(result.servers.each.at(0).served, 1);
  EXPECT_EQ(result.servers.each.at(0).throughput_per_hour, 3600.0 / 19);
}

TEST(ContractWarmup, ExcludesThemFromSatisfied) {
  CounterSpec spec = warm_bar();
  spec.target = TargetSpec{10s};

  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{10s, 0, 0.0, 1, false}));
}

TEST(ContractWarmup, ExcludesThemFromStreams) {
  CounterSpec spec = warm_grill();
  spec.warmup = at(1500ms);

  const StreamResult result = run_of(spec).result.streams.at(0);
  EXPECT_EQ(result.customers, (CustomerCounts{.arrived = 1, .served = 1}));
  EXPECT_EQ(result.wait_time, summarize({0s}));
  EXPECT_EQ(result.total_time, summarize({10s}));
}

TEST(ContractWarmup, ExcludesThemFromTheUsesAndWaitsOfAStation) {
  const RunResult result = run_of(warm_grill()).result;

  EXPECT_EQ(result.stations.at(0).uses, 1);  // although the third customer's step starts after it
  EXPECT_EQ(result.stations.at(0).wait_time, summarize({6s}));
}

TEST(ContractWarmup, ExcludesThemFromTheOrdersButNumbersEverybody) {
  const RecordedRun run = run_of(warm_grill());

  ASSERT_EQ(run.orders.size(), 1U);
  EXPECT_EQ(run.orders.at(0).customer, "ana");
  EXPECT_EQ(run.orders.at(0).id, 4);
}

TEST(ContractWarmup, ExcludesThemFromTheUnfinished) {
  CounterSpec spec = warm_bar();
  spec.until = at(12s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.customers, (CustomerCounts{.arrived = 1, .unfinished = 1}));
}

TEST(ContractWarmup, IsNotPartOfElapsed) {
  EXPECT_EQ(run_of(warm_grill()).result.elapsed, 11s);  // from 5 to 16
}

TEST(ContractWarmup, IsNotPartOfElapsedUpToUntil) {
  CounterSpec spec = warm_bar();
  spec.until = at(12s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.elapsed, 7s);
}

TEST(ContractWarmup, LeavesNothingIfTheRunEndsDuringIt) {
  CounterSpec spec = warm_bar();
  spec.orders = one_each({0s});
  spec.warmup = at(9s);
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.elapsed, 0s);
  EXPECT_EQ(result.customers, CustomerCounts{});
  EXPECT_EQ(result.throughput_per_hour, std::nullopt);
  EXPECT_EQ(result.servers.utilization, std::nullopt);
  EXPECT_EQ(result.servers.line, (LineResult{std::nullopt, std::nullopt}));
}

TEST(ContractWarmup, RestartsUtilizations) {
  CounterSpec bar = warm_bar();
  bar.orders = one_each({0s, 10s});
  CounterSpec grill = warm_grill();
  grill.orders = {comes("ana", 13s)};

  EXPECT_EQ(run_of(bar).result.servers.utilization, 11.0 / 13);           // 5 to 8 and 10 to 18, of 5 to 18
  EXPECT_EQ(run_of(grill).result.stations.at(0).utilization, 11.0 / 12);  // 5 to 12 and 13 to 17, of 5 to 17
}

TEST(ContractWarmup, RestartsDownTimes) {
  CounterSpec spec = warm_grill();
  spec.stations[0].breakdown = BreakdownSpec{8s, 6s};
  spec.arrivals.clear();
  spec.orders = {comes("ana", 14s)};
  spec.warmup = at(12s);

  EXPECT_EQ(run_of(spec).result.stations.at(0).down, 2.0 / 6);  // repair from 8 to 14; measured from 12 to 18
}

TEST(ContractWarmup, RestartsLinesWithThoseWhoWait) {
  // At the grill the third customer waits up to 8 and ana from 6 to 12. At the bar the second waits up to 8 and the
  // third from 10 to 16.
  EXPECT_EQ(run_of(warm_grill()).result.stations.at(0).line, (LineResult{9.0 / 11, 2}));
  EXPECT_EQ(run_of(warm_bar()).result.servers.line, (LineResult{9.0 / 19, 1}));
}

TEST(ContractWarmup, ForgetsTheEarlierMaximumOfALine) {
  CounterSpec spec = warm_grill();
  spec.arrivals = {{.when = 0s, .count = 4, .items = items({0})}};
  spec.warmup = at(9s);

  EXPECT_EQ(run_of(spec).result.stations.at(0).line.max, 2);  // from 8 on the fourth customer and ana
}

TEST(ContractWarmup, RestartsBatchesAndWaste) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .hold = 6s});
  spec.orders = one_each({0s, 20s});
  const auto batches_and_waste = [&spec](Duration warmup) {
    spec.warmup = at(warmup);
    const StationResult fryer = run_of(spec).result.stations.at(0);
    return std::pair(fryer.batches, fryer.wasted);
  };

  // Batches start at 0 and 20. One portion of the first batch expires at 10.
  EXPECT_EQ(batches_and_waste(9s), std::pair(1L, 1L));
  EXPECT_EQ(batches_and_waste(11s), std::pair(1L, 0L));
  EXPECT_EQ(batches_and_waste(20s), std::pair(1L, 0L));
  EXPECT_EQ(batches_and_waste(21s), std::pair(0L, 0L));
}

}  // namespace
}  // namespace fastfood::model
