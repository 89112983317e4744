#include "sim/report/format/text_table.hpp"

#include <gtest/gtest.h>

namespace fastfood::report {
namespace {

TEST(TextTable, AlignsTheFirstColumnLeftAndTheOthersRight) {
  EXPECT_EQ(lay_out({{"station", "busy"}, {"grill", "5 %"}, {"fries", "100 %"}}),
            "station   busy\n"
            "grill      5 %\n"
            "fries    100 %\n");
}

TEST(TextTable, CountsCharactersNotBytes) {
  EXPECT_EQ(lay_out({{"Käse", "1"}, {"Brot", "22"}}), "Käse   1\nBrot  22\n");
}

TEST(TextTable, HasOnlyTheColumnsThatAreShown) {
  const std::vector<Column<int>> columns{
      {"n", [](int n) { return std::to_string(n); }},
      {"twice", [](int n) { return std::to_string(2 * n); }, false},
      {"square", [](int n) { return std::to_string(n * n); }},
  };

  EXPECT_EQ(table_of({3, 4}, columns), (TextTable{{"n", "square"}, {"3", "9"}, {"4", "16"}}));
}

TEST(TextTable, DropsOnlyTheColumnsThatDoNotFit) {
  const std::string wide(40, '#');
  const TextTable table{{"a", "b", "c"}, {wide, wide, "1"}};

  EXPECT_EQ(fitted(table, {"c", "b"}), (TextTable{{"a"}, {wide}}));
  EXPECT_EQ(fitted(table, {"b", "a"}), (TextTable{{"a", "c"}, {wide, "1"}}));
  EXPECT_EQ(fitted({{"a", "b"}, {"1", "2"}}, {"b"}), (TextTable{{"a", "b"}, {"1", "2"}}));
  EXPECT_EQ(fitted(table, {"none"}), table);
}

TEST(TextTable, FitsExactlyEightyColumns) {
  const TextTable table{{"a", "b"}, {std::string(70, '#'), std::string(8, '#')}};

  EXPECT_EQ(fitted(table, {"b"}), table);
}

TEST(TextTable, StacksTheWordsOfAHeadingWiderThanItsColumn) {
  const StackedTable table =
      stacked({{"point", "kitchen capacity", "fryer batch size", "mean"}, {"0", "3", "seven or ten", "5.05 s"}});

  EXPECT_EQ(lay_out(table.table),
            "        kitchen   fryer batch\n"
            "point  capacity          size    mean\n"
            "0             3  seven or ten  5.05 s\n");
  EXPECT_EQ(table.headings, 2U);
}

TEST(TextTable, PutsAsManyWordsOnALineAsTheColumnHasRoomFor) {
  EXPECT_EQ(lay_out(stacked({{"point", "servers 0 mode"}, {"0", "async"}}).table),
            "       servers\n"
            "point   0 mode\n"
            "0        async\n");
}

TEST(TextTable, StacksNothingIfThereIsRoom) {
  const TextTable table{{"mean wait", "a"}, {"a long value", ""}};

  EXPECT_EQ(stacked(table).table, table);
  EXPECT_EQ(stacked(table).headings, 1U);
  EXPECT_EQ(stacked({{""}}).table, (TextTable{{""}}));
}

TEST(TextTable, CountsTheRowsBeyondTheFirst) {
  const TextTable table{{"a"}, {"1"}, {"2"}, {"3"}};

  EXPECT_EQ(lay_out_first(3, table), "a\n1\n2\n3\n");
  EXPECT_EQ(lay_out_first(1, table), "a\n1\n... and 2 more\n");
  EXPECT_EQ(lay_out_first(1, table, 2), "a\n1\n2\n... and 1 more\n");
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

}  // namespace
}  // namespace fastfood::report
