#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// Consequences of several rules of the contract together, for the results of a run.
namespace fastfood::model {
namespace {

using stats::summarize;

/// One server who makes coffee in 10 s.
CounterSpec coffee_bar() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(10s)}, 4}, {"tea", {free_step(3s)}, 1}};
  spec.servers = {{.name = "Ana"}};
  return spec;
}

constexpr std::size_t tea = 1;

TEST(ContractCombinedResults, AWarmupDuringABatchCountsItsCookingTimeAndLaterCustomers) {
  CounterSpec spec = fryer_of({2, 8s});
  spec.orders = one_each({0s, 6s});
  spec.warmup = at(5s);
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.stations.at(0).batches, 0);
  EXPECT_EQ(result.stations.at(0).utilization, 1.0);
  EXPECT_EQ(result.stations.at(0).uses, 1);
  EXPECT_EQ(result.stations.at(0).wait_time, summarize({2s}));
  EXPECT_EQ(result.stations.at(0).line, (LineResult{5.0 / 3, 2}));  // one customer for 3 s and another for 2 s
  EXPECT_EQ(result.elapsed, 3s);
}

TEST(ContractCombinedResults, ARunStoppedDuringARepairCountsTheRepairUpToThen) {
  CounterSpec spec = grill_of(1, 6s);
  spec.stations[0].breakdown = BreakdownSpec{4s, 7s};
  spec.orders = one_each({3s, 5s});
  spec.until = at(11s);
  spec.stop = Stop::at_until;
  const RunResult result = run_of(spec).result;

  // The grill is in use from 3 to 9 and under repair from then on. The second customer waits from 5 on.
  EXPECT_EQ(result.stations.at(0).utilization, 6.0 / 11);
  EXPECT_EQ(result.stations.at(0).down, 2.0 / 11);
  EXPECT_EQ(result.stations.at(0).line, (LineResult{6.0 / 11, 1}));
  EXPECT_EQ(result.customers, (CustomerCounts{.arrived = 2, .served = 1, .unfinished = 1}));
}

TEST(ContractCombinedResults, OvertimeCostsMoneyForPeopleAndEquipment) {
  CounterSpec spec = grill_of(1, 5s);
  spec.menu[0].price = 20;
  spec.stations[0].capacity = over_time({{0s, 2}, {4s, 0}});
  spec.stations[0].cost_per_hour = 3600;
  spec.servers = {
      {.count = over_time({{0s, 1}, {3s, 0}}), .order_time = 2s, .handover_time = 1s, .cost_per_hour = 7200}};
  spec.orders = one_each({0s});

  // The server is on duty up to 8, at 2 a second. Two units are present up to 4 and one up to 7.
  EXPECT_EQ(run_of(spec).result.money, (Money{20, 16, 11, -7, 27}));
}

TEST(ContractCombinedResults, RevenueOfAStoppedRunCountsOnlyServedCustomers) {
  CounterSpec spec = coffee_bar();
  spec.servers[0].cost_per_hour = 3600;
  spec.orders = {comes("a", 0s, items({0, tea})), comes("b", 1s), comes("c", 2s, items({tea}), {.patience = 3s})};
  spec.until = at(15s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.money, (Money{5, 15, 0, -10, 15}));
}

TEST(ContractCombinedResults, PeriodsDuringTheWarmupCountOnlyWhatFollowsIt) {
  CounterSpec spec = coffee_bar();
  spec.menu[0].steps[0].time = 30s;
  spec.warmup = at(5s);
  spec.report_every = 10s;
  spec.orders = {comes("a", 0s), comes("b", 4s, items({0}), {.patience = 8s}),
                 comes("c", 6s, items({0}), {.patience = 8s})};
  const std::vector<PeriodResult> periods = run_of(spec).result.by_period.value();

  ASSERT_EQ(periods.size(), 4U);  // a leaves at 30
  EXPECT_EQ(periods.at(0).from, at(0s));
  EXPECT_EQ(periods.at(0).arrived, 1);
  EXPECT_EQ(periods.at(0).line_mean, 1.8);  // from 5 to 10: b all the time, c from 6 on
  EXPECT_EQ(periods.at(1).line_mean, 0.6);  // b up to 12, c up to 14
  EXPECT_EQ(periods.at(1).reneged, 1);
  EXPECT_EQ(periods.at(3).served, 0);
}

