#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// Consequences of several rules of the contract together, for stations and trays.
namespace fastfood::model {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// A customer who stays for this long and needs no equipment.
OrderSpec stays(CounterSpec& spec, Duration time) {
  spec.menu.push_back({"salad", {free_step(time)}});
  return comes("zoe", 0s, items({spec.menu.size() - 1}));
}

TEST(ContractCombined, ATrayServesByPriorityAndDiscardsWhatIsLeft) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .hold = 3s});
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes_with_priority("cy", 1s, 1),
                 comes_with_priority("di", 12s, 9)};

  const RecordedRun run = run_of(spec);

  // At 4 portions go to cy and ana. Bo's batch is done at 8; its second portion expires at 11.
  EXPECT_EQ(started(run), (Seconds{4, 8, 4, 16}));
  EXPECT_EQ(run.result.stations.at(0).wasted, 1);
  EXPECT_EQ(run.result.stations.at(0).batches, 3);
}

TEST(ContractCombined, WithLoweredCapacityAndABreakdownTheRemainingUnitServesByPriority) {
  CounterSpec spec = grill_of(1, 6s);
  spec.stations[0].capacity = over_time({{0s, 2}, {5s, 1}});
  spec.stations[0].breakdown = BreakdownSpec{7s, 4s};
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes("cy", 1s), comes_with_priority("di", 2s, 1)};

  const RecordedRun run = run_of(spec);

  // At 6 both units are free, but the capacity is one, and di uses it. The unit is due to fail at 7 and is repaired
  // from 12 to 16.
  EXPECT_EQ(served(run), (Seconds{6, 6, 22, 12}));
  EXPECT_EQ(run.result.stations.at(0).utilization, 24.0 / 28);  // two present up to 6, one up to 22
  EXPECT_EQ(run.result.stations.at(0).down, 4.0 / 28);
}

TEST(ContractCombined, ATrayIsRefilledWhenItsUnitsReturn) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .refill_below = 1});
  spec.stations[0].capacity = over_time({{0s, 1}, {2s, 0}, {10s, 1}});
  spec.orders = one_each({5s, 6s, 7s});

  // The batch of 0 is finished although the unit is scheduled to leave at 2. At 10 no portion is ready and one customer
  // waits.
  EXPECT_EQ(started(run_of(spec)), (Seconds{5, 6, 14}));
  EXPECT_EQ(transcript(spec, {"batch on"}), (Lines{"0 batch on fryer", "10 batch on fryer"}));
}

TEST(ContractCombined, AFailedTrayUnitFinishesItsBatchFirst) {
  CounterSpec spec = fryer_of({.size = 1, .time = 6s}, 2);
  spec.stations[0].breakdown = BreakdownSpec{4s, 10s};
  spec.orders = one_each({0s, 0s, 1s});

  // Both units are due to fail at 4. Their repairs take from 6 to 16.
  EXPECT_EQ(started(run_of(spec)), (Seconds{6, 6, 22}));
}

TEST(ContractCombined, ABatchStartsOnlyWhenTheRepairIsDone) {
  CounterSpec spec = fryer_of({.size = 3, .time = 2s, .refill_below = 2});
  spec.stations[0].breakdown = BreakdownSpec{5s, 6s};
  spec.orders = {comes("ana", 6s, items({0, 0})), comes("bo", 7s, items({0, 0}))};

  // Three portions are ready at 2. At 6 one is left, which is fewer than two, but the repair lasts from 5 to 11. Bo
  // gets one portion at 7.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(served(run), (Seconds{6, 13}));
  EXPECT_EQ(run.orders.at(1).items.at(0).ready_at, at(7s));
}

TEST(ContractCombined, ExpiredPortionsAreReplacedAfterArrivalsAtThatInstantAreServed) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .hold = 4s, .refill_below = 1});
  spec.orders = {stays(spec, 11s), comes("ana", 8s)};

  // Two portions are ready at 4. Ana takes one at 8. The other is enough until it expires.
  EXPECT_EQ(transcript(spec, {"batch on", "starts", "wasted"}),
            (Lines{"0 batch on fryer", "0 zoe starts", "8 ana starts fryer", "8 wasted fryer", "8 batch on fryer"}));
}

TEST(ContractCombined, AnAbsentUnitIsNotDown) {
  CounterSpec spec = grill_of(1, 1s);
  spec.stations[0].capacity = over_time({{0s, 2}, {6s, 1}});
  spec.stations[0].breakdown = BreakdownSpec{4s, 5s};
  spec.stations[0].cost_per_hour = 3600;
  spec.orders = {stays(spec, 12s)};
  const RunResult result = run_of(spec).result;

  // Both units fail at 4. The first is down up to 9; the second leaves at 6.
  EXPECT_EQ(result.stations.at(0).down, 7.0 / 18);
  EXPECT_DOUBLE_EQ(result.money.value().equipment, 18);
}

TEST(ContractCombined, AUnitInUseBeyondTheScheduleIsPresentNextToOneUnderRepair) {
  CounterSpec spec = grill_of(1, 2s);
  spec.menu.push_back({"ribs", {step_at(0, 8s)}});
  spec.stations[0].capacity = over_time({{0s, 2}, {3s, 1}});
  spec.stations[0].breakdown = BreakdownSpec{4s, 5s};
  spec.orders = {stays(spec, 10s), comes("ana", 0s), comes("bo", 0s, items({1}))};
  const StationResult grill = run_of(spec).result.stations.at(0);

  // Two units are present up to 3, one (as scheduled) up to 4, one in use and one down up to 8, one up to 10.
  EXPECT_EQ(grill.utilization, 10.0 / 17);
  EXPECT_EQ(grill.down, 5.0 / 17);
}

