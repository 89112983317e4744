#include "sim/scenario/lint/distribution_support.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;

TEST(DistributionSupport, ContainsAllDraws) {
  EXPECT_EQ(min_of(random::Constant{3s}), 3s);
  EXPECT_EQ(max_of(random::Constant{3s}), 3s);
  EXPECT_EQ(min_of(random::Uniform{1s, 2s}), 1s);
  EXPECT_EQ(max_of(random::Uniform{1s, 2s}), 2s);
  EXPECT_EQ(min_of(random::Triangular{1s, 2s, 4s}), 1s);
  EXPECT_EQ(max_of(random::Pert{1s, 2s, 4s}), 4s);
  EXPECT_EQ(min_of(random::Empirical{{5s, 2s, 3s}}), 2s);
  EXPECT_EQ(max_of(random::Empirical{{5s, 2s, 3s}}), 5s);
}

TEST(DistributionSupport, LeavesOutValuesWithoutWeight) {
  const random::Discrete of{{1s, 2s, 3s, 4s}, {0, 1, 0.5, 0}};

  EXPECT_EQ(min_of(of), 2s);
  EXPECT_EQ(max_of(of), 3s);
}

TEST(DistributionSupport, IsOnePointIfTheDeviationIsZero) {
  EXPECT_EQ(min_of(random::Normal{3s, 0s}), 3s);
  EXPECT_EQ(max_of(random::Normal{3s, 0s}), 3s);
  EXPECT_EQ(min_of(random::Lognormal{3s, 0s}), 3s);
  EXPECT_EQ(max_of(random::Lognormal{3s, 0s}), 3s);
}

TEST(DistributionSupport, HasNoUpperBoundForUnboundedTails) {
  for (const random::Distribution& of :
       {random::Distribution(random::Exponential{1s}), random::Distribution(random::Erlang{2, 1s}),
        random::Distribution(random::Gamma{2, 1s}), random::Distribution(random::Normal{1s, 1s}),
        random::Distribution(random::Lognormal{1s, 1s}), random::Distribution(random::Weibull{2, 1s})}) {
    EXPECT_EQ(min_of(of), 0s);
    EXPECT_EQ(max_of(of), std::nullopt);
  }
}

TEST(DistributionSupport, BoundsTheMeanOfDrawsUpToACap) {
  EXPECT_DOUBLE_EQ(mean_up_to(20s, random::Constant{90s}), 20);
  EXPECT_DOUBLE_EQ(mean_up_to(20s, random::Constant{9s}), 9);
  EXPECT_DOUBLE_EQ(mean_up_to(20s, random::Uniform{30s, 90s}), 20);
  EXPECT_DOUBLE_EQ(mean_up_to(20s, random::Uniform{10s, 20s}), 15);
  EXPECT_DOUBLE_EQ(mean_up_to(20s, random::Uniform{10s, 90s}), 10);  // at least the shortest
  // The integral of exp(-t/20) from 0 to 20, and Cantelli: at most 30²/(30² + 40²) = 0.36 of the draws are below 20.
  EXPECT_DOUBLE_EQ(mean_up_to(20s, random::Exponential{20s}), 20 * (1 - std::exp(-1.0)));
  EXPECT_DOUBLE_EQ(mean_up_to(20s, random::Lognormal{60s, 30s}), 20 * 0.64);
  EXPECT_DOUBLE_EQ(mean_up_to(20s, random::Normal{10s, 30s}), 0);
}

}  // namespace
}  // namespace fastfood::scenario
