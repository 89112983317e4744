#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of the results of a run: one test per sentence, in the same order.
namespace fastfood::model::contract_results_test {
namespace {

using stats::summarize;

/// One server. Taking an order lasts 1 s, coffee 5 s, handing over 2 s.
CounterSpec coffee_bar() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(5s)}}};
  spec.servers = {{.name = "Ana", .order_time = 1s, .handover_time = 2s}};
  return spec;
}

TEST(ContractTimes, OfWaitingAreFromArrivalToTheStartOfTakingForEveryoneTaken) {
  CounterSpec spec = coffee_bar();
  spec.orders = one_each({0s, 3s, 4s});
  spec.until = at(10s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.wait_time, summarize({0s, 5s}));  // the second is taken at 8, the third never
}

TEST(ContractTimes, OfServiceAreFromTheStartOfTakingToTheEndOfHandingOverForEveryoneServed) {
  CounterSpec spec = coffee_bar();
  spec.orders = one_each({0s, 3s, 4s});
  spec.until = at(17s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.service_time, summarize({8s, 8s}));
}

TEST(ContractTimes, InTotalAreFromArrivalToTheEndOfHandingOverForEveryoneServed) {
  CounterSpec spec = coffee_bar();
  spec.orders = one_each({0s, 3s, 4s});
  spec.until = at(17s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.total_time, summarize({8s, 13s}));  // from 3 to 16
}

TEST(ContractTimes, ExcludeCustomersWhoLeftOrStillWaitInLine) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({0}), {.patience = 4s}),
                 comes("cy", 2s, items({0}), {.balk_at = 1}), comes("di", 7s)};
  spec.until = at(8s);
  spec.stop = Stop::at_until;
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.wait_time, summarize({0s, 1s}));  // di is taken at 8
  EXPECT_EQ(result.total_time, summarize({8s}));
  EXPECT_EQ(result.reneged_after, summarize({4s}));
  EXPECT_EQ(result.customers, (CustomerCounts{.arrived = 4, .served = 1, .balked = 1, .reneged = 1, .unfinished = 1}));
}

TEST(ContractElapsed, EndsWhenTheLastCustomerLeavesServedOrNot) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({0}), {.patience = 90s})};
  spec.servers[0].count = over_time({{0s, 1}, {2s, 0}});

  EXPECT_EQ(run_of(spec).result.elapsed, 91s);
}

TEST(ContractElapsed, IsZeroIfNobodyArrives) {
  CounterSpec spec = coffee_bar();
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.elapsed, 0s);
  EXPECT_EQ(result.throughput_per_hour, std::nullopt);
}

TEST(ContractElapsed, EndsAtUntilIfTheRunStopsThere) {
  CounterSpec spec = coffee_bar();
  spec.until = at(60s);
  spec.stop = Stop::at_until;
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.elapsed, 60s);
  EXPECT_EQ(result.throughput_per_hour, 0.0);
}

TEST(ContractThroughput, IsServedCustomersPerElapsedTimeAlsoForEachServer) {
  CounterSpec spec = coffee_bar();
  spec.servers.push_back({.name = "Bo", .handover_time = 4s});
  spec.orders = one_each({0s, 0s, 0s});
  const RunResult result = run_of(spec).result;

  // Ana serves two, the second from 8 to 16. Bo serves one, from 0 to 9.
  EXPECT_EQ(result.throughput_per_hour, 675.0);  // 3 in 16 s
  EXPECT_EQ(result.servers.throughput_per_hour, 675.0);
  EXPECT_EQ(result.servers.each.at(0).throughput_per_hour, 450.0);
  EXPECT_EQ(result.servers.each.at(1).throughput_per_hour, 225.0);
  EXPECT_EQ(result.servers.each.at(0).served, 2);
}

TEST(ContractSatisfied, IsAbsentWithoutATarget) {
  CounterSpec spec = coffee_bar();
  spec.orders = one_each({0s});

  EXPECT_EQ(run_of(spec).result.satisfied, std::nullopt);
}

