#include <gtest/gtest.h>

#include <algorithm>

#include "tests/system/contract.hpp"

/// What the contract promises of trays.
namespace fastfood::model::contract_trays_test {
namespace {

const Lines batch_events = {"batch on", "batch done", "wasted"};

/// A customer who stays for this long and needs nothing from the tray. They order `salad`, the second item.
OrderSpec stays(CounterSpec& spec, Duration time) {
  spec.menu.push_back({"salad", {free_step(time)}});
  return comes("zoe", 0s, items({spec.menu.size() - 1}));
}

TEST(ContractTray, ServesEachStepOnePortionInNoTimeOnceItIsReady) {
  CounterSpec spec = fryer_of({2, 4s});
  spec.menu[0].steps[0].time = 7s;  // steps at a tray have no time of their own
  spec.orders = one_each({1s, 3s, 9s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(started(run), (Seconds{5, 5, 13}));  // two portions of the first batch, one of the next
  EXPECT_EQ(served(run), (Seconds{5, 5, 13}));
}

TEST(ContractTray, HasOneLineForAllItsUnits) {
  CounterSpec spec = fryer_of({1, random::Uniform{1s, 9s}}, 20);
  spec.arrivals = {{"walk-in", 0s, 20, items({0})}};

  const Seconds times = started(run_of(spec));

  EXPECT_TRUE(std::ranges::is_sorted(times));  // whichever batch is done first serves the first in line
  EXPECT_LT(times.front(), times.back());
}

TEST(ContractTray, TakesStepsOfOrdersOfHigherPriorityFirst) {
  CounterSpec spec = fryer_of({1, 4s});
  spec.orders = {comes("ana", 0s), comes("bo", 1s), comes_with_priority("cy", 2s, 1)};

  EXPECT_EQ(started(run_of(spec)), (Seconds{8, 12, 4}));
}

TEST(ContractTray, StartsABatchIfAUnitIsFreeAndMoreWaitThanAreReadyOrCooking) {
  CounterSpec spec = fryer_of({2, 4s}, 2);
  spec.orders = one_each({0s, 1s, 2s, 3s, 3s});

  // At 0 a batch starts for the first customer. Its two portions are enough at 1, but not at 2. At 3 five wait for four
  // portions, but both units cook. At 4 one unit is free, two customers have been served, and three wait for two
  // portions.
  EXPECT_EQ(transcript(spec, {"batch on"}), (Lines{"0 batch on fryer", "2 batch on fryer", "4 batch on fryer"}));
}

TEST(ContractTray, StartsSeveralBatchesAtOnceIfOneIsNotEnough) {
  CounterSpec spec = fryer_of({2, 4s}, 5);
  spec.arrivals = {{"walk-in", ScheduleSpec{{at(1s)}}, std::nullopt, items({0, 0, 0, 0, 0})}};

  EXPECT_EQ(transcript(spec, {"batch on"}), (Lines{"1 batch on fryer", "1 batch on fryer", "1 batch on fryer"}));
}

TEST(ContractTray, StartsNoBatchIfEnoughIsReady) {
  CounterSpec spec = fryer_of({3, 4s});
  spec.orders = one_each({0s, 5s, 6s});

  EXPECT_EQ(transcript(spec, batch_events), (Lines{"0 batch on fryer", "4 batch done fryer"}));
}

TEST(ContractTray, IsRefilledWhenFewerThanRefillBelowWouldBeLeft) {
  CounterSpec spec = fryer_of({.size = 3, .time = 4s, .refill_below = 2});
  spec.orders = {stays(spec, 20s), comes("ana", 6s), comes("bo", 7s)};

  // At 0 no portion is ready. Ana leaves two, which is enough. Bo leaves one.
  EXPECT_EQ(transcript(spec, batch_events),
            (Lines{"0 batch on fryer", "4 batch done fryer", "7 batch on fryer", "11 batch done fryer"}));
}

TEST(ContractTray, IsRefilledForWaitingCustomersAndForRefillBelow) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .refill_below = 1}, 9);
  spec.orders = {comes("ana", 1s, items({0, 0, 0}))};

  // The first batch starts at 0. At 1 two batches are needed to leave one portion: (2 + 2) - 3 = 1.
  EXPECT_EQ(transcript(spec, {"batch on"}), (Lines{"0 batch on fryer", "1 batch on fryer"}));
}

TEST(ContractTray, CooksOnlyOnDemandByDefault) {
  CounterSpec spec = fryer_of({3, 4s});
  spec.orders = {stays(spec, 20s), comes("ana", 6s)};

  EXPECT_EQ(transcript(spec, batch_events), (Lines{"6 batch on fryer", "10 batch done fryer"}));
}

TEST(ContractTray, GivesPortionsToTheLineInOrderAndKeepsTheRest) {
  CounterSpec spec = fryer_of({3, 4s});
  spec.orders = one_each({0s, 2s, 30s});

  EXPECT_EQ(started(run_of(spec)), (Seconds{4, 4, 30}));
}

TEST(ContractTray, GivesTheOldestPortionFirst) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .hold = 20s, .refill_below = 2});
  spec.orders = {stays(spec, 29s), comes("ana", 6s), comes("bo", 11s)};

  // Two portions are ready at 4. Ana takes one, so two more are ready at 10. Bo takes the other of the first two, which
  // would have expired after 24.
  const RecordedRun run = run_of(spec);
  EXPECT_EQ(run.result.stations.at(0).wasted, 0);
  EXPECT_EQ(run.result.stations.at(0).batches, 2);
}

TEST(ContractTray, HoldsAPortionForExactlyItsHoldTime) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .hold = 6s});
  spec.orders = one_each({0s, 10s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(started(run), (Seconds{4, 10}));
  EXPECT_EQ(run.result.stations.at(0).wasted, 0);
}

TEST(ContractTray, DiscardsAnOlderPortion) {
  CounterSpec spec = fryer_of({.size = 2, .time = 4s, .hold = 6s});
  spec.orders = one_each({0s, 11s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(started(run), (Seconds{4, 15}));
  EXPECT_EQ(run.result.stations.at(0).wasted, 1);
  EXPECT_EQ(transcript(spec, {"wasted"}), (Lines{"10 wasted fryer"}));
}

TEST(ContractTray, IsRefilledForWhatItDiscards) {
  CounterSpec spec = fryer_of({.size = 3, .time = 4s, .hold = 6s, .refill_below = 1});
  spec.orders = {stays(spec, 15s)};

  EXPECT_EQ(transcript(spec, batch_events), (Lines{"0 batch on fryer", "4 batch done fryer", "10 wasted fryer",
                                                   "10 batch on fryer", "14 batch done fryer"}));
  EXPECT_EQ(run_of(spec).result.stations.at(0).wasted, 3);
}

}  // namespace
}  // namespace fastfood::model::contract_trays_test
