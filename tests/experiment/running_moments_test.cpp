#include "sim/experiment/running_moments.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

namespace sim::experiment {
namespace {

RunningMoments moments_of(std::initializer_list<double> values) {
  RunningMoments moments;
  for (const double value : values) {
    moments.add(value);
  }
  return moments;
}

TEST(RunningMoments, AreMeanAndVarianceWithOneLessThanTheCount) {
  const RunningMoments moments = moments_of({2, 4, 4, 4, 5, 5, 7, 9});  // 32 squares around 5

  EXPECT_EQ(moments.n(), 8);
  EXPECT_EQ(moments.mean(), 5);
  EXPECT_DOUBLE_EQ(moments.variance(), 32.0 / 7);
}

TEST(RunningMoments, OfEqualValuesAreThatValueAndExactlyNoVariance) {
  RunningMoments moments;
  for (int i = 0; i != 1000; ++i) {
    moments.add(0.1);
  }

  EXPECT_EQ(moments.mean(), 0.1);
  EXPECT_EQ(moments.variance(), 0);
}

TEST(RunningMoments, KeepASmallVarianceOnTopOfALargeMean) {
  EXPECT_DOUBLE_EQ(moments_of({1e9 + 1, 1e9 + 2, 1e9 + 3}).variance(), 1);
}

}  // namespace
}  // namespace sim::experiment
