#include "sim/model/arrivals.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

using Names = std::vector<std::string>;

Seconds arrived(const RecordedRun& run) {
  Seconds all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(seconds(order.arrived_at));
  }
  return all;
}

/// A counter where nobody orders anything.
CounterSpec door_of(std::vector<StreamSpec> streams) {
  CounterSpec spec;
  spec.arrivals = std::move(streams);
  return spec;
}

TEST(Arrivals, OfAStreamStartAtTimeZeroAndFollowItsInterarrivalTime) {
  const RecordedRun run = run_of(door_of({{"walk-in", 1500ms, 4, {}}}));

  EXPECT_EQ(arrived(run), (Seconds{0, 1.5, 3, 4.5}));
  EXPECT_EQ(customers(run), (Names{"walk-in 1", "walk-in 2", "walk-in 3", "walk-in 4"}));
}

TEST(Arrivals, WithAnInterarrivalTimeOfZeroAreSimultaneous) {
  const RecordedRun run = run_of(door_of({{"bus", 0s, 3, {}}}));

  EXPECT_EQ(arrived(run), (Seconds{0, 0, 0}));
  EXPECT_EQ(customers(run), (Names{"bus 1", "bus 2", "bus 3"}));
}

TEST(Arrivals, AreAsManyAsTheCount) {
  EXPECT_EQ(run_of(door_of({{"nobody", 1s, 0, {}}})).orders.size(), 0U);
  EXPECT_EQ(run_of(door_of({{"one", 1s, 1, {}}})).orders.size(), 1U);
  EXPECT_EQ(run_of(door_of({{"many", 1s, 1000, {}}})).orders.size(), 1000U);
}

TEST(Arrivals, OfOrdersAreSortedByInstant) {
  CounterSpec spec;
  spec.orders = {{"cy", at(2s), {}}, {"ana", at(0s), {}}, {"di", at(2s), {}}, {"bo", at(1s), {}}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (Names{"ana", "bo", "cy", "di"}));
  EXPECT_EQ(arrived(run), (Seconds{0, 1, 2, 2}));
}

TEST(Arrivals, AtOneInstantAreOrdersFirstThenStreamsAsListed) {
  CounterSpec spec = door_of({{"walk-in", 2s, 3, {}}, {"app", 1s, 3, {}}});
  spec.orders = {{"ana", at(2s), {}}, {"bo", at(0s), {}}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(customers(run), (Names{"bo", "walk-in 1", "app 1", "app 2", "ana", "walk-in 2", "app 3", "walk-in 3"}));
  EXPECT_EQ(arrived(run), (Seconds{0, 0, 0, 1, 2, 2, 2, 4}));
}

TEST(Arrivals, OfAStreamWithoutInterarrivalTimeComeBeforeTheNextStream) {
  const RecordedRun run = run_of(door_of({{"bus", 0s, 2, {}}, {"walk-in", 1s, 2, {}}}));

  EXPECT_EQ(customers(run), (Names{"bus 1", "bus 2", "walk-in 1", "walk-in 2"}));
}

TEST(Arrivals, AtOneInstantAreOneByOneWithAllThatFollows) {
  CounterSpec spec;
  spec.menu = {{"burger", {step_at(0, 0s), step_at(1, 2s)}}, {"egg", {step_at(1, 2s)}}};
  spec.stations = {{"board", 1, {}}, {"grill", 1, {}}};
  spec.orders = {{"ana", at(0s), items({0})}, {"bo", at(0s), items({1})}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(served(run), (Seconds{2, 4}));  // ana is done at the board and the grill before bo arrives
}

TEST(Arrivals, OfManyStreamsAreMergedByInstant) {
  std::vector<StreamSpec> streams;
  for (int i = 0; i != 50; ++i) {
    streams.push_back({"stream " + std::to_string(i), 1s + i * 1ms, 20, {}});
  }

  const RecordedRun run = run_of(door_of(streams));

  EXPECT_EQ(run.orders.size(), 1000U);
  EXPECT_TRUE(std::ranges::is_sorted(arrived(run)));
  EXPECT_EQ(run.orders.back().customer, "stream 49 20");
  EXPECT_EQ(arrived(run).back(), 19.931);  // 19 times 1.049 s
}

TEST(Arrivals, KnowTheirStream) {
  CounterSpec spec = door_of({{"walk-in", 1s, 1, {}}, {"app", 1s, 1, {}}});
  spec.orders = {{"ana", at(0s), {}}};

  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.orders.at(0).stream, std::nullopt);
  EXPECT_EQ(run.orders.at(1).stream, StreamId{0});
  EXPECT_EQ(run.orders.at(2).stream, StreamId{1});
}

TEST(Arrivals, EndWhenTheLastCustomerLeavesNotWhenTheyArrive) {
  CounterSpec spec = grill_of(1, 30s);
  spec.arrivals = {{"walk-in", 1s, 2, items({0})}};

  EXPECT_EQ(run_of(spec).result.elapsed, 60s);
}

}  // namespace
}  // namespace fastfood::model
