#include "sim/scenario/clock_time.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string_view>

namespace sim::scenario {
namespace {

using namespace std::chrono_literals;

TEST(ClockTime, IsATimeSinceMidnight) {
  EXPECT_EQ(parse_clock_time("00:00"), 0s);
  EXPECT_EQ(parse_clock_time("00:00:01"), 1s);
  EXPECT_EQ(parse_clock_time("12:30"), 12h + 30min);
  EXPECT_EQ(parse_clock_time("12:30:15"), 12h + 30min + 15s);
  EXPECT_EQ(parse_clock_time("23:59:59"), 24h - 1s);
}

TEST(ClockTime, IsNothingElse) {
  for (const std::string_view text :
       {"", ":", "24:00", "12:60", "12:30:60", "9:30", "12:3", "012:30", "12:30:", "12:30:1", "12-30", "12:30-15",
        " 2:30", "12:30 ", "-1:30", "12:30:15.5", "1２:30"}) {
    EXPECT_EQ(parse_clock_time(text), std::nullopt) << text;
  }
}

TEST(ClockTime, AsMeantIsNothingWhereTheTextIsTooLongForASlip) {
  EXPECT_EQ(clock_time_as_meant("9:30 p.m."), "\"21:30\"");
  EXPECT_EQ(clock_time_as_meant("09:30:00 p.m."), "\"21:30\"");
  EXPECT_EQ(clock_time_as_meant("9:30        pm"), "\"21:30\"");
  EXPECT_EQ(clock_time_as_meant("9:30                                    pm"), "");
  EXPECT_EQ(clock_time_as_meant("09:30       and so on"), "");
}

TEST(ClockTime, AsMeantTakesADotBeforeTwoDigitsForAColon) {
  EXPECT_EQ(clock_time_as_meant("14.00"), "\"14:00\"");
  EXPECT_EQ(clock_time_as_meant("9.30 p.m."), "\"21:30\"");
  for (const std::string_view text : {"14.5", "14.005", ".30", "25.00", "12:30.15"}) {
    EXPECT_EQ(clock_time_as_meant(text), "") << text;
  }
}

TEST(ClockTime, IsMeantByDigitsWithColons) {
  for (const std::string_view text : {"12:30", "7:5", "24:00:00:00", ":"})
    EXPECT_TRUE(looks_like_clock_time(text)) << text;
  for (const std::string_view text : {"", "1230", "noon", "12:30pm", "-1:30"}) {
    EXPECT_FALSE(looks_like_clock_time(text)) << text;
  }
}

}  // namespace
}  // namespace sim::scenario
