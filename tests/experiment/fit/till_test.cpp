#include "sim/experiment/fit/till.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace fastfood::experiment::till_test {
namespace {

using namespace std::chrono_literals;

std::string faults_in(std::string_view csv) {
  const auto till = read_till(csv);
  std::string lines;
  if (!till) {
    for (const auto& diagnostic : till.error()) {
      lines += scenario::format("till.csv", diagnostic) + "\n";
    }
  }
  return lines;
}

TEST(Till, HasTheOrdersOfTheFileWithTheirItemsCounted) {
  const auto till = read_till("items,table,at\nburger+soda,1,11:00\n2*fries + burger+ fries,2,11:00:30\n,3,11:01\n");

  ASSERT_TRUE(till);
  EXPECT_EQ(till->stamps, TimeStamps::clock);
  EXPECT_EQ(till->items, (std::vector<std::string>{"burger", "soda", "fries"}));
  EXPECT_EQ(till->orders,
            (std::vector<TillOrder>{{0, 11h, {{0, 1}, {1, 1}}}, {0, 11h + 30s, {{2, 3}, {0, 1}}}, {0, 11h + 1min}}));
}

TEST(Till, TakesDurationsClockTimesAndDates) {
  const auto seconds = read_till("at,items\n90,soda\n1.5min,soda\n");
  EXPECT_EQ(seconds->stamps, TimeStamps::since_start);
  EXPECT_EQ(seconds->orders[0].at, seconds->orders[1].at);

  const auto dates = read_till("at,items\n1970-01-02 00:00:01,soda\n1970-02-01T12:30,soda\n");
  EXPECT_EQ(dates->stamps, TimeStamps::date_and_clock);
  EXPECT_EQ(dates->orders[0], (TillOrder{1, 1s, {{0, 1}}}));
  EXPECT_EQ(dates->orders[1], (TillOrder{31, 12h + 30min, {{0, 1}}}));
}

TEST(Till, SaysHowDatesAreWritten) {
  for (const std::string at : {"27.11.2026 11:20", "11/27/2026 11:20", "27-11-2026T11:20"}) {
    EXPECT_EQ(
        faults_in("at,items\n" + at + ",soda\n"),
        "till.csv:2:1: error: at: expected a date and a clock time (as 2026-11-27 12:03:10), got \"" + at + "\"\n");
  }
}

TEST(Till, RefusesTimesOfAnotherKindThanTheFirst) {
  EXPECT_EQ(
      faults_in("at,items\n11:00,soda\n90,soda\n9:30,soda\n"),
      "till.csv:3:1: error: at: expected a clock time as \"12:30\" or \"12:30:15\", from 00:00 to 23:59:59, got 90\n"
      "till.csv:4:1: error: at: expected a clock time as \"12:30\" or \"12:30:15\", from 00:00 to 23:59:59, got "
      "\"9:30\"; write \"09:30\"\n");
  EXPECT_EQ(faults_in("at,items\n2026-11-27 11:00,soda\n2026-11-31 11:00,soda\n11:00,soda\n,soda\n"),
            "till.csv:3:1: error: at: expected a date and a clock time (as 2026-11-27 12:03:10), got \"2026-11-31 "
            "11:00\"\n"
            "till.csv:4:1: error: at: expected a date and a clock time (as 2026-11-27 12:03:10), got \"11:00\"\n"
            "till.csv:5:1: error: at: expected a date and a clock time (as 2026-11-27 12:03:10), got \"\"\n");
}

TEST(Till, RefusesItemsWithoutANameOrACount) {
  const std::string expected =
      "error: items: expected names of items joined by +, each perhaps with a count as in 2*burger, got ";
  EXPECT_EQ(faults_in("at,items\n1,burger++soda\n2,0*burger\n3,+\n"),
            "till.csv:2:3: " + expected + "\"burger++soda\"\n" + "till.csv:3:3: " + expected + "\"0*burger\"\n" +
                "till.csv:4:3: " + expected + "\"+\"\n");
}

TEST(Till, NeedsBothColumnsAndAnOrder) {
  EXPECT_EQ(faults_in("time,item\n1,soda\n"),
            "till.csv:1:1: error: there is no column at; the columns are time, item\n"
            "till.csv:1:1: error: there is no column items; did you mean item?\n");
  EXPECT_EQ(faults_in("at,items\n"), "till.csv:1:1: error: expected at least one order below it, got none\n");
}

TEST(Till, FormatsDates) {
  EXPECT_EQ(date_text(0), "1970-01-01");
  EXPECT_EQ(date_text(20784), "2026-11-27");
}

}  // namespace
}  // namespace fastfood::experiment::till_test
