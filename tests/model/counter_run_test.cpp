#include "sim/model/counter_run.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

TEST(CounterRun, HasATrayForEachStationThatCooksInBatches) {
  CounterSpec spec;
  spec.stations = {{"grill", 1, {}}, tray("fryer", {5, 4s}), {"oven", 2, {}}};
  const model::RunOptions unwatched;

  CounterRun floor{spec, unwatched};

  EXPECT_FALSE(floor.station(StationId{0}).is_tray());
  EXPECT_TRUE(floor.station(StationId{1}).is_tray());
  EXPECT_FALSE(floor.station(StationId{2}).is_tray());
}

TEST(CounterRun, ShowsItsStationsAndStreamsInTheOrderListed) {
  CounterSpec spec;
  spec.stations = {{"oven", 2, {}}, tray("fryer", {5, 4s}), {"grill", 1, {}}};
  spec.arrivals = {{"walk-in", 1s, 1, {}}, {"app", 1s, 1, {}}};

  const RecordedRun run = run_of(spec);

  ASSERT_EQ(run.seen.stations.size(), 3U);
  EXPECT_EQ(run.seen.stations[0].name, "oven");
  EXPECT_EQ(run.seen.stations[1].name, "fryer");
  EXPECT_EQ(run.seen.stations[2].name, "grill");
  ASSERT_EQ(run.seen.streams.size(), 2U);
  EXPECT_EQ(run.seen.streams[0].name, "walk-in");
  EXPECT_EQ(run.seen.streams[1].name, "app");
}

/// Ana's and Bo's knives and boards are free at 3; then both want the oven at once. Bo has asked before Ana.
CounterSpec knife_and_board(std::size_t knife, std::size_t board) {
  CounterSpec spec;
  spec.stations = {{"first", 1, {}}, {"second", 1, {}}, {"oven", 1, {}}};
  spec.menu = {{"hold the knife", {step_at(knife, 3s)}},
               {"hold the board", {step_at(board, 3s)}},
               {"bread", {step_at(knife, 0s), step_at(2, 1s)}},
               {"pizza", {step_at(board, 0s), step_at(2, 1s)}}};
  spec.orders = {{"holder", at(0s), items({0, 1})}, {"bo", at(1s), items({3})}, {"ana", at(2s), items({2})}};
  return spec;
}

TEST(CounterRun, LooksAtTheStationsInTheOrderListed) {
  EXPECT_EQ(served(run_of(knife_and_board(0, 1))), (Seconds{3, 5, 4}));  // the knife is looked at first: ana's
  EXPECT_EQ(served(run_of(knife_and_board(1, 0))), (Seconds{3, 4, 5}));
}

}  // namespace
}  // namespace fastfood::model
