#include "sim/scenario/read/duration.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;

TEST(Duration, OfANumberIsInSeconds) {
  EXPECT_EQ(parse_seconds("4").value(), 4s);
  EXPECT_EQ(parse_seconds("0.5").value(), 500ms);
  EXPECT_EQ(parse_seconds("1e-3").value(), 1ms);
  EXPECT_EQ(parse_seconds("25E1").value(), 250s);
  EXPECT_EQ(parse_seconds("0").value(), 0s);
  EXPECT_EQ(parse_seconds("-0").value(), 0s);
}

TEST(Duration, HasFourUnits) {
  EXPECT_EQ(parse_with_unit("250ms").value(), 250ms);
  EXPECT_EQ(parse_with_unit("4s").value(), 4s);
  EXPECT_EQ(parse_with_unit("7min").value(), 7min);
  EXPECT_EQ(parse_with_unit("1.5h").value(), 90min);
  EXPECT_EQ(parse_with_unit("0.1ms").value(), 100us);
}

TEST(Duration, IsRoundedOnceFromTheDigitsAsWritten) {
  EXPECT_EQ(parse_seconds("0.1").value(), 100'000'000ns);
  EXPECT_EQ(parse_seconds("0.3333333333").value(), 333'333'333ns);
  EXPECT_EQ(parse_seconds("1234567.8901234564").value(), 1'234'567'890'123'456ns);
  EXPECT_EQ(parse_with_unit("0.33333333333333333333h").value(), 1'200'000'000'000ns);
}

TEST(Duration, HalvesGoToTheEvenNanosecond) {
  EXPECT_EQ(parse_seconds("0.0000000005").value(), 0ns);
  EXPECT_EQ(parse_seconds("0.0000000015").value(), 2ns);
  EXPECT_EQ(parse_seconds("0.0000000025").value(), 2ns);
  EXPECT_EQ(parse_seconds("0.00000000250000000000000000001").value(), 3ns);
  EXPECT_EQ(parse_seconds("1000000.0000000025").value(), 1'000'000'000'000'002ns);
  EXPECT_EQ(parse_with_unit("0.0000005ms").value(), 0ns);
  EXPECT_EQ(parse_with_unit("0.0000015ms").value(), 2ns);
}

TEST(Duration, GoesUpToFiftyYears) {
  EXPECT_EQ(parse_seconds("1577880000").value(), longest_duration);
  EXPECT_EQ(parse_with_unit("438300h").value(), longest_duration);
  EXPECT_EQ(parse_seconds("1577880000.000000001").error(), DurationFault::too_long);
  EXPECT_EQ(parse_with_unit("438300.1h").error(), DurationFault::too_long);
  EXPECT_EQ(parse_seconds("1e300").error(), DurationFault::too_long);
}

TEST(Duration, IsNeverNegative) {
  EXPECT_EQ(parse_seconds("-1").error(), DurationFault::negative);
  EXPECT_EQ(parse_seconds("-1e-400").error(), DurationFault::negative);
  EXPECT_EQ(parse_with_unit("-4s").error(), DurationFault::negative);
}

TEST(Duration, RefusesATextWithoutAUnitRightAfterTheNumber) {
  for (const std::string_view text :
       {"",    "s",   "4",   "4 s",   " 4s",  "4s ",  "1h30min", "4S", "4sec", "4m",      "4d",
        ".5s", "1.s", "+4s", "12:30", "four", "0x4s", "1e3",     "ns", "4us",  "4minutes"}) {
    const auto parsed = parse_with_unit(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error(), DurationFault::not_a_duration) << text;
  }
}

TEST(Duration, HandlesHugeExponentsAtOnce) {
  EXPECT_EQ(parse_seconds("1e99999999999999999999").error(), DurationFault::too_long);
  EXPECT_EQ(parse_seconds("1e-99999999999999999999").value(), 0s);
  EXPECT_EQ(parse_seconds(std::string(1'000'000, '9')).error(), DurationFault::too_long);
}

TEST(ClockTime, IsATimeSinceMidnight) {
  EXPECT_EQ(parse_clock_time("00:00"), 0s);
  EXPECT_EQ(parse_clock_time("00:00:01"), 1s);
  EXPECT_EQ(parse_clock_time("12:30"), 12h + 30min);
  EXPECT_EQ(parse_clock_time("12:30:15"), 12h + 30min + 15s);
  EXPECT_EQ(parse_clock_time("23:59:59"), 24h - 1s);
}

TEST(ClockTime, IsNothingForOtherTexts) {
  for (const std::string_view text :
       {"", ":", "24:00", "12:60", "12:30:60", "9:30", "12:3", "012:30", "12:30:", "12:30:1", "12-30", "12:30-15",
        " 2:30", "12:30 ", "-1:30", "12:30:15.5", "1２:30"}) {
    EXPECT_EQ(parse_clock_time(text), std::nullopt) << text;
  }
}

TEST(ClockTime, IsNotSuggestedForALongText) {
  EXPECT_EQ(suggest_clock_time("9:30 p.m."), "\"21:30\"");
  EXPECT_EQ(suggest_clock_time("12h30"), "\"12:30\"");
  EXPECT_EQ(suggest_clock_time("1.5h"), "");
  EXPECT_EQ(suggest_clock_time("09:30:00 p.m."), "\"21:30\"");
  EXPECT_EQ(suggest_clock_time("9:30        pm"), "\"21:30\"");
  EXPECT_EQ(suggest_clock_time("9:30                                    pm"), "");
  EXPECT_EQ(suggest_clock_time("09:30       and so on"), "");
}

TEST(ClockTime, IsSuggestedWithAColonForADotBeforeTwoDigits) {
  EXPECT_EQ(suggest_clock_time("14.00"), "\"14:00\"");
  EXPECT_EQ(suggest_clock_time("9.30 p.m."), "\"21:30\"");
  for (const std::string_view text : {"14.5", "14.005", ".30", "25.00", "12:30.15"}) {
    EXPECT_EQ(suggest_clock_time(text), "") << text;
  }
}

TEST(ClockTime, LooksLikeDigitsWithColons) {
  for (const std::string_view text : {"12:30", "7:5", "24:00:00:00", ":"})
    EXPECT_TRUE(looks_like_clock_time(text)) << text;
  for (const std::string_view text : {"", "1230", "noon", "12:30pm", "-1:30"}) {
    EXPECT_FALSE(looks_like_clock_time(text)) << text;
  }
}

}  // namespace
}  // namespace fastfood::scenario
