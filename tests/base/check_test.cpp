#include "sim/base/check.hpp"

#include <gtest/gtest.h>

namespace fastfood {
namespace {

TEST(Check, DoesNothingIfTheConditionHolds) { check(true, "one is one"); }

TEST(CheckDeathTest, EndsTheProgramWithTheMessage) {
  EXPECT_DEATH(check(false, "the till is open"), "the till is open");
}

TEST(CheckDeathTest, NamesTheSourceLocationOfTheCaller) {
  EXPECT_DEATH(check(false, "the till is open"), "check_test\\.cpp:[0-9]+: .*TestBody");
}

}  // namespace
}  // namespace fastfood