TEST(ContractSatisfied, IsAShareOfAllEndedVisitsSoThatLosingCustomersCannotImproveIt) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({0}), {.patience = 4s}),
                 comes("cy", 2s, items({0}), {.balk_at = 1}), comes("di", 3s), comes("ed", 4s)};
  spec.target = TargetSpec{8s, 0.25};
  spec.until = at(16s);
  spec.stop = Stop::at_until;

  // Ana is served within 8 s, di after 13 s. Bo and cy left. Ed is still there.
  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{8s, 1, 0.25, 0.25, true}));
}

TEST(ContractSatisfied, IsUndecidedIfNobodyHasLeft) {
  CounterSpec spec = coffee_bar();
  spec.orders = one_each({0s});
  spec.target = TargetSpec{8s};
  spec.until = at(5s);
  spec.stop = Stop::at_until;

  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{8s, 0, std::nullopt, 1, std::nullopt}));
}

TEST(ContractPeople, HaveOneEntryEachNamedByTheirGroupIfItsCountIsNeverAboveOne) {
  CounterSpec spec = coffee_bar();
  spec.servers = {{.name = "Bo", .count = over_time({{0s, 0}, {1s, 1}})},
                  {.name = "kiosk", .count = std::nullopt},
                  {.name = "crew", .count = over_time({{0s, 1}, {1s, 2}, {2s, 0}})}};

  Names names;
  for (const ServerResult& person : run_of(spec).result.servers.each) {
    names.push_back(person.name);
  }
  EXPECT_EQ(names, (Names{"Bo", "crew 1", "crew 2"}));
}

TEST(ContractPeople, AreUtilizedWhileOnDutyWithAnOpenOrder) {
  CounterSpec spec = coffee_bar();
  spec.servers.push_back({.name = "Bo", .count = over_time({{0s, 0}, {6s, 1}})});
  spec.orders = one_each({2s, 7s});
  const RunResult result = run_of(spec).result;

  // Ana is on duty from 0 to 12 and has an order from 2 to 10. Bo is on duty from 6 on and has an order from 7 to 12.
  EXPECT_EQ(result.servers.each.at(0).utilization, 8.0 / 12);
  EXPECT_EQ(result.servers.each.at(1).utilization, 5.0 / 6);
}

TEST(ContractPeople, WithSeveralOrdersInFlightAreUtilizedWhileTheirHandsAreBusy) {
  CounterSpec spec = coffee_bar();
  spec.servers[0].orders_in_flight = 2;
  spec.orders = one_each({0s, 0s});

  // Ana takes orders from 0 to 1 and from 1 to 2, and hands over from 6 to 8 and from 8 to 10.
  EXPECT_EQ(run_of(spec).result.servers.each.at(0).utilization, 0.6);
}

TEST(ContractPeople, TogetherAreWeightedByTimeOnDuty) {
  CounterSpec spec = coffee_bar();
  spec.servers.push_back({.name = "Bo", .count = over_time({{0s, 0}, {6s, 1}})});
  spec.orders = one_each({2s, 7s});

  EXPECT_EQ(run_of(spec).result.servers.utilization, 13.0 / 18);
}

TEST(ContractPeople, WithoutLimitHaveNoUtilization) {
  CounterSpec spec = coffee_bar();
  spec.servers = {{.name = "kiosk", .count = std::nullopt}};
  spec.orders = one_each({2s});
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.servers.utilization, std::nullopt);
  EXPECT_TRUE(result.servers.each.empty());
}

TEST(ContractPeople, WithoutTimeOnDutyHaveNoUtilization) {
  CounterSpec spec = coffee_bar();
  spec.servers.push_back({.name = "Bo", .count = over_time({{0s, 0}, {60s, 1}})});
  spec.orders = one_each({0s});
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.servers.each.at(1).utilization, std::nullopt);
  EXPECT_EQ(result.servers.utilization, 1.0);
}

