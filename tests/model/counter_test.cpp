#include "sim/model/counter.hpp"

#include <gtest/gtest.h>

#include "sim/model/counter_run.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

constexpr Duration seventy_years = latest_instant.time_since_epoch();

/// A counter that uses every feature.
CounterSpec lunch() {
  CounterSpec spec;
  spec.menu = {{"soda", {step_at(0, 1s)}}, {"fries", {step_at(1), free_step(500ms)}}};
  spec.stations = {{"soda machine", 2, {}}, tray("fryer", {3, 4s})};
  spec.servers = {{"Ana", 1, Mode::sequential}, {"crew", 2, Mode::async}};
  spec.orders = {{"bo", at(7s), items({1, 1})}};
  spec.arrivals = {{"walk-in", 750ms, 30, items({0, 1})}, {"app", 2s, 5, items({1, 0, 0})}};
  spec.target = TargetSpec{10s, 0.5};
  return spec;
}

TEST(Counter, HasTheSameResultInEachRun) {
  const RecordedRun once = run_of(lunch());
  const RecordedRun again = run_of(lunch());

  EXPECT_EQ(once.result, again.result);
  EXPECT_EQ(once.orders, again.orders);
  EXPECT_EQ(once.orders.size(), 36U);
}

TEST(Counter, HasTheSameResultWhetherOrdersAreRecordedOrNot) {
  const auto unrecorded = run_counter(lunch());

  EXPECT_EQ(unrecorded.value(), run_of(lunch()).result);
}

TEST(Counter, HasTheSameResultForAnySeedIfNothingIsDrawn) {
  CounterSpec other = lunch();
  other.seed = 4711;

  EXPECT_EQ(run_of(other).result, run_of(lunch()).result);
}

TEST(Counter, RunsToTheLastNanosecondOfSeventyYears) {
  CounterSpec spec = grill_of(1, seventy_years / 2);
  spec.orders = one_each({seventy_years / 2});

  EXPECT_EQ(run_of(spec).result.elapsed, seventy_years);
}

TEST(Counter, FailsIfTheClockWouldPassSeventyYears) {
  CounterSpec spec = grill_of(1, seventy_years / 2 + 1ns);
  spec.orders = one_each({0s, seventy_years / 2});

  const auto result = run_counter(spec);

  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().what, "the clock would pass 70 years");
}

TEST(Counter, FailsIfCustomersWouldArriveAfterSeventyYears) {
  CounterSpec spec;
  spec.arrivals = {{"comet", 50 * 8766h, 3, {}}};

  const auto result = run_counter(spec);

  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().what, "the clock would pass 70 years");
}

TEST(Counter, SendsTheOrdersThatEndedBeforeItFailed) {
  CounterSpec spec;
  spec.arrivals = {{"comet", 50 * 8766h, 3, {}}};
  std::vector<std::int64_t> ids;

  const auto result = run_counter(spec, [&ids](const OrderRecord& order) { ids.push_back(order.id); });

  EXPECT_FALSE(result.has_value());
  EXPECT_EQ(ids, (std::vector<std::int64_t>{1, 2}));
}

TEST(Counter, WithoutAnythingEndsAtOnce) { EXPECT_EQ(run_of({}).result, RunResult{}); }

TEST(CounterRun, HasATrayForEachStationThatCooksInBatches) {
  CounterSpec spec;
  spec.stations = {{"grill", 1, {}}, tray("fryer", {5, 4s}), {"oven", 2, {}}};
  const RunOptions options;

  CounterRun run{spec, options};

  EXPECT_FALSE(run.station(StationId{0}).is_tray());
  EXPECT_TRUE(run.station(StationId{1}).is_tray());
  EXPECT_FALSE(run.station(StationId{2}).is_tray());
}

TEST(Counter, ListsStationsAndStreamsInTheOrderOfTheSpec) {
  CounterSpec spec;
  spec.stations = {{"oven", 2, {}}, tray("fryer", {5, 4s}), {"grill", 1, {}}};
  spec.arrivals = {{"walk-in", 1s, 1, {}}, {"app", 1s, 1, {}}};

  const RecordedRun run = run_of(spec);

  ASSERT_EQ(run.result.stations.size(), 3U);
  EXPECT_EQ(run.result.stations[0].name, "oven");
  EXPECT_EQ(run.result.stations[1].name, "fryer");
  EXPECT_EQ(run.result.stations[2].name, "grill");
  ASSERT_EQ(run.result.streams.size(), 2U);
  EXPECT_EQ(run.result.streams[0].name, "walk-in");
  EXPECT_EQ(run.result.streams[1].name, "app");
}

/// Ana waits for the knife and Bo for the board. Both are free at 3 s, and then both need the oven at once. Bo has
/// asked before Ana.
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

TEST(CounterRun, DispatchesTheStationsInTheOrderListed) {
  // the station with the knife is first, so ana's
  EXPECT_EQ(served(run_of(knife_and_board(0, 1))), (Seconds{3, 5, 4}));
  EXPECT_EQ(served(run_of(knife_and_board(1, 0))), (Seconds{3, 4, 5}));
}

}  // namespace
}  // namespace fastfood::model
