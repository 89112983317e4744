#include "sim/report/text_table.hpp"

#include <gtest/gtest.h>

namespace sim::report {
namespace {

TEST(TextTable, PutsTheFirstColumnOnTheLeftAndTheOthersOnTheRight) {
  EXPECT_EQ(lay_out({{"station", "busy"}, {"grill", "5 %"}, {"fries", "100 %"}}),
            "station   busy\n"
            "grill      5 %\n"
            "fries    100 %\n");
}

TEST(TextTable, CountsCharactersNotBytes) {
  EXPECT_EQ(lay_out({{"Käse", "1"}, {"Brot", "22"}}), "Käse   1\nBrot  22\n");
}

TEST(TextTable, ClipsLongTextsOnly) {
  EXPECT_EQ(clipped("grill", 5), "grill");
  EXPECT_EQ(clipped("griddle", 5), "gri..");
  EXPECT_EQ(clipped("Käsesoße", 6), "Käse..");
  EXPECT_EQ(clipped("", 5), "");
}

TEST(TextTable, KeepsAClippedTextOnItsLine) {
  EXPECT_EQ(clipped("a\nb\x7F", 9), "a b ");
  EXPECT_EQ(clipped("a\xFF"
                    "b",
                    9),
            "a\xEF\xBF\xBD"
            "b");
}

}  // namespace
}  // namespace sim::report
