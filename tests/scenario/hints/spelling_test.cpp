#include "sim/scenario/hints/spelling.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sim/scenario/json/document.hpp"
#include "sim/scenario/read/duration.hpp"

namespace fastfood::scenario::spelling_test {
namespace {

Node node(const std::string& json) { return *parse_document(json).root; }

TEST(Suggestion, OfADurationHasNoBlanksAndAValidUnit) {
  EXPECT_EQ(suggest_duration("8 s"), R"("8s")");
  EXPECT_EQ(suggest_duration("5 min"), R"("5min")");
  EXPECT_EQ(suggest_duration("90 sec"), R"("90s")");
  EXPECT_EQ(suggest_duration("2 minutes"), R"("2min")");
  EXPECT_EQ(suggest_duration("1 Hour"), R"("1h")");
  EXPECT_EQ(suggest_duration("250 msec"), R"("250ms")");
  EXPECT_EQ(suggest_duration("5m"), R"("5min")");
  EXPECT_EQ(suggest_duration(" 3 hrs. "), R"("3h")");
  EXPECT_EQ(suggest_duration("2 days"), R"("48h")");
}

TEST(Suggestion, OfANumberHasAPointAndNoMoreZerosThanJsonAllows) {
  EXPECT_EQ(suggest_duration("1,5 h"), R"("1.5h")");
  EXPECT_EQ(suggest_duration(".5h"), R"("0.5h")");
  EXPECT_EQ(suggest_duration("05 min"), R"("5min")");
}

TEST(Suggestion, OfASumIsInItsSmallestUnit) {
  EXPECT_EQ(suggest_duration("1h30"), R"("90min")");
  EXPECT_EQ(suggest_duration("1h 30min"), R"("90min")");
  EXPECT_EQ(suggest_duration("2min30s"), R"("150s")");
  EXPECT_EQ(suggest_duration("1 h 0 min 30 s"), R"("3630s")");
  EXPECT_EQ(suggest_duration("1.5h 0.5min"), R"("5430s")");  // 90.5 is not a whole number of minutes
}

TEST(Suggestion, ForColonsNamesBothReadings) {
  EXPECT_EQ(suggest_duration("1:30"), R"("90s" for minutes and seconds, "90min" for hours and minutes)");
  EXPECT_EQ(suggest_duration("1:00:30"), R"("3630s")");
}

TEST(Suggestion, ForANumberInQuotesIsInSeconds) { EXPECT_EQ(suggest_duration("90"), R"(90 or "90s")"); }

TEST(Suggestion, IsEmptyIfTheMeaningIsNotClear) {
  for (const char* text : {"", " ", "soon", "-5 min", "s", "5 parsecs", "1:2:3:4", ":30", "1h30x", "30 500 ms",
                           "9999999999 h 1 min", "99999 days", "1.5.2 h", "1,500 ms", "1h 1,500 ms"}) {
    EXPECT_EQ(suggest_duration(text), "") << text;
  }
  EXPECT_EQ(suggest_duration(std::string(100'000, '1') + " s"), "");
}

TEST(Suggestion, OfADurationIsADuration) {
  for (const char* text : {"8 s", "1h30", "2 days", "1,5 h", ".5h", "2min30"}) {
    const std::string meant = suggest_duration(text);
    ASSERT_GT(meant.size(), 2U) << text;
    EXPECT_TRUE(parse_with_unit(std::string_view(meant).substr(1, meant.size() - 2))) << text;
  }
}

TEST(Suggestion, OfANumberIsWithoutQuotes) {
  EXPECT_EQ(suggest_number(node(R"("0.7")")), "0.7 without quotes");
  EXPECT_EQ(suggest_number(node(R"(" 3 ")")), "3 without quotes");
  EXPECT_EQ(suggest_number(node(R"("three")")), "");
  EXPECT_EQ(suggest_number(node("0.7")), "");
}

TEST(Suggestion, OfAShareIsFromZeroToOne) {
  EXPECT_EQ(suggest_share(node("90")), "0.9");
  EXPECT_EQ(suggest_share(node("99.9")), "0.999");
  EXPECT_EQ(suggest_share(node(R"("90%")")), "0.9");
  EXPECT_EQ(suggest_share(node(R"("0.7")")), "0.7 without quotes");
  EXPECT_EQ(suggest_share(node("1.5")), "");  // 1.5 % is possible, but so are other mistakes
  EXPECT_EQ(suggest_share(node("2")), "");
  EXPECT_EQ(suggest_share(node("9.9")), "");
  EXPECT_EQ(suggest_share(node("10")), "0.1");
  EXPECT_EQ(suggest_share(node(R"("2%")")), "0.02");
  EXPECT_EQ(suggest_share(node("101")), "");
  EXPECT_EQ(suggest_share(node("-1")), "");
  EXPECT_EQ(suggest_share(node("null")), "");
}

TEST(Suggestion, OfAListOfOneHasBrackets) {
  EXPECT_EQ(suggest_brackets(node(R"("burger")")), R"(["burger"])");
  EXPECT_EQ(suggest_brackets(node("5")), "[5]");
  EXPECT_EQ(suggest_brackets(node(R"({"item": "burger"})")), "[{…}]");
  EXPECT_EQ(suggest_brackets(node("null")), "");
}

TEST(Suggestion, OfAnObjectHasTheKeyOfItsMainValue) {
  EXPECT_EQ(suggest_object("station", node("3")), R"({"capacity": 3})");
  EXPECT_EQ(suggest_object("item", node("3")), R"({"time": 3})");
  EXPECT_EQ(suggest_object("item", node(R"("grill")")), R"({"station": "grill"})");
  EXPECT_EQ(suggest_object("target", node(R"("5min")")), R"({"total_time": "5min"})");
  EXPECT_EQ(suggest_object("stream", node("3")), "");
}

}  // namespace
}  // namespace fastfood::scenario::spelling_test
