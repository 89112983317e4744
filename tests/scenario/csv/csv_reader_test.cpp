#include "sim/scenario/csv/csv_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace fastfood::scenario {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> rows_of(std::string_view text) {
  CsvReader csv(text);
  std::vector<Row> rows;
  while (csv.read_row()) {
    Row& row = rows.emplace_back();
    for (const CsvField& field : csv.fields()) row.emplace_back(field.text);
  }
  if (csv.fault()) rows.push_back({format("x.csv", *csv.fault())});
  return rows;
}

std::vector<Position> positions_of(std::string_view text) {
  CsvReader csv(text);
  std::vector<Position> positions;
  while (csv.read_row()) {
    for (const CsvField& field : csv.fields()) positions.push_back(field.at);
  }
  return positions;
}

TEST(CsvReader, SeparatesFieldsByCommasAndRowsByLines) {
  const std::vector<Row> rows{{"at", "items"}, {"12", "soda+fries"}};

  EXPECT_EQ(rows_of("at,items\n12,soda+fries\n"), rows);
  EXPECT_EQ(rows_of("at,items\r\n12,soda+fries\r\n"), rows);
  EXPECT_EQ(rows_of("at,items\r12,soda+fries"), rows);
}

TEST(CsvReader, KeepsEmptyFields) { EXPECT_EQ(rows_of(",a,,\n"), (std::vector<Row>{{"", "a", "", ""}})); }

TEST(CsvReader, SkipsLinesThatHoldOnlyBlanks) {
  EXPECT_EQ(rows_of("\n  \na,b\n\t\r\n\nc,d\n \n"), (std::vector<Row>{{"a", "b"}, {"c", "d"}}));
  EXPECT_EQ(rows_of(""), std::vector<Row>{});
  EXPECT_EQ(rows_of(" \n"), std::vector<Row>{});
}

TEST(CsvReader, DropsTheBlanksAroundAFieldButNotThoseInsideQuotes) {
  EXPECT_EQ(rows_of(" a b ,\tc\t, \" d \" \n"), (std::vector<Row>{{"a b", "c", " d "}}));
}

TEST(CsvReader, KeepsCommasQuotesAndLineEndsOfQuotedFields) {
  EXPECT_EQ(rows_of("\"a,b\",\"c\r\nd\",\"\"\n\"say \"\"hi\"\"\",\"\"\"\",\"e\"\"f\"\n"),
            (std::vector<Row>{{"a,b", "c\r\nd", ""}, {"say \"hi\"", "\"", "e\"f"}}));
}

TEST(CsvReader, SkipsAByteOrderMark) {
  EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                    "a,b"),
            (std::vector<Row>{{"a", "b"}}));
  EXPECT_EQ(positions_of("\xEF\xBB\xBF"
                         "a,b"),
            (std::vector<Position>{{1, 1}, {1, 3}}));
}

TEST(CsvReader, CountsLinesAndCharacters) {
  EXPECT_EQ(positions_of("é,b\n\n , \"c\nü\" ,d,\n"),
            (std::vector<Position>{{1, 1}, {1, 3}, {3, 1}, {3, 4}, {4, 5}, {4, 7}}));
}

TEST(CsvReader, EndsAtTheFirstFault) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"a,\"b\nc\n",
       "x.csv:1:3: error: the quote is not closed; end the field with a quote, and double each quote inside it"},
      {"a,\"b\" c\n", "x.csv:1:7: error: expected ',' or the end of the line after the closing quote, got 'c'"},
      {"\"b\"\"\"\"\n",
       "x.csv:1:1: error: the quote is not closed; end the field with a quote, and double each quote inside it"},
      {"a,5\" sub\n",
       "x.csv:1:4: error: a quote inside a field; put the field in quotes, and double each quote inside it"},
      {"é,\xFF\n", "x.csv:1:3: error: expected UTF-8, got the byte 0xFF"},
      {"é,\"\n\xC0\"\n", "x.csv:2:1: error: expected UTF-8, got the byte 0xC0"},
  };
  for (const auto& [text, line] : table) EXPECT_EQ(rows_of(text), (std::vector<Row>{{line}})) << text;
}

TEST(CsvReader, KeepsTheRowsBeforeAFault) {
  EXPECT_EQ(
      rows_of("a,b\nc,\"\"x\nd,e\n"),
      (std::vector<Row>{{"a", "b"},
                        {"x.csv:2:5: error: expected ',' or the end of the line after the closing quote, got 'x'"}}));
}

}  // namespace
}  // namespace fastfood::scenario