TEST(ContractCombinedResults, PeriodsWithSeveralOrdersInFlightMeasureBusyHandsWhileOnDuty) {
  CounterSpec spec = coffee_bar();
  spec.servers = {
      {.count = over_time({{0s, 1}, {4s, 0}}), .order_time = 2s, .handover_time = 1s, .orders_in_flight = 2}};
  spec.report_every = 10s;
  spec.orders = {comes("a", 0s), comes("b", 3s), comes("c", 5s, items({tea}), {.patience = 20s})};
  const std::vector<PeriodResult> periods = run_of(spec).result.by_period.value();

  // Hands are busy from 0 to 2, 3 to 5, 12 to 13 and 15 to 16, when the shift ends. C waits in line from 5 to 25.
  EXPECT_EQ(periods.at(0).servers_utilization, 0.4);
  EXPECT_EQ(periods.at(1).servers_utilization, 2.0 / 6);
  EXPECT_EQ(periods.at(2).servers_utilization, std::nullopt);
  EXPECT_EQ(periods.at(2).line_mean, 1.0);  // over the remaining 5 s
  EXPECT_EQ(periods.at(2).reneged, 1);
}

TEST(ContractCombinedResults, PeriodsCountTimesByArrivalAndCustomersByDeparture) {
  CounterSpec spec = coffee_bar();
  spec.target = TargetSpec{12s, 0.5};
  spec.report_every = 10s;
  spec.orders = {comes("a", 8s), comes("b", 9s), comes("c", 9s, items({0}), {.patience = 3s}),
                 comes("d", 11s, items({0}), {.balk_at = 2})};
  const std::vector<PeriodResult> periods = run_of(spec).result.by_period.value();

  // A is served at 18 after 10 s, and b at 28 after 19 s. C leaves at 12, d at 11.
  EXPECT_EQ(periods.at(0).satisfied, (Satisfied{12s, 1, 1.0 / 3, 0.5, false}));
  EXPECT_EQ(periods.at(0).wait_time, summarize({0s, 9s}));
  EXPECT_EQ(periods.at(0).throughput_per_hour, 0.0);
  EXPECT_EQ(periods.at(1).satisfied, (Satisfied{12s, 0, 0.0, 0.5, false}));
  EXPECT_EQ((std::vector{periods.at(1).served, periods.at(1).balked, periods.at(1).reneged}),
            (std::vector<std::int64_t>{1, 1, 1}));
  EXPECT_EQ(periods.at(2).throughput_per_hour, 450.0);  // one in the 8 s up to 28
}

TEST(ContractCombinedResults, DutyStartsAtTheWarmupAndIncludesOvertime) {
  CounterSpec spec = coffee_bar();
  spec.servers = {{.name = "crew", .count = over_time({{0s, 2}, {6s, 1}}), .cost_per_hour = 3600}};
  spec.orders = {comes("a", 0s, items({tea})), comes("b", 0s), comes("c", 8s)};
  spec.warmup = at(4s);
  const RunResult result = run_of(spec).result;

  // Crew 1 serves a up to 3 and c from 8 to 18. Crew 2 serves b up to 10 and leaves.
  EXPECT_EQ(result.servers.each.at(0).utilization, 10.0 / 14);
  EXPECT_EQ(result.servers.each.at(1).utilization, 1.0);
  EXPECT_EQ(result.servers.utilization, 16.0 / 20);
  EXPECT_EQ(result.servers.each.at(1).served, 0);  // b arrived before the warm-up ended
  EXPECT_EQ(result.servers.each.at(1).throughput_per_hour, 0.0);
  EXPECT_DOUBLE_EQ(result.money.value().labour, 20);
}

