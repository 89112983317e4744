#include "sim/random/poisson.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace fastfood::random {
namespace {

using namespace std::chrono_literals;

TEST(Poisson, WithRateZeroHasNoEvent) {
  Draws draws = StreamKey(1).draws(1);
  EXPECT_EQ(next_event({{Instant{}, 0}}, Instant{}, draws), std::nullopt);
  EXPECT_EQ(next_event({}, Instant{}, draws), std::nullopt);
}

TEST(Poisson, WithOneRateInvertsTheExponentialDistribution) {
  // The event is at t if the number drawn is 1 - exp(-2 t).
  for (std::uint64_t i = 0; i != 1000; ++i) {
    Draws draws = StreamKey(2).draws(i);
    const double u = Draws(StreamKey(2).draws(i)).uniform();
    const Instant event = next_event({{Instant{}, 2}}, Instant{5s}, draws).value();
    EXPECT_NEAR(in_seconds(event - Instant{5s}), -std::log1p(-u) / 2, 1e-8);
  }
}

TEST(Poisson, WeighsEachStepByItsRate) {
  // Ten seconds without events, ten with 5 a second, ten with 1 a second: 50 and 10 are expected. Over 4000 runs the
  // standard errors of the means are sqrt(50 / 4000) and sqrt(10 / 4000). Four of them are allowed.
  const std::vector<RateChange> steps{{Instant{}, 0}, {Instant{10s}, 5}, {Instant{20s}, 1}};
  constexpr int runs = 4000;
  int in_first = 0;
  int in_second = 0;
  for (std::uint64_t run = 0; run != runs; ++run) {
    const StreamKey key = StreamKey(3).at(run);
    Instant at{};
    for (std::uint64_t number = 1; at <= Instant{30s}; ++number) {
      Draws draws = key.draws(number);
      at = next_event(steps, at, draws).value();
      EXPECT_GE(at, Instant{10s});
      in_first += at < Instant{20s} ? 1 : 0;
      in_second += at >= Instant{20s} && at < Instant{30s} ? 1 : 0;
    }
  }
  EXPECT_NEAR(in_first / double{runs}, 50, 4 * std::sqrt(50.0 / runs));
  EXPECT_NEAR(in_second / double{runs}, 10, 4 * std::sqrt(10.0 / runs));
}

TEST(Poisson, EndsWhenTheLastRateIsZero) {
  const std::vector<RateChange> steps{{Instant{}, 1e-9}, {Instant{1s}, 0}};
  Draws draws = StreamKey(4).draws(1);
  EXPECT_EQ(next_event(steps, Instant{}, draws), std::nullopt);
}

}  // namespace
}  // namespace fastfood::random
