#include "sim/experiment/fit/poisson.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace fastfood::experiment::poisson_test {
namespace {

TEST(Poisson, HasTheIntervalsOfGarwoodsTable) {
  // 95 % limits of Garwood (1936), as printed in many tables of vital statistics.
  EXPECT_EQ(poisson_interval(0, 0.95).lower, 0);
  EXPECT_NEAR(poisson_interval(0, 0.95).upper, 3.689, 5e-4);
  EXPECT_NEAR(poisson_interval(1, 0.95).lower, 0.0253, 5e-5);
  EXPECT_NEAR(poisson_interval(1, 0.95).upper, 5.572, 5e-4);
  EXPECT_NEAR(poisson_interval(10, 0.95).lower, 4.795, 5e-4);
  EXPECT_NEAR(poisson_interval(10, 0.95).upper, 18.39, 5e-3);
}

TEST(Dispersion, IsTheChiSquaredStatisticOfEqualExposures) {
  // Mean 6: (4 + 0 + 4) / 6 = 4/3 with 2 degrees, whose tail is exp(-x / 2).
  const Dispersion dispersion = dispersion_of(std::vector<std::int64_t>{4, 6, 8});

  EXPECT_DOUBLE_EQ(dispersion.statistic, 8.0 / 6);
  EXPECT_EQ(dispersion.degrees, 2);
  EXPECT_DOUBLE_EQ(dispersion.index(), 4.0 / 6);
  EXPECT_NEAR(dispersion.p_above(), std::exp(-8.0 / 12), 1e-12);
  EXPECT_NEAR(dispersion.p_below(), 1 - std::exp(-8.0 / 12), 1e-12);
}

TEST(Dispersion, OfNothingComparesNothing) {
  EXPECT_EQ(dispersion_of(std::vector<std::int64_t>{0, 0, 0}), Dispersion{});
  EXPECT_EQ(dispersion_of(std::vector<std::int64_t>{5}).degrees, 0);
  EXPECT_EQ(dispersion_of(std::vector<std::int64_t>{5}).p_above(), 1);
}

TEST(Dispersion, IsPooledByAddingStatisticsAndDegrees) {
  EXPECT_EQ(pooled(std::vector{Dispersion{3, 2}, Dispersion{0, 0}, Dispersion{1, 4}}), (Dispersion{4, 6}));
}

}  // namespace
}  // namespace fastfood::experiment::poisson_test
