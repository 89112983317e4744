#include "sim/model/results/rates.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

namespace fastfood::model {
namespace {

using namespace std::chrono_literals;

TEST(Rates, AreCountsPerHour) {
  EXPECT_EQ(per_hour(10, 12s), 3000);
  EXPECT_EQ(per_hour(1, 2h), 0.5);
  EXPECT_EQ(per_hour(7, 9s), 2800);
}

TEST(Rates, OfACountOfZeroAreZero) { EXPECT_EQ(per_hour(0, 1ns), 0); }

TEST(Rates, HaveNoValueOverNoTime) {
  EXPECT_EQ(per_hour(0, 0s), std::nullopt);
  EXPECT_EQ(per_hour(3, 0s), std::nullopt);
}

TEST(Rates, OverANanosecondAreExact) { EXPECT_EQ(per_hour(2, 1ns), 7.2e12); }

}  // namespace
}  // namespace fastfood::model
