#include "sim/scenario/json_text.hpp"

#include <gtest/gtest.h>

namespace sim::scenario {
namespace {

std::string again(std::string_view text) { return json_text(parse_document(text).root.value()); }

TEST(JsonText, IsOnOneLineInTheOrderWritten) {
  EXPECT_EQ(again("{ \"b\": [1, true,\n null], \"a\": {}, \"c\": [] }"), R"({"b":[1,true,null],"a":{},"c":[]})");
  EXPECT_EQ(again("false"), "false");
}

TEST(JsonText, HasNumbersInTheirShortestForm) {
  EXPECT_EQ(again("3.0"), "3");
  EXPECT_EQ(again("30e-1"), "3");
  EXPECT_EQ(again("-2.50"), "-2.5");
  EXPECT_EQ(again("0.10"), "0.1");
  EXPECT_EQ(again("-0.0"), "0");
  EXPECT_EQ(again("1e3"), "1000");
}

TEST(JsonText, KeepsEveryDigitOfASeed) { EXPECT_EQ(again("18446744073709551615"), "18446744073709551615"); }

TEST(JsonText, EscapesWhatJsonDoesNotAllowInTexts) {
  EXPECT_EQ(again(R"("a\"\\\n\u0001é")"), R"("a\"\\\n\u0001é")");
  EXPECT_EQ(again(R"({"a\"b": 1})"), R"({"a\"b":1})");
  EXPECT_EQ(json_text(Node{{}, std::string("a\xFF")}), "\"a\xEF\xBF\xBD\"");
}

}  // namespace
}  // namespace sim::scenario
