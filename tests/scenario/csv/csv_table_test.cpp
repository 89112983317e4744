#include "sim/scenario/csv/csv_table.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fastfood::scenario::csv_table_test {
namespace {

/// What is wrong with the text if these columns are required.
std::string faults_of(std::string_view text, const std::vector<std::string>& columns) {
  CsvTable table(text);
  for (const std::string& column : columns) table.require_column(column);
  while (table.next_row()) {
  }
  std::string lines;
  for (const Diagnostic& diagnostic : table.faults().in_order()) lines += format("t.csv", diagnostic) + "\n";
  return lines;
}

TEST(CsvTable, FindsFieldsByTheNameOfTheirColumn) {
  CsvTable table("who,time\nA,4\nB,5\n");

  const auto time = table.require_column("time");
  std::string times;
  while (table.next_row()) times += table.field(*time).text;

  EXPECT_EQ(table.columns(), (std::vector<std::string>{"who", "time"}));
  EXPECT_EQ(times, "45");
  EXPECT_EQ(table.faults().errors(), 0U);
}

TEST(CsvTable, NamesTheNearestColumnOrAll) {
  EXPECT_EQ(faults_of("who,time\n", {"tme"}), "t.csv:1:1: error: there is no column tme; did you mean time?\n");
  EXPECT_EQ(faults_of("who,time\n", {"seconds"}),
            "t.csv:1:1: error: there is no column seconds; the columns are who, time\n");
  EXPECT_EQ(faults_of("who;time\n", {"time"}),
            "t.csv:1:1: error: there is no column time; separate the columns by commas\n");
}

TEST(CsvTable, RefusesTwoColumnsOfOneName) {
  EXPECT_EQ(faults_of("time,who,time\n", {"time"}), "t.csv:1:10: error: there are two columns time\n");
  EXPECT_EQ(faults_of("time,who,time\n", {"who"}), "");
}

TEST(CsvTable, RefusesRowsOfAnotherLengthAndGoesOn) {
  EXPECT_EQ(faults_of("a,b\n1\n1,2\n1,2,3\n", {"a"}),
            "t.csv:2:1: error: expected 2 fields, as the header has, got 1\n"
            "t.csv:4:1: error: expected 2 fields, as the header has, got 3\n");
}

TEST(CsvTable, NeedsAHeader) {
  EXPECT_EQ(faults_of("", {"a"}), "t.csv:1:1: error: expected a row with the names of the columns, got nothing\n");
}

TEST(CsvTable, EndsAtATextThatIsNoCsv) {
  CsvTable table("a\n1\n\"2\n");

  EXPECT_TRUE(table.next_row());
  EXPECT_FALSE(table.next_row());
  ASSERT_EQ(table.faults().in_order().size(), 1U);
  EXPECT_EQ(table.faults().in_order().front().line, 3);
}

TEST(NodeOf, TellsNumbersFromTexts) {
  EXPECT_TRUE(std::holds_alternative<Number>(node_of({{1, 1}, "-1.5e3"}).value));
  EXPECT_TRUE(std::holds_alternative<std::string>(node_of({{1, 1}, "4s"}).value));
  EXPECT_TRUE(std::holds_alternative<std::string>(node_of({{1, 1}, ""}).value));
}

}  // namespace
}  // namespace fastfood::scenario::csv_table_test
