#include "sim/report/time_of_day.hpp"

#include <gtest/gtest.h>

#include "tests/report/sample.hpp"

namespace sim::report {
namespace {

model::CounterSpec opening_at(Duration time) {
  model::CounterSpec spec;
  spec.opens_at = time;
  return spec;
}

TEST(TimeOfDay, IsReadOffTheClockOnTheWall) {
  EXPECT_EQ(time_of_day(opening_at(11h), at(0s)), "11:00");
  EXPECT_EQ(time_of_day(opening_at(8h + 45min), at(30min)), "09:15");
  EXPECT_EQ(time_of_day(opening_at(8h), at(59s)), "08:00:59");
  EXPECT_EQ(time_of_day(opening_at(8h), at(500ms)), "08:00:00.500000");
  EXPECT_EQ(time_of_day(opening_at(0s), at(0s)), "00:00");
}

TEST(TimeOfDay, CountsTheMidnightsThatHavePassed) {
  EXPECT_EQ(time_of_day(opening_at(23h), at(59min)), "23:59");
  EXPECT_EQ(time_of_day(opening_at(23h), at(90min)), "00:30 +1");
  EXPECT_EQ(time_of_day(opening_at(12h), at(36h)), "00:00 +2");
}

TEST(TimeOfDay, IsWhatHasPassedWhereThereIsNoClock) {
  EXPECT_EQ(time_of_day({}, at(0s)), "0:00:00");
  EXPECT_EQ(time_of_day({}, at(90min)), "1:30:00");
  EXPECT_EQ(time_of_day({}, at(26h)), "1 day, 2:00:00");
}

}  // namespace
}  // namespace sim::report
