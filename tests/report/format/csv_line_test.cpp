#include "sim/report/format/csv_line.hpp"

#include <gtest/gtest.h>

namespace fastfood::report {
namespace {

TEST(CsvLine, PutsCommasBetweenFieldsOnly) {
  std::string text = "before\n";
  CsvLine{text}.text("grill").number(3).number(0.5).text("");

  EXPECT_EQ(text, "before\ngrill,3,0.5,");
}

TEST(CsvLine, LeavesMissingFieldsEmpty) {
  std::string text;
  CsvLine{text}.number(std::optional<double>{}).number(std::optional{1e21}).text("");

  EXPECT_EQ(text, ",1e+21,");
}

TEST(CsvLine, QuotesOnlyWhatWouldBreakTheLine) {
  std::string text;
  CsvLine{text}.text("a b;c'd").text("a,b").text("\"").text("two\nlines").text("\r");

  EXPECT_EQ(text, "a b;c'd,\"a,b\",\"\"\"\",\"two\nlines\",\"\r\"");
}

}  // namespace
}  // namespace fastfood::report
