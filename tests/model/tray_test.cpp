#include "sim/model/tray.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

TEST(Tray, StartsToCookWhenTheFirstCustomerAsks) {
  CounterSpec spec = fryer_of({5, 4s});
  spec.orders = one_each({2s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{6}));
}

TEST(Tray, CooksOneBatchForAsManyCustomersAsItHasPortions) {
  CounterSpec spec = fryer_of({5, 4s});
  spec.orders = one_each({0s, 0s, 1s, 2s, 3s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{4, 4, 4, 4, 4}));
  EXPECT_EQ(run.result.stations.at(0).batches, 1);
}

TEST(Tray, ServesPortionsInOrderOfAsking) {
  CounterSpec spec = fryer_of({2, 4s});
  spec.menu.push_back({"loaded fries", {free_step(3s), step_at(0)}});
  spec.orders = {{"ana", at(0s), items({1})}, {"bo", at(1s), items({0})}, {"cy", at(2s), items({0})}};

  EXPECT_EQ(served(run_of(spec)), (Seconds{9, 5, 5}));  // bo's batch cooks from 1 to 5, the next one from 5 to 9
}

TEST(Tray, StartsTheNextBatchAsSoonAsAUnitIsFree) {
  CounterSpec spec = fryer_of({5, 4s});
  spec.orders = one_each({0s, 0s, 0s, 0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{4, 4, 4, 4, 4, 8}));
  EXPECT_EQ(run.result.stations.at(0).batches, 2);
}

TEST(Tray, CooksInSeveralUnitsIfOneBatchIsNotEnough) {
  CounterSpec spec = fryer_of({2, 4s}, 2);
  spec.orders = one_each({0s, 0s, 1s, 2s, 3s});

  const RecordedRun run = run_of(spec);

  // A batch starts at 0 for the first two customers, at 1 for the third and fourth, and at 4, when the first unit is
  // free again, for the fifth.
  EXPECT_EQ(served(run), (Seconds{4, 4, 5, 5, 8}));
  EXPECT_EQ(run.result.stations.at(0).batches, 3);
}

TEST(Tray, StartsNoMoreBatchesThanItHasUnits) {
  CounterSpec spec = fryer_of({1, 4s}, 2);
  spec.orders = one_each({0s, 0s, 0s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{4, 4, 8}));
}

TEST(Tray, StartsNoBatchForPortionsThatAlreadyCook) {
  CounterSpec spec = fryer_of({2, 4s}, 2);
  spec.orders = one_each({0s, 3s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{4, 4}));
  EXPECT_EQ(run.result.stations.at(0).batches, 1);
}

TEST(Tray, KeepsPortionsThatNobodyWaitedFor) {
  CounterSpec spec = fryer_of({3, 4s});
  spec.orders = one_each({0s, 10s, 100s, 101s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{4, 10, 100, 105}));
  EXPECT_EQ(run.result.stations.at(0).batches, 2);
  EXPECT_EQ(run.result.stations.at(0).wasted, 0);
}

TEST(Tray, ServesReadyPortionsBeforeThoseStillCooking) {
  CounterSpec spec = fryer_of({2, 4s});
  spec.orders = one_each({0s, 6s, 6s});

  EXPECT_EQ(served(run_of(spec)), (Seconds{4, 6, 10}));
}

TEST(Tray, StepTakesNoTimeOnceItHasAPortion) {
  CounterSpec spec = fryer_of({5, 4s});
  spec.menu = {{"loaded fries", {step_at(0, 7s), free_step(1s)}}};  // the tray's time counts, not the step's
  spec.orders = one_each({1s});

  const RecordedRun run = run_of(spec);

  const ItemRecord loaded = {ItemId{0},
                             at(5s),
                             at(6s),
                             {{StationId{0}, at(1s), at(5s), at(5s), at(1s)}, {std::nullopt, at(5s), at(5s), at(6s)}}};
  EXPECT_EQ(run.orders.at(0).items.at(0), loaded);
}

TEST(Tray, IsUtilizedWhileItsUnitsCook) {
  CounterSpec one = fryer_of({5, 4s});
  one.orders = one_each({0s, 10s});
  CounterSpec two = fryer_of({5, 4s}, 2);
  two.orders = one.orders;

  EXPECT_EQ(run_of(one).result.stations.at(0).utilization, 0.4);  // 4 s of 10
  EXPECT_EQ(run_of(two).result.stations.at(0).utilization, 0.2);  // 4 s of the 20 s of two units
}

TEST(Tray, MeasuresItsLineAndCountsPortionsAsUses) {
  CounterSpec spec = fryer_of({2, 4s});
  spec.orders = one_each({0s, 2s, 3s});

  const RecordedRun run = run_of(spec);

  const StationResult& fryer = run.result.stations.at(0);
  EXPECT_EQ(fryer.wait_time, (stats::summarize({4s, 2s, 5s})));
  EXPECT_EQ(fryer.line, (LineResult{11.0 / 8, 3}));
  EXPECT_EQ(fryer.uses, 3);
  EXPECT_EQ(fryer.capacity, 1);
  EXPECT_EQ(fryer.down, 0);
}

TEST(Tray, OfNoCookingTimeKeepsNobodyWaiting) {
  CounterSpec spec = fryer_of({2, 0s});
  spec.orders = one_each({3s, 3s, 3s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{3, 3, 3}));
  EXPECT_EQ(run.result.stations.at(0).batches, 2);
}

TEST(Tray, OfSinglePortionsServesLikeAStationOfTheSameTime) {
  CounterSpec fryer = fryer_of({1, 3s}, 2);
  fryer.arrivals = {{"walk-in", 1s, 20, items({0})}, {"pairs", 4s, 5, items({0, 0})}};
  CounterSpec grill = grill_of(2, 3s);
  grill.arrivals = fryer.arrivals;

  const RecordedRun cooked = run_of(fryer);
  const RecordedRun grilled = run_of(grill);

  EXPECT_EQ(served(cooked), served(grilled));
  EXPECT_EQ(cooked.result.stations.at(0).utilization, grilled.result.stations.at(0).utilization);
  EXPECT_EQ(cooked.result.stations.at(0).batches, 30);
  EXPECT_EQ(cooked.result.total_time, grilled.result.total_time);
}

TEST(Tray, HasNoSharesOverNoTime) {
  const RecordedRun run = run_of(fryer_of({5, 4s}, 3));

  StationResult nothing;
  nothing.name = "fryer";
  nothing.capacity = 3;
  EXPECT_EQ(run.result.stations.at(0), nothing);
}

}  // namespace
}  // namespace fastfood::model
