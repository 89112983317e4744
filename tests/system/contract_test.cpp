#include "tests/system/contract.hpp"

#include <gtest/gtest.h>

/// What the contract promises of a counter as a whole, of its items, and of the units of its stations: one test per
/// sentence, in the same order. The other `contract_` files continue from here.
namespace fastfood::model {
namespace {

TEST(ContractCounter, WithoutServersTakesEveryOrderAsItArrivesAndStartsAllItemsTogether) {
  CounterSpec spec;
  spec.menu = {{"soda", {free_step(1s)}}, {"burger", {free_step(3s)}}};
  spec.orders = {comes("ana", 0s, items({0, 1})), comes("bo", 0s, items({0, 1})), comes("cy", 1s, items({0, 1}))};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(taken(run), (Seconds{0, 0, 1}));
  EXPECT_EQ(served(run), (Seconds{3, 3, 4}));
  EXPECT_EQ(run.orders.at(2).items.at(1).started_at, at(1s));
  EXPECT_EQ(run.orders.at(2).server, std::nullopt);
}

TEST(ContractCounter, AdmitsNobodyAfterUntil) {
  CounterSpec spec = grill_of(9, 1s);
  spec.arrivals = {{"walk-in", 1500ms, std::nullopt, items({0})}};
  spec.until = at(4s);

  EXPECT_EQ(arrived(run_of(spec)), (Seconds{0, 1.5, 3}));
}

TEST(ContractCounter, AdmitsACustomerWhoArrivesAtTheInstantOfUntil) {
  CounterSpec spec = grill_of(9, 1s);
  spec.arrivals = {{"walk-in", 2s, std::nullopt, items({0})}};
  spec.until = at(4s);

  EXPECT_EQ(arrived(run_of(spec)), (Seconds{0, 2, 4}));
}

TEST(ContractCounter, RunsPastUntilUntilTheLastCustomerHasLeft) {
  CounterSpec spec = grill_of(1, 10s);
  spec.orders = one_each({0s, 3s});
  spec.until = at(4s);

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{10, 20}));
  EXPECT_EQ(run.result.elapsed, 20s);
}

TEST(ContractCounter, StopsAtUntilIfStopIsAtUntil) {
  CounterSpec spec = grill_of(1, 10s);
  spec.orders = one_each({0s, 3s});
  spec.until = at(14s);
  spec.stop = Stop::at_until;

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{10, -1}));
  EXPECT_EQ(run.result.elapsed, 14s);
  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 2, .served = 1, .unfinished = 1}));
}

TEST(ContractCounter, StopsOnlyAfterAllEventsAtThatInstant) {
  CounterSpec spec = grill_of(1, 4s);
  spec.servers = {{.name = "Ana"}};
  spec.orders = {comes("ana", 0s), comes("bo", 0s), comes("cy", 1s, items({0}), {.patience = 3s}), comes("di", 4s)};
  spec.until = at(4s);
  spec.stop = Stop::at_until;

  const RecordedRun run = run_of(spec);

  // At 4 ana is served, bo is taken and put on the grill, di arrives, and cy's patience ends.
  EXPECT_EQ(outcomes(run), (std::vector{Outcome::served, Outcome::unfinished, Outcome::reneged, Outcome::unfinished}));
  EXPECT_EQ(taken(run), (Seconds{0, 4, -1, -1}));
  EXPECT_EQ(run.orders.at(1).items.at(0).started_at, at(4s));
}

TEST(ContractCounter, CountsCustomersServedWithinTheTargetOrExactlyAtIt) {
  CounterSpec spec = grill_of(1, 3s);
  spec.orders = one_each({0s, 0s, 0s});
  spec.target = TargetSpec{6s};

  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{6s, 2, 2.0 / 3, 1, false}));  // 3, 6 and 9 s
}

TEST(ContractCounter, MeetsItsTargetIfTheShareIsReached) {
  CounterSpec spec = grill_of(1, 3s);
  spec.orders = one_each({0s, 0s, 0s, 0s});

  spec.target = TargetSpec{6s, 0.5};
  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{6s, 2, 0.5, 0.5, true}));
  spec.target = TargetSpec{6s, 0.51};
  EXPECT_EQ(run_of(spec).result.satisfied, (Satisfied{6s, 2, 0.5, 0.51, false}));
}

TEST(ContractItem, HasItsStepsDoneInOrder) {
  CounterSpec spec;
  spec.menu = {{"toast", {step_at(1, 2s), free_step(1s), step_at(0, 3s)}}};
  spec.stations = {{.name = "toaster"}, {.name = "knife"}};
  spec.orders = {comes("ana", 0s)};

  const ItemRecord toast = {ItemId{0},
                            at(0s),
                            at(6s),
                            {{StationId{1}, at(0s), at(0s), at(2s)},
                             {std::nullopt, at(2s), at(2s), at(3s)},
                             {StationId{0}, at(3s), at(3s), at(6s)}}};
  EXPECT_EQ(run_of(spec).orders.at(0).items, (std::vector{toast}));
}

