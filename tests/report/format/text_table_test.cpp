#include "sim/report/format/text_table.hpp"

#include <gtest/gtest.h>

namespace fastfood::report {
namespace {

std::string laid_out(const TextTable& table, std::size_t width = 80, const std::vector<std::string>& expendable = {}) {
  return lay_out(table, {{.width = width}, expendable});
}

TEST(TextTable, AlignsTheFirstColumnLeftAndTheOthersRight) {
  EXPECT_EQ(laid_out({{"station", "busy"}, {"grill", "5 %"}, {"fries", "100 %"}}),
            "station   busy\n"
            "grill      5 %\n"
            "fries    100 %\n");
}

TEST(TextTable, CountsCharactersNotBytesNorColours) {
  EXPECT_EQ(laid_out({{"Käse", "1"}, {"Brot", "22"}}), "Käse   1\nBrot  22\n");

  const TextStyle colored{.color = true};
  EXPECT_EQ(laid_out({{"a", "verdict"}, {"b", paint(colored, Color::green, "met")}}),
            "a  verdict\nb      \x1b[32mmet\x1b[0m\n");
}

TEST(TextTable, IsBuiltColumnByColumnWithOneUnitEach) {
  TableBuilder table;
  table.add_text("station", {"grill", "fryer"});
  table.add_numbers("mean wait", model::MetricKind::time, {{90}, {300}});
  table.add_numbers("busy", model::MetricKind::share, {{0.5}, {std::nullopt}});

  EXPECT_EQ(std::move(table).take(),
            (TextTable{{"station", "mean wait (min)", "busy (%)"}, {"grill", "1.5", "50"}, {"fryer", "5.0", "-"}}));
}

TEST(TextTable, WrapsHeadingsOnlyIfItDoesNotFit) {
  const TextTable table{{"point", "kitchen capacity", "mean total time"}, {"0", "3", "5.05"}};

  EXPECT_EQ(laid_out(table, 40),
            "point  kitchen capacity  mean total time\n"
            "0                     3             5.05\n");
  EXPECT_EQ(laid_out(table, 39),
            "        kitchen  mean total\n"
            "point  capacity        time\n"
            "0             3        5.05\n");
  EXPECT_EQ(laid_out(table, 22),
            "                  mean\n"
            "        kitchen  total\n"
            "point  capacity   time\n"
            "0             3   5.05\n");
}

TEST(TextTable, LeavesOutTheMiddleOfLongTextsOnlyIfItDoesNotFit) {
  const std::string name(30, 'n');
  const TextTable table{{"station", "busy"}, {name, "50"}};

  EXPECT_EQ(laid_out(table, 36), "station                         busy\n" + name + "    50\n");
  EXPECT_EQ(laid_out(table, 35),
            "station                   busy\n" + std::string(12, 'n') + ".." + std::string(10, 'n') + "    50\n");
  EXPECT_EQ(laid_out(table, 20),
            "station           busy\n" + std::string(8, 'n') + ".." + std::string(6, 'n') + "    50\n");
}

TEST(TextTable, BreaksLongNamesAtBlanksOnlyIfItDoesNotFit) {
  const std::string name = "places at the pick-up window: 1 → 2";
  const TextTable table{{"one more", "adds"}, {name, "50"}, {"grill", "5"}};

  EXPECT_EQ(laid_out(table, 41), "one more                             adds\n" + name +
                                     "    50\ngrill                                   5\n");
  EXPECT_EQ(laid_out(table, 40),
            "one more               adds\n"
            "places at the pick-up\n"
            "window: 1 → 2            50\n"
            "grill                     5\n");
  EXPECT_EQ(laid_out(table, 20),
            "one more         adds\n"
            "places at the\n"
            "pick-up window:\n"
            "1 → 2              50\n"
            "grill               5\n");
}

TEST(TextTable, LeavesOutExpendableColumnsOneByOneAndNamesThem) {
  const TextTable table{{"a", "b (s)", "c"}, {"1111", "2222", "3333"}};

  EXPECT_EQ(laid_out(table, 17, {"b", "c"}), "a     b (s)     c\n1111   2222  3333\n");
  EXPECT_EQ(laid_out(table, 12, {"b", "c"}), "a        c\n1111  3333\nNo room here for: b (s)\n");
  EXPECT_EQ(laid_out(table, 5, {"c", "b"}), "a\n1111\nNo room here for: b (s), c\n");
  EXPECT_EQ(laid_out(table, 12, {"d"}), "         b\na      (s)     c\n1111  2222  3333\n");
}

TEST(TextTable, CountsTheRowsThatItDoesNotHave) {
  EXPECT_EQ(lay_out({{"a"}, {"1"}}, {.unlisted = 0}), "a\n1\n");
  EXPECT_EQ(lay_out({{"a"}, {"1"}}, {.unlisted = 2}), "a\n1\n... and 2 more\n");
}

TEST(TextTable, WrapsALastColumnOfTexts) {
  const TextTable table{{"cost", ""}, {"10", "meets all"}, {"5", "total time, mean 12 s, needed <= 5 s"}};

  EXPECT_EQ(lay_out_with_text(table, {}),
            "cost\n"
            "10    meets all\n"
            "5     total time, mean 12 s, needed <= 5 s\n");
  EXPECT_EQ(lay_out_with_text(table, {{.width = 30}}),
            "cost\n"
            "10    meets all\n"
            "5     total time, mean 12 s,\n"
            "      needed <= 5 s\n");
}

TEST(TextTable, ClipsLongTextsOnly) {
  EXPECT_EQ(clipped("grill", 5), "grill");
  EXPECT_EQ(clipped("griddle", 5), "gri..");
  EXPECT_EQ(clipped("Käsesoße", 6), "Käse..");
  EXPECT_EQ(clipped("", 5), "");
}

TEST(TextTable, KeepsAClippedTextOnOneLine) {
  EXPECT_EQ(clipped("a\nb\x7F", 9), "a b ");
  EXPECT_EQ(clipped("a\xFF"
                    "b",
                    9),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(Wrapped, KeepsANumberWithItsUnitAlsoBeforeAStop) {
  EXPECT_EQ(wrapped("to 92.8 %; it takes 5 min.", 8), "to\n92.8 %;\nit takes\n5 min.\n");
}

}  // namespace
}  // namespace fastfood::report