TEST(ContractCombined, IfOneOfTwoUnitsFailsTheOtherServesByPriority) {
  CounterSpec spec = grill_of(1, 3s);
  spec.stations[0].capacity = over_time({{0s, 1}, {4s, 2}});
  spec.stations[0].breakdown = BreakdownSpec{5s, 20s};
  spec.orders = {comes("ana", 4s), comes("bo", 4s), comes("cy", 5s), comes_with_priority("di", 6s, 1)};

  // Unit 1 is due to fail at 5, unit 2 at 9. Both are in use up to 7. Then unit 2 serves di up to 10 and is under
  // repair up to 30. Unit 1 returns at 27.
  EXPECT_EQ(started(run_of(spec)), (Seconds{4, 4, 27, 7}));
}

TEST(ContractCombined, SchedulesOfServersAndStationsTakeEffectTogether) {
  CounterSpec spec = grill_of(1, 4s);
  spec.stations[0].capacity = over_time({{0s, 0}, {5s, 1}});
  spec.servers = {{.count = over_time({{0s, 0}, {5s, 1}}), .order_time = 0s}};
  spec.orders = one_each({1s, 5s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{5, 9}));
  EXPECT_EQ(started(run), (Seconds{5, 9}));
}

TEST(ContractCombined, StepsOfNoTimeRunOneAtATimeByPriority) {
  CounterSpec spec = grill_of(1, 0s);
  spec.stations[0].capacity = over_time({{0s, 0}, {3s, 1}});
  spec.orders = {comes("ana", 0s), comes_with_priority("bo", 1s, 1), comes_with_priority("cy", 2s, 1)};

  EXPECT_EQ(transcript(spec, {"starts", "ends"}), (Lines{"3 bo starts grill", "3 bo ends grill", "3 cy starts grill",
                                                         "3 cy ends grill", "3 ana starts grill", "3 ana ends grill"}));
}

TEST(ContractCombined, AFailedUnitFinishesItsStepAfterClosingAndAfterTheShift) {
  CounterSpec spec = grill_of(1, 10s);
  spec.stations[0].breakdown = BreakdownSpec{3s, 50s};
  spec.servers = {{.name = "Ana", .count = over_time({{0s, 1}, {5s, 0}}), .handover_time = 2s}};
  spec.arrivals = {{.when = 4s, .items = items({0}), .who = {.patience = 6s}}};
  spec.until = at(8s);

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(outcomes(run), (std::vector{Outcome::served, Outcome::reneged, Outcome::reneged}));
  EXPECT_EQ(served(run).at(0), 12);
  EXPECT_EQ(run.result.elapsed, 14s);
  EXPECT_EQ(run.result.stations.at(0).down, 4.0 / 14);  // from 10 on
}

TEST(ContractCombined, ATrayBetweenStationsServesInTheOrderOfAsking) {
  CounterSpec spec;
  spec.menu = {{"menu", {step_at(0, 2s), step_at(1), step_at(2, 1s)}}};
  spec.stations = {{.name = "till"}, tray("fryer", {.size = 2, .time = 5s}), {.name = "counter"}};
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes_with_priority("cy", 1s, 1)};

  // The till serves ana, cy and bo at 2, 4 and 6. The batch of 2 is done at 7, when all three wait; it serves cy and
  // ana. Bo's batch is done at 12. Cy is first at the counter.
  EXPECT_EQ(served(run_of(spec)), (Seconds{9, 13, 8}));
}

TEST(ContractCombined, ADeadlockMessageNamesTheServersTheirCustomersAndWhatTheyWaitFor) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s});
  spec.stations[0].capacity = over_time({{0s, 1}, {5s, 0}});
  spec.servers = {{.name = "crew", .count = 2}};
  spec.orders = {comes("ana", 0s), comes("bo", 6s), comes("cy", 7s), comes("di", 8s), comes("ed", 9s)};

  // Ana and bo have the two portions. No batch will be cooked for cy and di. No server is free for ed.
  EXPECT_THAT(failure_of(spec),
              AllOf(HasSubstr("'fryer'"), HasSubstr("'crew 1' serves 'cy'"), HasSubstr("'crew 2' serves 'di'"),
                    HasSubstr("'ed' waits for a server"), Not(HasSubstr("'bo'"))));
}

TEST(ContractCombined, AbsentEquipmentCausesALivelockOnlyOnceItIsScheduled) {
  CounterSpec spec = grill_of(1, 1s);
  spec.stations.push_back({.name = "mill", .capacity = over_time({{0s, 0}, {5s, 1}})});
  spec.stations[1].breakdown = BreakdownSpec{0s, 0s};
  spec.orders = one_each({3s});
  EXPECT_EQ(failure_of(spec), "");  // the run ends at 4

  spec.orders = one_each({6s});
  EXPECT_THAT(failure_of(spec), HasSubstr("'mill'"));
}

TEST(ContractCombined, ARunWaitsForTheRepairThatACustomerNeedsAlthoughOtherEventsRepeat) {
  CounterSpec spec = grill_of(1, 5s);
  spec.stations[0].breakdown = BreakdownSpec{2s, 24h};
  spec.stations.push_back({.name = "mill", .breakdown = BreakdownSpec{1h, 1h}});
  spec.stations.push_back(tray("fryer", {.size = 2, .time = 10min, .hold = 10min, .refill_below = 1}));
  spec.orders = one_each({3s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{24 * 3600 + 2}));
}

}  // namespace
}  // namespace fastfood::model
