#include "sim/scenario/lint/arrival_bounds.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using model::CounterSpec;
using model::PoissonSpec;
using model::ScheduleSpec;
using model::StreamSpec;

CounterSpec closing_at(std::optional<Instant> until) {
  CounterSpec counter;
  counter.until = until;
  return counter;
}

TEST(ArrivalBounds, EndAtTheEarlierOfTwoUntils) {
  StreamSpec stream;

  EXPECT_EQ(arrivals_end(stream, closing_at(std::nullopt)), std::nullopt);
  EXPECT_EQ(arrivals_end(stream, closing_at(Instant{9s})), Instant{9s});
  stream.until = Instant{5s};
  EXPECT_EQ(arrivals_end(stream, closing_at(std::nullopt)), Instant{5s});
  EXPECT_EQ(arrivals_end(stream, closing_at(Instant{9s})), Instant{5s});
  EXPECT_EQ(arrivals_end(stream, closing_at(Instant{4s})), Instant{4s});
}

TEST(ArrivalBounds, LatestIsWhenTheLastOfACountComes) {
  StreamSpec stream;
  stream.when = random::Distribution(random::Uniform{1s, 3s});
  stream.from = Instant{10s};
  stream.count = 5;

  EXPECT_EQ(latest_arrival(stream, closing_at(std::nullopt)), Instant{22s});
  EXPECT_EQ(latest_arrival(stream, closing_at(Instant{20s})), Instant{20s});
  stream.when = random::Distribution(random::Exponential{1s});
  EXPECT_EQ(latest_arrival(stream, closing_at(std::nullopt)), std::nullopt);
  stream.when = random::Distribution(24h * 365 * 20);
  EXPECT_EQ(latest_arrival(stream, closing_at(std::nullopt)), std::nullopt);
}

TEST(ArrivalBounds, LatestIsWhenTheRateFallsToZero) {
  StreamSpec stream;
  stream.when = PoissonSpec{{{Instant{}, 5}, {Instant{1h}, 0}, {Instant{2h}, 0}}};

  EXPECT_EQ(latest_arrival(stream, closing_at(std::nullopt)), Instant{1h});
  EXPECT_EQ(latest_arrival(stream, closing_at(Instant{30min})), Instant{30min});
  stream.when = PoissonSpec{{{Instant{}, 0}, {Instant{1h}, 5}}};
  EXPECT_EQ(latest_arrival(stream, closing_at(std::nullopt)), std::nullopt);
}

TEST(ArrivalBounds, LatestIsTheLastSetInstant) {
  StreamSpec stream;
  stream.when = ScheduleSpec{{Instant{1s}, Instant{7s}}};

  EXPECT_EQ(latest_arrival(stream, closing_at(std::nullopt)), Instant{7s});
  EXPECT_EQ(latest_arrival(stream, closing_at(Instant{3s})), Instant{3s});
}

TEST(ArrivalBounds, KnowStreamsWithoutCustomers) {
  StreamSpec late;
  late.from = Instant{10s};
  StreamSpec never;
  never.when = PoissonSpec{{{Instant{}, 5}, {Instant{5s}, 0}, {Instant{9s}, 5}}};
  never.from = Instant{5s};
  StreamSpec set;
  set.when = ScheduleSpec{{Instant{10s}}};

  for (const StreamSpec& stream : {late, never, set}) {
    EXPECT_TRUE(has_no_customers(stream, closing_at(Instant{9s})));
    EXPECT_FALSE(has_no_customers(stream, closing_at(Instant{10s})));
    EXPECT_FALSE(has_no_customers(stream, closing_at(std::nullopt)));
  }
}

TEST(ArrivalBounds, CountOrdersUntilTheDoorsClose) {
  CounterSpec counter = closing_at(Instant{5s});
  EXPECT_FALSE(has_customers(counter));

  counter.orders = {{.customer = "late", .at = Instant{6s}}};
  EXPECT_FALSE(has_customers(counter));

  counter.orders = {{.customer = "last", .at = Instant{5s}}};
  EXPECT_TRUE(has_customers(counter));
}

}  // namespace
}  // namespace fastfood::scenario
