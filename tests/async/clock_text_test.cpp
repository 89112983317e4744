#include "sim/async/clock_text.hpp"

#include <gtest/gtest.h>

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

TEST(ClockText, HasHoursMinutesAndSeconds) {
  EXPECT_EQ(clock_text(0s), "0:00:00");
  EXPECT_EQ(clock_text(8s), "0:00:08");
  EXPECT_EQ(clock_text(1h + 2min + 3s), "1:02:03");
  EXPECT_EQ(clock_text(23h + 59min + 59s), "23:59:59");
}

TEST(ClockText, HasMicrosecondsOnlyIfThereAreAny) {
  EXPECT_EQ(clock_text(8s + 307us), "0:00:08.000307");
  EXPECT_EQ(clock_text(90min + 500ms), "1:30:00.500000");
}

TEST(ClockText, RoundsNanosecondsDown) {
  EXPECT_EQ(clock_text(999ns), "0:00:00");
  EXPECT_EQ(clock_text(1s - 1ns), "0:00:00.999999");
}

TEST(ClockText, CountsDaysInFront) {
  EXPECT_EQ(clock_text(days(1)), "1 day, 0:00:00");
  EXPECT_EQ(clock_text(days(3) + 1s), "3 days, 0:00:01");
  EXPECT_EQ(clock_text(latest_instant.time_since_epoch()), "25567 days, 12:00:00");
}

TEST(ClockText, OfANegativeDurationCountsBackFromADayAsPythonDoes) {
  EXPECT_EQ(clock_text(-1s), "-1 day, 23:59:59");
  EXPECT_EQ(clock_text(-days(1) - 1s), "-2 days, 23:59:59");
}

}  // namespace
}  // namespace fastfood::async