TEST(ContractItem, NeedsNoEquipmentForAStepWithoutAStation) {
  CounterSpec spec;
  spec.menu = {{"salad", {free_step(5s)}}};
  spec.arrivals = {{"walk-in", 0s, 100, items({0})}};

  EXPECT_EQ(served(run_of(spec)), Seconds(100, 5));
}

TEST(ContractStation, HasUnitsThatEachServeOneStepAtATime) {
  CounterSpec spec = grill_of(2, 3s);
  spec.orders = one_each({0s, 1s, 1s, 1s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 1, 3, 4}));
}

TEST(ContractStation, HasOneUnitByDefault) {
  CounterSpec spec = grill_of(1, 3s);
  spec.stations = {{.name = "grill"}};
  spec.orders = one_each({0s, 0s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 3}));
}

TEST(ContractStation, TakesStepsOfOrdersOfHigherPriorityFirst) {
  CounterSpec spec = grill_of(1, 5s);
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_with_priority("cy", 2s, 1), comes_with_priority("di", 3s, 2),
                 comes_with_priority("ed", 4s, -1)};

  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 15, 10, 5, 20}));
}

TEST(ContractStation, DoesNotInterruptAStepOfLowerPriority) {
  CounterSpec spec = grill_of(1, 5s);
  spec.orders = {comes("ana", 0s), comes_with_priority("bo", 1s, 9)};

  EXPECT_EQ(served(run_of(spec)), (Seconds{5, 10}));
}

TEST(ContractStation, TakesStepsOfOnePriorityInOrderOfAskingNotOfArrival) {
  CounterSpec spec;
  spec.menu = {{"roast", {step_at(0, 5s)}}, {"dip", {free_step(3s), step_at(0, 1s)}}, {"toast", {step_at(0, 1s)}}};
  spec.stations = {{.name = "oven"}};
  spec.orders = {comes("ana", 0s, items({1})), comes("bo", 0s, items({0})), comes("cy", 1s, items({2}))};

  EXPECT_EQ(served(run_of(spec)), (Seconds{7, 5, 6}));  // cy asks at 1, ana at 3; the oven is free at 5
}

TEST(ContractStation, LetsUnitsInUseFinishWhenItsCapacityIsLowered) {
  CounterSpec spec = grill_of(1, 6s);
  spec.stations[0].capacity = over_time({{0s, 2}, {4s, 1}});
  spec.orders = one_each({0s, 0s, 0s, 0s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{6, 6, 12, 18}));
}

/// Ribs take 6 s, chops 4 s. There are two units up to 3, and one from then on.
CounterSpec lowered_grill() {
  CounterSpec spec;
  spec.menu = {{"ribs", {step_at(0, 6s)}}, {"chops", {step_at(0, 4s)}}};
  spec.stations = {{.name = "grill", .capacity = over_time({{0s, 2}, {3s, 1}})}};
  spec.orders = {comes("ana", 0s, items({1})), comes("bo", 0s), comes("cy", 1s, items({1}))};
  return spec;
}

TEST(ContractStation, StartsNothingWhileAsManyUnitsAreInUseAsScheduled) {
  EXPECT_EQ(started(run_of(lowered_grill())), (Seconds{0, 0, 6}));  // at 4 bo's unit is in use, and the capacity is one
}

TEST(ContractStation, CountsAUnitInUseAsPresent) {
  // Two units are present up to 4 (one of them in use beyond the schedule), one from then up to 10: 14 s in all. Units
  // are in use for 4, 6 and 4 s.
  EXPECT_EQ(run_of(lowered_grill()).result.stations.at(0).utilization, 1.0);
}

TEST(ContractStation, HasMoreUnitsFromTheInstantOfItsSchedule) {
  CounterSpec spec = grill_of(1, 10s);
  spec.stations[0].capacity = over_time({{0s, 1}, {4s, 3}});
  spec.orders = one_each({0s, 0s, 1s, 2s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 4, 4, 10}));
}

TEST(ContractStation, MayHaveNoUnitForAWhile) {
  CounterSpec spec = grill_of(1, 5s);
  spec.stations[0].capacity = over_time({{0s, 1}, {2s, 0}, {9s, 1}});
  spec.orders = one_each({0s, 1s, 6s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{5, 14, 19}));
}

}  // namespace
}  // namespace fastfood::model
