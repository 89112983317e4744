#include <gtest/gtest.h>

#include "tests/system/laws.hpp"

/// The random restaurants are suitable for testing laws.
namespace fastfood::model::random_restaurant_test {
namespace {

TEST(RandomRestaurant, DependsOnlyOnItsNumber) {
  EXPECT_EQ(random_restaurant(7), random_restaurant(7));
  EXPECT_NE(random_restaurant(7).lines, random_restaurant(8).lines);
}

TEST(RandomRestaurant, ProducesEveryEventOften) {
  std::map<EventKind, std::int64_t> events;
  std::int64_t found_no_place = 0;
  for_each_restaurant([&](const CounterSpec& spec) {
    const TracedRun run = trace(spec);
    for (const RecordedEvent& event : run.events) {
      ++events[event.what];
    }
    for (const CustomerLineResult& line : run.result.lines) {
      for (const StopResult& stop : line.stops) {
        found_no_place += stop.left;
      }
    }
  });

  const auto many = static_cast<std::int64_t>(random_counters);
  for (int what = 0; what <= static_cast<int>(EventKind::ends_work); ++what) {
    EXPECT_GT(events[static_cast<EventKind>(what)], many / 4) << what;
  }
  EXPECT_GT(found_no_place, many / 10);
}

template <class Is>
std::int64_t count_stops(Is is) {
  std::int64_t count = 0;
  for_each_restaurant([&](const CounterSpec& spec) {
    for (const LineSpec& line : spec.lines) {
      count += std::ranges::count_if(line.stops, is);
    }
  });
  return count;
}

TEST(RandomRestaurant, UsesEveryKeyOfAStop) {
  const auto few = static_cast<std::int64_t>(random_counters) / 10;
  EXPECT_GT(count_stops([](const StopSpec& it) { return it.kind == StopKind::order_and_collect; }), few);
  EXPECT_GT(count_stops([](const StopSpec& it) { return it.is_kiosk(); }), few);
  EXPECT_GT(count_stops([](const StopSpec& it) { return it.is_collect() && it.by.has_value(); }), few);
  EXPECT_GT(count_stops([](const StopSpec& it) { return it.kind == StopKind::other && it.by.has_value(); }), few);
  EXPECT_GT(count_stops([](const StopSpec& it) { return it.places && !it.places->is_constant(); }), few);
  EXPECT_GT(count_stops([](const StopSpec& it) { return it.room == 0; }), few);
  EXPECT_GT(count_stops([](const StopSpec& it) { return it.leave_if_full; }), few);
}

}  // namespace
}  // namespace fastfood::model::random_restaurant_test
