#include "sim/scenario/schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/scenario/wrong.hpp"

namespace sim::scenario {
namespace {

using namespace std::chrono_literals;
using model::Schedule;

std::string with_capacity(const std::string& capacity, const std::string& more = "") {
  return R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": )" +
         capacity + "}}" + more + "}";
}

Schedule capacity_of(const std::string& capacity, const std::string& more = "") {
  return read_scenario(with_capacity(capacity, more), "lunch").value().spec.stations[0].capacity;
}

TEST(Schedule, IsAWholeNumberOrSteps) {
  EXPECT_EQ(capacity_of("4"), Schedule(4));
  EXPECT_EQ(capacity_of(R"([{"from": 0, "value": 4}])"), Schedule(4));
  EXPECT_EQ(capacity_of(R"([{"from": "0s", "value": 0}, {"value": 2, "from": "1.5h"}, {"from": 5401, "value": 1.0}])"),
            Schedule({{Instant{}, 0}, {Instant{90min}, 2}, {Instant{5401s}, 1}}));
}

TEST(Schedule, MayBeByTheClockOnTheWall) {
  EXPECT_EQ(
      capacity_of(R"([{"from": "22:30", "value": 1}, {"from": "23:00:30", "value": 2}, {"from": "01:00", "value": 0}])",
                  R"(, "opens_at": "22:30")"),
      Schedule({{Instant{}, 1}, {Instant{30min + 30s}, 2}, {Instant{150min}, 0}}));
}

TEST(Schedule, IsRefusedWhereItIsWrong) {
  const std::string instant = R"(expected an instant (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got )";
  expect_faults({
      {with_capacity("^[]"), "stations.tap.capacity: expected at least one step, got none"},
      {with_capacity("^true"),
       "stations.tap.capacity: expected a whole number of at least 1 or a list of steps, got true"},
      {with_capacity("[^3]"), "stations.tap.capacity.0: expected an object, got 3"},
      {with_capacity(R"([^{"value": 3}])"),
       "stations.tap.capacity.0.from: missing; a step needs the instant from which its value holds"},
      {with_capacity(R"([^{"from": 0}])"), "stations.tap.capacity.0.value: missing; a step needs a value"},
      {with_capacity(R"([{"from": 0, "value": 1, ^"valeu": 2}])"),
       "stations.tap.capacity.0.valeu: unknown key; remove it; value is there already"},
      {with_capacity(R"([{"from": ^1, "value": 1}])"),
       "stations.tap.capacity.0.from: expected 0 for the first step, got 1"},
      {with_capacity(R"([{"from": 0, "value": 1}, {"from": ^0, "value": 2}])"),
       "stations.tap.capacity.1.from: is not after that of the step before; give the steps in their order"},
      {with_capacity(
           R"([{"from": 0, "value": 1}, {"from": 9, "value": 2}, {"from": ^8, "value": 3}, {"from": 10, "value": 2}])"),
       "stations.tap.capacity.2.from: is not after that of the step before; give the steps in their order"},
      {with_capacity(R"([{"from": 0, "value": ^-1}])"),
       "stations.tap.capacity.0.value: expected a whole number of at least 0, got -1"},
      {with_capacity(R"([{"from": 0, "value": ^0.5}])"),
       "stations.tap.capacity.0.value: expected a whole number of at least 0, got 0.5"},
      {with_capacity(R"([{"from": 0, "value": ^[]}])"),
       "stations.tap.capacity.0.value: expected a whole number of at least 0, got a list"},
      {with_capacity(R"([{"from": 0, "value": 1}, {"from": ^"later", "value": 1}, {"from": 3, "value": 1}])"),
       "stations.tap.capacity.1.from: " + instant + "\"later\""},
      {with_capacity(R"([{"from": ^"12:00", "value": 1}])", R"(, "opens_at": "11:00")"),
       "stations.tap.capacity.0.from: expected 11:00, when it opens, for the first step, got \"12:00\""},
  });
}

TEST(Schedule, ThatBeginsBeforeOpensAtIsToldOnce) {
  expect_faults({{with_capacity(R"([{"from": ^"11:00", "value": 1}, {"from": "12:00", "value": 2},
                                    {"from": "13:00", "value": 1}])",
                                R"(, "opens_at": "11:30")"),
                  "stations.tap.capacity.0.from: 11:00 is before opens_at, 11:30, and so of the next day; let the "
                  "first step begin at 11:30"}});
}

TEST(Schedule, ThatBeginsBeforeOpensAtMayHaveAStepThen) {
  expect_faults(
      {{with_capacity(R"([{"from": ^"11:00", "value": 1}, {"from": "11:30", "value": 2}])", R"(, "opens_at": "11:30")"),
        "stations.tap.capacity.0.from: 11:00 is before opens_at, 11:30, and so of the next day; let the "
        "first step begin at 11:30"}});
}

TEST(Schedule, WithALaterStepBeforeOpensAtIsToldWhichOneThatIs) {
  expect_faults({{with_capacity(R"([{"from": 0, "value": 1}, {"from": "11:15", "value": 2}, {"from": ^"12:00",)"
                                R"( "value": 1}, {"from": "13:00", "value": 3}])",
                                R"(, "opens_at": "11:30")"),
                  "stations.tap.capacity.2.from: is not after that of the step before: 11:15 is before opens_at, "
                  "11:30, and so of the next day"}});
}

TEST(Schedule, InQuotesIsToldToLeaveThemOut) {
  expect_faults({{with_capacity(R"(^"3")"),
                  "stations.tap.capacity: expected a whole number of at least 1 or a list of steps, got \"3\"; write 3 "
                  "without quotes"}});
}

}  // namespace
}  // namespace sim::scenario
