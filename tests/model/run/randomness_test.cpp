#include "sim/model/run/randomness.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

/// One grill, one server, a customer every 5 s. All times are constant.
CounterSpec clockwork() {
  CounterSpec spec = grill_of(1, 4s);
  spec.servers = {{.name = "till"}};
  spec.arrivals = {{.name = "walk-in", .when = random::Distribution(5s), .count = 3, .items = items({0})}};
  return spec;
}

const random::Distribution random_time = random::Exponential{3s};

TEST(IsRandom, IsFalseIfAllTimesAreConstant) {
  CounterSpec with_stop = clockwork();
  with_stop.lines = {{"drive", {}, {{.name = "window", .time = 5s}}}};
  with_stop.arrivals[0].who.comes_after = 60s;

  EXPECT_FALSE(is_random(clockwork()));
  EXPECT_FALSE(is_random(with_stop));
}

TEST(IsRandom, IsTrueIfAnyTimeIsDrawn) {
  const auto with = [](auto change) {
    CounterSpec spec = clockwork();
    change(spec);
    return is_random(spec);
  };

  EXPECT_TRUE(with([](CounterSpec& it) { it.menu[0].steps[0].time = random_time; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.stations[0].breakdown = BreakdownSpec{random_time, 1s}; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.stations[0].breakdown = BreakdownSpec{1s, random_time}; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.stations[0].batch = BatchSpec{2, random_time}; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.servers[0].order_time = random_time; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.servers[0].time_per_item = random_time; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.servers[0].handover_time = random_time; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.arrivals[0].when = random_time; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.arrivals[0].who.patience = random_time; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.arrivals[0].who.comes_after = random_time; }));
  EXPECT_TRUE(with([](CounterSpec& it) { it.lines = {{"drive", {}, {{.name = "window", .time = random_time}}}}; }));
}

TEST(IsRandom, IsTrueIfArrivalsOrOrdersAreDrawn) {
  CounterSpec poisson = clockwork();
  poisson.arrivals[0].when = PoissonSpec{{{Instant{}, 60}}};
  CounterSpec mixed = clockwork();
  mixed.arrivals[0].items = MixSpec({{1, items({0})}, {2, {}}});
  CounterSpec maybe = clockwork();
  maybe.orders = {{"ana", at(0s), {{ItemId{0}, 1, 0.5}}}};
  CounterSpec surely = clockwork();
  surely.orders = {{"ana", at(0s), {{ItemId{0}, 2, 1.0}}}};

  EXPECT_TRUE(is_random(poisson));
  EXPECT_TRUE(is_random(mixed));
  EXPECT_TRUE(is_random(maybe));
  EXPECT_FALSE(is_random(surely));
}

}  // namespace
}  // namespace fastfood::model
