#include "sim/random/elementary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "sim/random/draws.hpp"

namespace fastfood::random {
namespace {

/// Returns the difference in units in the last place of `right`.
double ulps(double value, double right) {
  const double unit = std::nextafter(std::abs(right), std::numeric_limits<double>::infinity()) - std::abs(right);
  return std::abs(value - right) / unit;
}

// The functions of the C library are within one unit of the true value, in long double much closer.

TEST(Log, AgreesWithTheCLibraryToTwoUnits) {
  Draws draws = StreamKey(1).draws(0);
  double worst = 0;
  for (int i = 0; i != 200'000; ++i) {
    const double u = draws.uniform();
    for (const double x : {u, 1 + (u - 0.5) / 1024, u * 1e300, u * 1e-290, 1000 * u}) {
      worst = std::max(worst, ulps(log(x), static_cast<double>(std::log(static_cast<long double>(x)))));
    }
  }
  EXPECT_LE(worst, 2);
}

TEST(Log, OfOneIsZeroAndOfPowersOfTwoTheirMultiples) {
  EXPECT_EQ(log(1), 0.0);
  EXPECT_EQ(log(2), std::log(2.0));
  EXPECT_EQ(log(0x1p-53), -53 * std::log(2.0));
}

TEST(Exp, AgreesWithTheCLibraryToFourUnits) {
  Draws draws = StreamKey(2).draws(0);
  double worst = 0;
  for (int i = 0; i != 200'000; ++i) {
    const double u = draws.uniform() - 0.5;
    for (const double x : {u, 40 * u, 1415 * u, u / 1e6}) {
      worst = std::max(worst, ulps(exp(x), static_cast<double>(std::exp(static_cast<long double>(x)))));
    }
  }
  EXPECT_LE(worst, 4);
}

TEST(Exp, UnderflowsToZeroAndOverflowsToInfinity) {
  EXPECT_EQ(exp(0), 1.0);
  EXPECT_EQ(exp(-1000), 0.0);
  EXPECT_EQ(exp(-std::numeric_limits<double>::infinity()), 0.0);
  EXPECT_EQ(exp(1000), std::numeric_limits<double>::infinity());
  EXPECT_LT(exp(709.78), std::numeric_limits<double>::infinity());
}

}  // namespace
}  // namespace fastfood::random
