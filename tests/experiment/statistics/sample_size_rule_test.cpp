#include "sim/experiment/statistics/sample_size_rule.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>

namespace fastfood::experiment {
namespace {

/// How many values are enough at an error of 0.05. `metric` returns the value of a replication, numbered from 1.
std::int64_t enough_of(const std::function<double(std::int64_t)>& value) {
  SampleSizeRule rule(0.05);
  RunningMoments values;
  while (!rule.is_enough()) {
    values.add(value(values.n() + 1));
    rule.update(values);
  }
  return values.n();
}

TEST(SampleSizeRule, NeedsEqualValuesUntilAnEventOfOneInAHundredWouldHaveBeenSeen) {
  EXPECT_EQ(enough_of([](std::int64_t) { return 7; }), 299);  // 0.99^n is 0.05 at n = 298.1
}

TEST(SampleSizeRule, IgnoresRoundingOfSums) {
  EXPECT_EQ(enough_of([](std::int64_t n) { return n % 2 == 0 ? 0.3 : 0.1 + 0.2; }), 299);
}

TEST(SampleSizeRule, HasEnoughWithTwoValuesThatAreNotSkewed) {
  EXPECT_EQ(enough_of([](std::int64_t n) { return n % 2; }), 2);
}

TEST(SampleSizeRule, RemembersTheLargestSkewness) {
  // 0 0 1 0 has the skewness (1 - 2 / 4) / sqrt(3 / 16) = 1.155. 25 times its square is 33.3. Later values reduce the
  // skewness.
  EXPECT_EQ(enough_of([](std::int64_t n) { return n < 3 ? 0 : n % 2; }), 34);
}

}  // namespace
}  // namespace fastfood::experiment