TEST(ContractStationResult, HasUtilizationOfUnitTimeInUsePerUnitTimePresent) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 1}, {6s, 3}});
  spec.orders = one_each({0s, 5s, 6s});

  // Units are in use from 0 to 4, 5 to 9 and 6 to 10, and present for 6 + 4 * 3 s.
  EXPECT_EQ(run_of(spec).result.stations.at(0).utilization, 12.0 / 18);
}

TEST(ContractStationResult, OfATrayIsUtilizedWhileItsUnitsCook) {
  CounterSpec spec = fryer_of({2, 4s}, 2);
  spec.orders = one_each({0s, 6s, 10s});

  // One unit cooks from 0 to 4 and one from 10 to 14. The portion taken at 6 was ready.
  EXPECT_EQ(run_of(spec).result.stations.at(0).utilization, 8.0 / 28);
}

TEST(ContractStationResult, IsDownForUnitTimeUnderRepairPerUnitTimePresent) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 1}, {2s, 2}});
  spec.stations[0].breakdown = BreakdownSpec{5s, 4s};
  spec.menu.push_back({"salad", {free_step(10s)}});
  spec.orders = {comes("ana", 0s, items({1}))};

  // Unit 1 is under repair from 5 to 9, unit 2 from 7 on. They are present for 10 + 8 s.
  EXPECT_EQ(run_of(spec).result.stations.at(0).down, 7.0 / 18);
}

TEST(ContractStationResult, RepeatsTheCapacityOfTheScenario) {
  CounterSpec spec = grill_of(3, 4s);
  spec.stations.push_back({.name = "till", .capacity = over_time({{0s, 1}, {2s, 0}})});
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.stations.at(0).capacity, Schedule(3));
  EXPECT_EQ(result.stations.at(1).capacity, over_time({{0s, 1}, {2s, 0}}));
}

TEST(ContractStationResult, CountsTheStepsStartedAndHowLongTheyWaited) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = one_each({0s, 1s, 2s});
  spec.until = at(5s);
  spec.stop = Stop::at_until;
  const RunResult result = run_of(spec).result;

  EXPECT_EQ(result.stations.at(0).uses, 2);
  EXPECT_EQ(result.stations.at(0).wait_time, summarize({0s, 3s}));
}

TEST(ContractStreamResult, HasOneEntryPerStreamInTheOrderListedEvenIfNobodyArrived) {
  CounterSpec spec = coffee_bar();
  spec.arrivals = {{.name = "late", .when = 1s, .count = 5, .items = items({0}), .from = at(60s)},
                   {.name = "early", .when = 1s, .count = 2, .items = items({0})}};
  spec.until = at(30s);
  spec.target = TargetSpec{9s};
  const RunResult result = run_of(spec).result;

  // The first early customer is served from 0 to 8. The second arrives at 1 and is served at 16.
  StreamResult late;
  late.name = "late";
  late.satisfied = Satisfied{9s, 0, std::nullopt, 1, std::nullopt};
  const StreamResult early = {
      "early", {.arrived = 2, .served = 2}, Satisfied{9s, 1, 0.5, 1, false}, summarize({0s, 7s}), summarize({8s, 15s})};
  EXPECT_EQ(result.streams, (std::vector{late, early}));
}

