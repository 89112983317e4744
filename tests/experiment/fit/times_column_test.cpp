#include "sim/experiment/fit/times_column.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace fastfood::experiment::times_column_test {
namespace {

using namespace std::chrono_literals;

std::string faults_in(std::string_view csv, std::string_view column) {
  const auto times = read_times(csv, column);
  std::string lines;
  if (!times) {
    for (const auto& diagnostic : times.error()) {
      lines += scenario::format("t.csv", diagnostic) + "\n";
    }
  }
  return lines;
}

TEST(TimesColumn, HoldsNumbersOfSecondsAndDurations) {
  const auto times = read_times("who,time\nA,4\nB,250ms\nC,\"1.5min\"\nD,1e-3\n", "time");

  ASSERT_TRUE(times);
  EXPECT_EQ(times->times, (std::vector<Duration>{4s, 250ms, 90s, 1ms}));
  EXPECT_EQ(times->empty, 0U);
}

TEST(TimesColumn, CountsEmptyFields) {
  const auto times = read_times("time,who\n4,A\n,B\n", "time");

  EXPECT_EQ(times->times, std::vector<Duration>{4s});
  EXPECT_EQ(times->empty, 1U);
}

TEST(TimesColumn, RefusesWhatIsNoTimeAtItsField) {
  EXPECT_EQ(faults_in("who,time\nA,-3\nB,8 sec\nC,4\nD,1,2\n", "time"),
            "t.csv:2:3: error: time: expected a duration of at least 0, got -3\n"
            "t.csv:3:3: error: time: expected a duration (as 4, 0.5, \"250ms\", \"4s\", \"7min\" or \"1.5h\"), got \"8 "
            "sec\"; write \"8s\"\n"
            "t.csv:5:1: error: expected 2 fields, as the header has, got 3\n");
}

TEST(TimesColumn, RefusesAColumnWithoutAnyTime) {
  EXPECT_EQ(faults_in("who,time\n", "time"), "t.csv:1:5: error: time: expected at least one time below it, got none\n");
}

}  // namespace
}  // namespace fastfood::experiment::times_column_test
