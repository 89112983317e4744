#include "sim/model/equipment.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

TEST(Station, ServesAsManyStepsAtATimeAsItHasUnits) {
  CounterSpec spec = grill_of(2, 3s);
  spec.orders = one_each({0s, 0s, 0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(started(run), (Seconds{0, 0, 3, 3, 6}));
  EXPECT_EQ(served(run), (Seconds{3, 3, 6, 6, 9}));
}

TEST(Station, DoesNotLetAShortStepOvertakeALongOne) {
  CounterSpec spec = grill_of(1, 4s);
  spec.menu.push_back({"egg", {step_at(0, 1s)}});
  spec.orders = {{"ana", at(0s), items({0})}, {"bo", at(1s), items({0})}, {"cy", at(2s), items({1})}};

  EXPECT_EQ(started(run_of(spec)), (Seconds{0, 4, 8}));
}

TEST(Station, ServesInOrderOfAskingNotOfArrival) {
  CounterSpec spec = grill_of(1, 3s);
  spec.menu.push_back({"special", {free_step(2s), step_at(0, 3s)}});
  spec.orders = {{"ana", at(0s), items({1})}, {"bo", at(1s), items({0})}, {"cy", at(1500ms), items({0})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{10, 4, 7}));  // ana asks at 2, behind cy
}

TEST(Station, ServesTheStepsOfOneOrderInTheOrderListed) {
  CounterSpec spec = grill_of(1, 3s);
  spec.menu.push_back({"egg", {step_at(0, 1s)}});
  spec.orders = {{"ana", at(0s), items({1, 0, 1})}};

  const RecordedRun run = run_of(spec);

  const std::vector<ItemRecord>& made = run.orders.at(0).items;
  EXPECT_EQ(seconds(made.at(0).started_at), 0);
  EXPECT_EQ(seconds(made.at(1).started_at), 1);
  EXPECT_EQ(seconds(made.at(2).started_at), 4);
}

TEST(Station, IsAskedAgainForEachStep) {
  CounterSpec spec;
  spec.menu = {{"toast", {step_at(0, 1s), step_at(0, 1s)}}};
  spec.stations = {{"toaster", 1, {}}};
  spec.orders = one_each({0s, 0s});

  // first sides from 0 to 1 and 1 to 2, second sides from 2 to 3 and 3 to 4
  EXPECT_EQ(served(run_of(spec)), (Seconds{3, 4}));
}

TEST(Station, IsUtilizedByTheUnitSecondsInUse) {
  CounterSpec spec = grill_of(2, 3s);
  spec.orders = one_each({0s, 6s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.stations.at(0).utilization, 6.0 / 18);  // two units for 9 s
}

TEST(Station, MeasuresItsLineByTimeAndByStep) {
  CounterSpec spec = grill_of(1, 2s);
  spec.orders = one_each({0s, 0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  const StationResult& grill = run.result.stations.at(0);
  EXPECT_EQ(grill.line, (LineResult{1.5, 3}));  // waits of 0, 2, 4 and 6 s in 8 s
  EXPECT_EQ(grill.wait_time, (stats::summarize({0s, 2s, 4s, 6s})));
  EXPECT_EQ(grill.uses, 4);
  EXPECT_EQ(grill.utilization, 1);
}

TEST(Station, CountsNobodyInLineWhoStartsAtOnce) {
  CounterSpec spec = grill_of(3, 2s);
  spec.orders = one_each({0s, 0s, 0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.stations.at(0).line, (LineResult{0, 0}));
  EXPECT_EQ(run.result.stations.at(0).wait_time, (stats::summarize({0s, 0s, 0s})));
}

TEST(Station, WithoutCustomersHasNoWaitsAndNoWork) {
  CounterSpec spec = grill_of(2, 3s);
  spec.stations.push_back({"oven", 4, {}});
  spec.orders = one_each({0s});

  const RecordedRun run = run_of(spec);

  StationResult idle;
  idle.name = "oven";
  idle.capacity = 4;
  idle.utilization = 0;
  idle.line = {0, 0};
  idle.down = 0;
  EXPECT_EQ(run.result.stations.at(1), idle);
}

TEST(Station, HasNoSharesOverNoTime) {
  const RecordedRun run = run_of(grill_of(2, 3s));

  StationResult nothing;
  nothing.name = "grill";
  nothing.capacity = 2;
  EXPECT_EQ(run.result.stations.at(0), nothing);
}

TEST(Station, IsNotHeldByStepsThatTakeNoTime) {
  CounterSpec spec = grill_of(1, 0s);
  spec.orders = one_each({2s, 2s, 2s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{2, 2, 2}));
  EXPECT_EQ(run.result.stations.at(0).uses, 3);
  EXPECT_EQ(run.result.stations.at(0).utilization, 0);
}

TEST(Station, WithoutBatchesCooksNone) {
  CounterSpec spec = grill_of(1, 3s);
  spec.orders = one_each({0s});

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.stations.at(0).batches, 0);
  EXPECT_EQ(run.result.stations.at(0).wasted, 0);
  EXPECT_EQ(run.result.stations.at(0).down, 0);
}

}  // namespace
}  // namespace fastfood::model
