#include "sim/scenario/lint/minimum_service_time.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using model::CounterSpec;
using model::ItemId;
using model::StationId;

// A soda takes 2 s to 9 s. A burger takes 5 s and 6 s. Fries come from a batch.
CounterSpec with_order(std::vector<model::OrderedItem> items) {
  CounterSpec counter;
  counter.stations = {{.name = "fryer", .batch = model::BatchSpec{.size = 5, .time = 4s}}};
  counter.menu = {{"soda", {{std::nullopt, random::Uniform{2s, 9s}}}, {}},
                  {"burger", {{std::nullopt, 5s}, {std::nullopt, 6s}}, {}},
                  {"fries", {{StationId{0}, {}}}, {}}};
  counter.orders = {{.customer = "A", .items = std::move(items)}};
  return counter;
}

const std::vector<model::OrderedItem> meal{{ItemId{0}, 3}, {ItemId{1}}, {ItemId{2}}, {ItemId{1}, 9, 0.5}};

TEST(MinimumServiceTime, IsThatOfTheSlowestItemInAnAsyncGroup) {
  EXPECT_EQ(minimum_service_time(with_order(meal)), 11s);
}

TEST(MinimumServiceTime, IsTheSumOfAllItemsInASequentialGroup) {
  CounterSpec counter = with_order(meal);
  counter.servers = {{.mode = model::Mode::sequential}};

  EXPECT_EQ(minimum_service_time(counter), 17s);
}

TEST(MinimumServiceTime, IncludesTheTimesOfTheServer) {
  CounterSpec counter = with_order(meal);
  counter.servers = {{.order_time = random::Triangular{1s, 2s, 3s}, .time_per_item = 2s, .handover_time = 4s}};

  EXPECT_EQ(minimum_service_time(counter), 1s + 5 * 2s + 11s + 4s);
}

TEST(MinimumServiceTime, IsThatOfTheFastestGroupThatServes) {
  CounterSpec counter = with_order(meal);
  counter.servers = {{.order_time = 9s}, {.name = "b", .order_time = 7s}, {.name = "c", .count = model::Schedule(0)}};

  EXPECT_EQ(minimum_service_time(counter), 18s);
}

TEST(MinimumServiceTime, IsThatOfTheShortestOrderThatComes) {
  CounterSpec counter = with_order(meal);
  counter.until = Instant{1h};
  counter.orders.push_back({.customer = "late", .at = Instant{2h}});
  model::StreamSpec stream;
  stream.items = model::MixSpec({{0, {}}, {1, {{ItemId{0}}, {ItemId{2}}}}});
  counter.arrivals = {stream};

  EXPECT_EQ(minimum_service_time(counter), 2s);
}

TEST(MinimumServiceTime, IsNothingIfNobodyComes) { EXPECT_EQ(minimum_service_time(CounterSpec{}), std::nullopt); }

TEST(MinimumServiceTime, IsAtMostAHundredYears) {
  CounterSpec counter = with_order({{ItemId{1}, 1'000'000}});
  counter.menu[1].steps = {{std::nullopt, 50 * 8766h}, {std::nullopt, 50 * 8766h}, {std::nullopt, 50 * 8766h}};
  counter.servers = {{.mode = model::Mode::sequential, .time_per_item = 50 * 8766h}};

  EXPECT_EQ(minimum_service_time(counter), 100 * 8766h);
}

}  // namespace
}  // namespace fastfood::scenario