TEST(ContractStreamResult, ExcludesExplicitOrders) {
  CounterSpec spec = coffee_bar();
  spec.arrivals = {{.when = 1s, .count = 1, .items = items({0})}};
  spec.orders = one_each({0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(0).stream, std::nullopt);
  EXPECT_EQ(run.orders.at(1).stream, StreamId{0});
  EXPECT_EQ(run.result.streams.at(0).customers.arrived, 1);
}

TEST(ContractOrderResult, HasNoValueForWhatHasNotHappened) {
  CounterSpec spec = grill_of(1, 4s);
  spec.menu.push_back({"toast", {step_at(0, 3s), free_step(5s)}});
  spec.servers = {{.name = "Ana"}};
  spec.orders = {comes("ana", 0s, items({1, 0})), comes("bo", 1s)};
  spec.until = at(5s);
  spec.stop = Stop::at_until;

  const RecordedRun run = run_of(spec);

  OrderRecord ana = {1,
                     "ana",
                     std::nullopt,
                     Outcome::unfinished,
                     "Ana",
                     at(0s),
                     at(0s),
                     std::nullopt,
                     std::nullopt,
                     {{ItemId{1},
                       at(0s),
                       std::nullopt,
                       {{StationId{0}, at(0s), at(0s), at(3s)}, {std::nullopt, at(3s), at(3s), std::nullopt}}},
                      {ItemId{0}, at(3s), std::nullopt, {{StationId{0}, at(0s), at(3s), std::nullopt}}}}};
  ana.prepared_from = at(0s);
  EXPECT_EQ(run.orders.at(0), ana);
}

TEST(ContractOrderResult, OfACustomerNotTakenHasItemsWithoutTimesAndSteps) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("ana", 0s), comes("bo", 1s, items({0, 0}), {.patience = 3s})};

  const ItemRecord nothing = {ItemId{0}, std::nullopt, std::nullopt, {}};
  const OrderRecord bo = {2,      "bo",         std::nullopt, Outcome::reneged, std::nullopt,
                          at(1s), std::nullopt, std::nullopt, at(4s),           {nothing, nothing}};
  EXPECT_EQ(run_of(spec).orders.at(1), bo);
}

TEST(ContractOrderResult, HasAnItemStartWhenItsFirstStepStarts) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = one_each({0s, 1s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(1).started_at, at(1s));
  EXPECT_EQ(run.orders.at(1).items.at(0).started_at, at(4s));
}

TEST(ContractLineResult, HasAMeanOverTime) {
  CounterSpec spec = coffee_bar();
  spec.orders = one_each({0s, 3s, 4s});

  // Taken at 0, 8 and 16: waits of 5 and 12 s, in 24 s.
  EXPECT_EQ(run_of(spec).result.servers.line.mean, 17.0 / 24);
}

TEST(ContractLineResult, HasTheMaximumLengthIgnoringLengthsOfNoDuration) {
  CounterSpec spec = coffee_bar();
  spec.orders = {comes("a", 0s), comes("b", 3s), comes("c", 4s), comes("d", 5s, items({0}), {.patience = 0s})};

  EXPECT_EQ(run_of(spec).result.servers.line, (LineResult{17.0 / 24, 2}));
}

TEST(ContractSummary, HasExactPercentilesByLinearInterpolation) {
  CounterSpec spec = grill_of(1, 3s);
  spec.orders = one_each({0s, 0s, 0s, 0s});
  const stats::Summary waits = run_of(spec).result.stations.at(0).wait_time;

  // The waits are 0, 3, 6 and 9. The percentiles are at (zero-based) ranks 1.5, 2.7, 2.85 and 2.97. The variance is 2 *
  // (4.5^2 + 1.5^2) / 3 = 45 / 3.
  EXPECT_DOUBLE_EQ(waits.mean.value(), 4.5);
  EXPECT_DOUBLE_EQ(waits.sd.value(), 3.872983346207417);
  EXPECT_DOUBLE_EQ(waits.p50.value(), 4.5);
  EXPECT_DOUBLE_EQ(waits.p90.value(), 8.1);
  EXPECT_DOUBLE_EQ(waits.p95.value(), 8.55);
  EXPECT_DOUBLE_EQ(waits.p99.value(), 8.91);
  EXPECT_EQ(waits.relative_error, std::nullopt);
}

TEST(ContractSummary, OfNoValuesHasNoStatistics) {
  EXPECT_EQ(run_of(coffee_bar()).result.total_time, stats::Summary{});
}

TEST(ContractSummary, OfOneValueHasNoDeviation) {
  CounterSpec spec = coffee_bar();
  spec.orders = one_each({0s});

  EXPECT_EQ(run_of(spec).result.total_time.sd, std::nullopt);
}

}  // namespace
}  // namespace fastfood::model::contract_results_test
