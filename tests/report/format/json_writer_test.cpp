#include "sim/report/format/json_writer.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

namespace fastfood::report {
namespace {

using namespace std::chrono_literals;

template <class Value>
std::string written(const Value& value) {
  std::string text;
  JsonWriter{text, Layout::compact}.value(value);
  return text;
}

/// Writes some of everything that nests.
std::string nested(Layout layout) {
  std::string text;
  JsonWriter json{text, layout};
  json.begin_object();
  json.field("a", 1);
  json.key("list");
  json.begin_list();
  json.value(true);
  json.begin_object();
  json.end_object();
  json.begin_list();
  json.end_list();
  json.end_list();
  json.field("b", std::optional<int>{});
  json.end_object();
  return text;
}

TEST(JsonWriter, WritesOneLineWithoutBlanks) {
  EXPECT_EQ(nested(Layout::compact), R"({"a":1,"list":[true,{},[]],"b":null})");
}

TEST(JsonWriter, IndentsByTwoAndKeepsEmptyObjectsAndListsTogether) {
  EXPECT_EQ(nested(Layout::indented), R"({
  "a": 1,
  "list": [
    true,
    {},
    []
  ],
  "b": null
})");
}

TEST(JsonWriter, WritesWholeNumbersWithoutAPoint) {
  EXPECT_EQ(written(3000.0), "3000");
  EXPECT_EQ(written(100000.0), "100000");
  EXPECT_EQ(written(std::numeric_limits<std::uint64_t>::max()), "18446744073709551615");
  EXPECT_EQ(written(std::int64_t{-5}), "-5");
  EXPECT_EQ(written(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
}

TEST(JsonWriter, WritesTheFewestDigitsThatReadBackAsTheSameNumber) {
  EXPECT_EQ(written(0.1), "0.1");
  EXPECT_EQ(written(5.0 / 6.0), "0.8333333333333334");
  EXPECT_EQ(written(0.00025), "0.00025");
  for (const double number : {1.0 / 3, 5e-324, 1.7976931348623157e308, 1e21, 9.5e-7, 123456789.125}) {
    EXPECT_EQ(std::strtod(written(number).c_str(), nullptr), number) << written(number);
  }
}

TEST(JsonWriter, HasNoMinusZero) { EXPECT_EQ(written(-0.0), "0"); }

TEST(JsonWriter, WritesTimesAsSecondsWithAllTheirDigits) {
  EXPECT_EQ(written(Duration{0}), "0");
  EXPECT_EQ(written(Duration{3500ms}), "3.5");
  EXPECT_EQ(written(Duration{1ns}), "0.000000001");
  EXPECT_EQ(written(Duration{-250ms}), "-0.25");
  EXPECT_EQ(written(Duration{10s}), "10");
  EXPECT_EQ(written(Duration::min()), "-9223372036.854775808");
  EXPECT_EQ(written(Instant{latest_instant}), "2209032000");
  EXPECT_EQ(written(Instant{latest_instant - 1ns}), "2209031999.999999999");
}

TEST(JsonWriter, EscapesWhatJsonDoesNotAllowInAText) {
  EXPECT_EQ(written("say \"hi\"\\ \n\r\t\x01\x1f/"), R"("say \"hi\"\\ \n\r\t\u0001\u001f/")");
  EXPECT_EQ(written(std::string{"a\0b", 3}), R"("a\u0000b")");
}

TEST(JsonWriter, PassesUtf8Through) {
  const std::string word = "Käse 薯条 🍟";

  EXPECT_EQ(written(word), '"' + word + '"');
}

TEST(JsonWriter, ReplacesEachByteThatIsNotUtf8) {
  const std::string mark = "\xEF\xBF\xBD";

  EXPECT_EQ(written("a\xFF"
                    "b"),
            "\"a" + mark + "b\"");
  EXPECT_EQ(written("\xC3"), '"' + mark + '"');                                   // cut off
  EXPECT_EQ(written("\xC0\xAF"), '"' + mark + mark + '"');                        // longer than needed
  EXPECT_EQ(written("\xED\xA0\x80"), '"' + mark + mark + mark + '"');             // a surrogate
  EXPECT_EQ(written("\xF4\x90\x80\x80"), '"' + mark + mark + mark + mark + '"');  // beyond the last character
}

TEST(JsonWriter, WritesRawJsonUnchanged) {
  std::string text;
  JsonWriter json{text, Layout::compact};
  json.begin_list();
  json.raw(R"({"from": 1e2})");
  json.raw("-0.0");
  json.end_list();

  EXPECT_EQ(text, R"([{"from": 1e2},-0.0])");
}

TEST(JsonWriterDeathTest, RefusesWhatIsNotANumber) {
  EXPECT_DEATH(written(std::numeric_limits<double>::quiet_NaN()), "no such number");
  EXPECT_DEATH(written(std::numeric_limits<double>::infinity()), "no such number");
}

}  // namespace
}  // namespace fastfood::report