TEST(ContractCombinedResults, SatisfiedOfAStreamCountsItsOwnLosses) {
  CounterSpec spec = coffee_bar();
  spec.target = TargetSpec{10s, 0.5};
  spec.arrivals = {{.name = "calm", .when = 5s, .count = 2, .items = items({0})},
                   {.name = "hasty",
                    .when = 6s,
                    .count = 2,
                    .items = items({0}),
                    .from = at(1s),
                    .who = {.priority = 1, .patience = 4s}}};
  const RunResult result = run_of(spec).result;

  // Calm customers arrive at 0 and 5, hasty ones at 1 and 7. The first hasty customer leaves at 5. The second is taken
  // at 10, before the calm one, who is taken at 20.
  EXPECT_EQ(result.streams.at(0).satisfied, (Satisfied{10s, 1, 0.5, 0.5, true}));
  EXPECT_EQ(result.streams.at(1).satisfied, (Satisfied{10s, 0, 0.0, 0.5, false}));
  EXPECT_EQ(result.satisfied, (Satisfied{10s, 1, 0.25, 0.5, false}));
  EXPECT_EQ(result.reneged_after, summarize({4s}));
  EXPECT_EQ(result.streams.at(0).wait_time, summarize({0s, 15s}));
}

TEST(ContractCombinedResults, ACustomerTakenBeforeTheRunStopsCountsInTheWaitButNotAsServed) {
  CounterSpec spec = grill_of(1, 4s);
  spec.servers = {{.name = "Ana", .order_time = 1s, .orders_in_flight = 2}};
  spec.orders = {comes("a", 0s), comes("b", 0s), comes("c", 0s)};
  spec.until = at(6s);
  spec.stop = Stop::at_until;
  const RunResult result = run_of(spec).result;

  // A and b are taken at 0 and 1. A is served at 5, when c is taken. At 6 b is on the grill and c asks for it.
  EXPECT_EQ(result.wait_time, summarize({0s, 1s, 5s}));
  EXPECT_EQ(result.service_time, summarize({5s}));
  EXPECT_EQ(result.servers.utilization, 3.0 / 6);
  EXPECT_EQ(result.stations.at(0).uses, 2);
  EXPECT_EQ(result.customers.unfinished, 2);
}

TEST(ContractCombinedResults, AWarmupDuringARepairAndBeforeACapacityChangeResetsAllShares) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 1}, {12s, 3}});
  spec.stations[0].breakdown = BreakdownSpec{5s, 10s};
  spec.stations[0].cost_per_hour = 3600;
  spec.orders = one_each({6s, 13s});
  spec.warmup = at(10s);
  const RunResult result = run_of(spec).result;

  // Unit 1 is under repair from 5 to 15. At 12 the first customer gets unit 2 up to 16, at 13 the second gets unit 3 up
  // to 17. Both units are due to fail at 17.
  EXPECT_EQ(result.stations.at(0).utilization, 8.0 / 17);  // one present from 10 to 12, three up to 17
  EXPECT_EQ(result.stations.at(0).down, 5.0 / 17);
  EXPECT_EQ(result.stations.at(0).uses, 1);
  EXPECT_EQ(result.stations.at(0).line, (LineResult{2.0 / 7, 1}));
  EXPECT_DOUBLE_EQ(result.money.value().equipment, 17);
}

TEST(ContractCombinedResults, WasteAndRefillsEndWithTheLastCustomer) {
  CounterSpec spec = fryer_of({.size = 3, .time = 2s, .hold = 5s, .refill_below = 1});
  spec.orders = one_each({3s, 11s});
  const StationResult fryer = run_of(spec).result.stations.at(0);

  // Batches start at 0 and 7. At 7 two portions expire. Three are ready at 9, and one is taken at 11.
  EXPECT_EQ(fryer.batches, 2);
  EXPECT_EQ(fryer.wasted, 2);
  EXPECT_EQ(fryer.utilization, 4.0 / 11);
}

TEST(ContractCombinedResults, WasteAndRefillsContinueToUntilIfTheRunStopsThere) {
  CounterSpec spec = fryer_of({.size = 3, .time = 2s, .hold = 5s, .refill_below = 1});
  spec.orders = one_each({3s});
  spec.until = at(21s);
  spec.stop = Stop::at_until;
  const StationResult fryer = run_of(spec).result.stations.at(0);

  // Batches start at 0, 7, 14 and 21. Two portions expire at 7, three at 14 and three at 21, as the last event.
  EXPECT_EQ(fryer.batches, 4);
  EXPECT_EQ(fryer.wasted, 8);
}

}  // namespace
}  // namespace fastfood::model
