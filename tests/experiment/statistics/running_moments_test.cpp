#include "sim/experiment/statistics/running_moments.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>

namespace fastfood::experiment {
namespace {

RunningMoments moments_of(std::initializer_list<double> values) {
  RunningMoments moments;
  for (const double value : values) {
    moments.add(value);
  }
  return moments;
}

TEST(RunningMoments, HaveTheSampleMeanAndVariance) {
  const RunningMoments moments = moments_of({2, 4, 4, 4, 5, 5, 7, 9});  // the squares around 5 sum to 32

  EXPECT_EQ(moments.n(), 8);
  EXPECT_EQ(moments.mean(), 5);
  EXPECT_DOUBLE_EQ(moments.variance(), 32.0 / 7);
}

TEST(RunningMoments, HaveTheSkewnessOfTheirCubes) {
  // Around 1 there are three values of -1 and one of 3, so the mean square is 3 and the mean cube is 6.
  EXPECT_DOUBLE_EQ(moments_of({0, 0, 0, 4}).skewness(), 6 / (3 * std::sqrt(3.0)));
  EXPECT_DOUBLE_EQ(moments_of({0, 0, 0, -4}).skewness(), -6 / (3 * std::sqrt(3.0)));
  EXPECT_DOUBLE_EQ(moments_of({1, 2, 3}).skewness(), 0);
  EXPECT_EQ(moments_of({7, 7, 7}).skewness(), 0);
}

TEST(RunningMoments, OfEqualValuesHaveExactlyNoVariance) {
  RunningMoments moments;
  for (int i = 0; i != 1000; ++i) {
    moments.add(0.1);
  }

  EXPECT_EQ(moments.mean(), 0.1);
  EXPECT_EQ(moments.variance(), 0);
}

TEST(RunningMoments, KeepASmallVarianceAroundALargeMean) {
  EXPECT_DOUBLE_EQ(moments_of({1e9 + 1, 1e9 + 2, 1e9 + 3}).variance(), 1);
}

}  // namespace
}  // namespace fastfood::experiment
