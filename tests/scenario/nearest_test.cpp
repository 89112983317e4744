#include "sim/scenario/nearest.hpp"

#include <gtest/gtest.h>

#include <optional>

namespace sim::scenario {
namespace {

TEST(EditDistance, CountsLettersPutInLeftOutReplacedAndSwapped) {
  EXPECT_EQ(edit_distance("batch", "batch"), 0U);
  EXPECT_EQ(edit_distance("bach", "batch"), 1U);
  EXPECT_EQ(edit_distance("battch", "batch"), 1U);
  EXPECT_EQ(edit_distance("botch", "batch"), 1U);
  EXPECT_EQ(edit_distance("btach", "batch"), 1U);
  EXPECT_EQ(edit_distance("", "batch"), 5U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

TEST(EditDistance, TakesCapitalsForSmallLetters) { EXPECT_EQ(edit_distance("Kitchen", "kitchen"), 0U); }

TEST(Nearest, IsTheOneWithTheFewestChanges) {
  EXPECT_EQ(nearest("bach", {"capacity", "batch"}), "batch");
  EXPECT_EQ(nearest("frier", {"fries", "fryer", "grill"}), "fries");
  EXPECT_EQ(nearest("STATIONS", {"stations"}), "stations");
  EXPECT_EQ(nearest("soda-machine", {"soda_machine"}), "soda_machine");
}

TEST(Nearest, IsNothingWhereNoneIsClose) {
  EXPECT_EQ(nearest("oven", {"capacity", "batch"}), std::nullopt);
  EXPECT_EQ(nearest("x", {"y"}), std::nullopt);
  EXPECT_EQ(nearest("", {"at"}), std::nullopt);
  EXPECT_EQ(nearest("batch", {}), std::nullopt);
}

}  // namespace
}  // namespace sim::scenario
