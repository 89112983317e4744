#include "sim/report/format/numbers.hpp"

#include <gtest/gtest.h>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

TEST(Rounded, HasAtMostTwoDecimalsAndNoTrailingZeros) {
  EXPECT_EQ(format_number(5.05), "5.05");
  EXPECT_EQ(format_number(4.5), "4.5");
  EXPECT_EQ(format_number(100.0), "100");
  EXPECT_EQ(format_number(2.0 / 3), "0.67");
  EXPECT_EQ(format_number(std::nullopt), "-");
}

TEST(Rounded, UsesTheMostReadableUnit) {
  EXPECT_EQ(format_time(0), "0 s");
  EXPECT_EQ(format_time(0.0025), "2.5 ms");
  EXPECT_EQ(format_time(0.1), "0.1 s");
  EXPECT_EQ(format_time(119.5), "119.5 s");
  EXPECT_EQ(format_time(120), "2 min");
  EXPECT_EQ(format_time(7200), "2 h");
  EXPECT_EQ(format_time(std::nullopt), "-");
}

TEST(Rounded, UsesTheSameUnitForNegativeDifferences) {
  EXPECT_EQ(format_time(-0.0025), "-2.5 ms");
  EXPECT_EQ(format_time(-12), "-12 s");
  EXPECT_EQ(format_time(-7200), "-2 h");
  EXPECT_EQ(format_share(-0.125), "-12.5 %");
  EXPECT_EQ(format_number(-0.001), "0");
}

TEST(Rounded, UsesOneUnitForATimeAndItsHalfWidth) {
  EXPECT_EQ(format_time(4.5, 0.25), "4.5 ± 0.25 s");
  EXPECT_EQ(format_time(180, 12), "3 ± 0.2 min");
  EXPECT_EQ(format_time(5, 0.05), "5 ± 0.05 s");
  EXPECT_EQ(format_time(0.07, 2.5), "0.07 ± 2.5 s");
  EXPECT_EQ(format_time(-0.05, 0.0125), "-50 ± 12.5 ms");
  EXPECT_EQ(format_time(0, 0), "0 ± 0 s");
  EXPECT_EQ(format_time(180, 0), "3 ± 0 min");
}

TEST(Rounded, UsesTwoUnitsIfOneWouldRoundTheHalfWidthToZero) {
  EXPECT_EQ(format_time(12600, 10), "3.5 h ± 10 s");
  EXPECT_EQ(format_time(-300, 0.5), "-5 min ± 0.5 s");
}

TEST(Rounded, HasMoreDecimalsIfNeededToDifferFromAnotherNumber) {
  EXPECT_EQ(format_distinct(0.80125, 0.9), "0.8");
  EXPECT_EQ(format_distinct(0.90312849, 0.9), "0.903");
  EXPECT_EQ(format_distinct(0.99996, 1), "0.99996");
  EXPECT_EQ(format_distinct(0.99994, 1), "0.9999");
  EXPECT_EQ(format_distinct(1, 1), "1");
}

TEST(Rounded, NeverRoundsUpToAll) {
  EXPECT_EQ(format_share(5.0 / 6), "83.3 %");
  EXPECT_EQ(format_share(0.5), "50 %");
  EXPECT_EQ(format_share(0.99999), "99.9 %");
  EXPECT_EQ(format_share(1), "100 %");
  EXPECT_EQ(format_share(std::nullopt), "-");
}

TEST(Rounded, ShowsMoneyInHundredths) {
  EXPECT_EQ(format_money(1234.5), "1234.50");
  EXPECT_EQ(format_money(-0.125), "-0.12");  // a tie is rounded to the even digit
  EXPECT_EQ(format_money(-0.001), "0.00");
  EXPECT_EQ(format_money(1e300), "1.00e+300");
}

TEST(Rounded, ShowsAScheduleAsMinimumAndMaximum) {
  EXPECT_EQ(format_schedule(2), "2");
  EXPECT_EQ(format_schedule(model::Schedule{{{Instant{}, 3}, {Instant{Duration{5}}, 0}}}), "0-3");
  EXPECT_EQ(format_schedule(model::Schedule{{{Instant{}, 3}, {Instant{Duration{5}}, 3}}}), "3");
}

}  // namespace

namespace {

TEST(ValueText, OfATextHasNeitherQuotesNorEscapes) {
  EXPECT_EQ(format_value({"\"async\"", {}}), "async");
  EXPECT_EQ(format_value({"\"4 \\\"s\\\"\\nä\"", {}}), "4 \"s\"\nä");
  EXPECT_EQ(format_value({"\"\"", {}}), "");
}

TEST(ValueText, OfAnythingElseIsItsJson) {
  EXPECT_EQ(format_value({"3.5", 3.5}), "3.5");
  EXPECT_EQ(format_value({"true", {}}), "true");
  EXPECT_EQ(format_value({R"([{"from":0,"value":2}])", {}}), R"([{"from":0,"value":2}])");
}

}  // namespace

namespace {

model::CounterSpec opening_at(Duration time) {
  model::CounterSpec spec;
  spec.opens_at = time;
  return spec;
}

TEST(TimeOfDay, IsAClockTime) {
  EXPECT_EQ(time_of_day(opening_at(11h), at(0s)), "11:00");
  EXPECT_EQ(time_of_day(opening_at(8h + 45min), at(30min)), "09:15");
  EXPECT_EQ(time_of_day(opening_at(8h), at(59s)), "08:00:59");
  EXPECT_EQ(time_of_day(opening_at(8h), at(500ms)), "08:00:00.500000");
  EXPECT_EQ(time_of_day(opening_at(0s), at(0s)), "00:00");
}

TEST(TimeOfDay, CountsDaysAfterMidnight) {
  EXPECT_EQ(time_of_day(opening_at(23h), at(59min)), "23:59");
  EXPECT_EQ(time_of_day(opening_at(23h), at(90min)), "00:30 +1");
  EXPECT_EQ(time_of_day(opening_at(12h), at(36h)), "00:00 +2");
}

TEST(TimeOfDay, IsTheElapsedTimeWithoutAnOpeningTime) {
  EXPECT_EQ(time_of_day({}, at(0s)), "0:00:00");
  EXPECT_EQ(time_of_day({}, at(90min)), "1:30:00");
  EXPECT_EQ(time_of_day({}, at(26h)), "1 day, 2:00:00");
}

}  // namespace
}  // namespace fastfood::report
