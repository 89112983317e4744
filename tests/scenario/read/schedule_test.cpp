#include "sim/scenario/read/schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using model::Schedule;
using testing::ElementsAre;

// A scenario with an order at `at`, followed by `keys`.
std::string with_order(const std::string& at, const std::string& keys) {
  return R"({"orders": [{"items": [], "at": )" + at + R"(}], "menu": {})" + keys + "}";
}

Instant instant_of(const std::string& at, const std::string& opens_at) {
  return read_scenario(with_order(at, R"(, "opens_at": ")" + opens_at + "\""), "lunch").value().spec.orders[0].at;
}

TEST(Instants, MayBeClockTimesIfTheScenarioHasOpensAt) {
  EXPECT_EQ(instant_of("\"12:30\"", "11:00"), Instant{90min});
  EXPECT_EQ(instant_of("\"11:00:00\"", "11:00"), Instant{});
  EXPECT_EQ(instant_of("\"90min\"", "11:00"), Instant{90min});
  EXPECT_EQ(instant_of("5400", "11:00"), Instant{90min});
}

TEST(Instants, BeforeOpensAtAreOnTheNextDay) {
  EXPECT_EQ(instant_of("\"10:59:59\"", "11:00"), Instant{24h - 1s});
  EXPECT_EQ(instant_of("\"00:00\"", "22:00"), Instant{2h});
  EXPECT_EQ(instant_of("\"23:59:59\"", "00:00"), Instant{24h - 1s});
}

TEST(Instants, MayBeClockTimesAtEveryKey) {
  const auto spec = read_scenario(R"({
    "arrivals": [
      {"every": 60, "from": "08:30", "until": "09:30", "items": []},
      {"name": "bus", "times": ["10:00", 0, "08:15"], "items": []},
      {"name": "day", "rate_per_hour": [{"from": "08:00", "value": 5}, {"from": "08:20", "value": 6}], "items": []}
    ],
    "servers": {"count": [{"from": "08:00", "value": 1}, {"from": "08:10", "value": 2}]},
    "until": "10:00", "warmup": "08:05", "menu": {}, "opens_at": "08:00"
  })",
                                  "lunch")
                        .value()
                        .spec;

  EXPECT_EQ(spec.arrivals[0].from, Instant{30min});
  EXPECT_EQ(spec.arrivals[0].until, Instant{90min});
  EXPECT_THAT(std::get<model::ScheduleSpec>(spec.arrivals[1].when).times,
              ElementsAre(Instant{}, Instant{15min}, Instant{2h}));
  EXPECT_EQ(std::get<model::PoissonSpec>(spec.arrivals[2].when).steps[1].from, Instant{20min});
  EXPECT_EQ(spec.servers[0].count->steps[1].from, Instant{10min});
  EXPECT_EQ(spec.until, Instant{2h});
  EXPECT_EQ(spec.warmup, Instant{5min});
}

TEST(Instants, AreNotClockTimesWithoutOpensAt) {
  const std::string needs = "a clock time needs opens_at in the scenario; add it, or write the time since the start";
  expect_faults({
      {with_order("^\"12:30\"", ""), "orders.0.at: " + needs},
      {with_order("^\"12:30:15\"", ""), "orders.0.at: " + needs},
      {with_order("^\"99:99\"", ""), "orders.0.at: " + needs},
  });
}

TEST(Instants, AreRefusedIfThereIsNoSuchTimeOfDay) {
  const std::string clock_time = R"(expected a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59, got )";
  const std::string duration = R"(expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got )";
  const std::string opens = R"(, "opens_at": "11:00")";
  expect_faults({
      {with_order("^\"24:00\"", opens), "orders.0.at: " + clock_time + "\"24:00\"; write \"00:00\""},
      {with_order("^\"9:30\"", opens), "orders.0.at: " + clock_time + "\"9:30\"; write \"09:30\""},
      {with_order("^\"14.00\"", opens), "orders.0.at: " + clock_time + "\"14.00\"; write \"14:00\""},
      {with_order("0", R"(, "opens_at": ^"11.30")"), "opens_at: " + clock_time + "\"11.30\"; write \"11:30\""},
      {with_order("^\"noon\"", opens),
       R"(orders.0.at: expected an instant (as 4, 0.5, "250ms", "4s", "7min", "1.5h" or "12:30"), got "noon")"},
      {with_order("0", R"(, "opens_at": ^39600)"), "opens_at: " + clock_time + "39600"},
      {with_order("0", R"(, "opens_at": ^"11h")"), "opens_at: " + clock_time + "\"11h\""},
      {with_order("0", R"(, "report_every": ^"12:30")" + opens),
       "report_every: " + duration +
           "\"12:30\"; write \"750s\" for minutes and seconds, \"750min\" for hours and minutes"},
  });
}

TEST(Instants, HaveNoFaultOfTheirOwnIfOnlyOpensAtIsWrong) {
  EXPECT_THAT(diagnostics_of(R"({"menu": {}, "opens_at": 8, "until": "10:00", "warmup": "11:00",
                          "orders": [{"items": [], "at": "09:00"}],
                          "servers": {"count": [{"from": "08:00", "value": 1}, {"from": "07:00", "value": 1}]}})"),
              ElementsAre(testing::HasSubstr("1:26: error: opens_at: expected a clock time")));
}

TEST(Instants, ComeWithTheSpellingOfAClockTime) {
  const auto messages_for = [](const std::string& at) {
    const auto lines = diagnostics_of(with_order(at, R"(, "opens_at": "08:00")"));
    return lines.empty() ? "" : lines.front();
  };

  EXPECT_THAT(messages_for(R"("9:30")"), testing::EndsWith(R"(, got "9:30"; write "09:30")"));
  EXPECT_THAT(messages_for(R"("2:30 pm")"), testing::EndsWith(R"(, got "2:30 pm"; write "14:30")"));
  EXPECT_THAT(messages_for(R"("12:15AM")"), testing::EndsWith(R"(, got "12:15AM"; write "00:15")"));
  EXPECT_THAT(messages_for(R"("9 a.m.")"), testing::EndsWith(R"(, got "9 a.m."; write "09:00")"));
  EXPECT_THAT(messages_for(R"("24:00")"), testing::EndsWith(R"(, got "24:00"; write "00:00")"));
  EXPECT_THAT(messages_for(R"("25:00")"), testing::EndsWith(R"(, got "25:00")"));
}

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

TEST(Schedule, MayHaveClockTimes) {
  EXPECT_EQ(
      capacity_of(R"([{"from": "22:30", "value": 1}, {"from": "23:00:30", "value": 2}, {"from": "01:00", "value": 0}])",
                  R"(, "opens_at": "22:30")"),
      Schedule({{Instant{}, 1}, {Instant{30min + 30s}, 2}, {Instant{150min}, 0}}));
}

TEST(Schedule, IsRefusedIfItIsWrong) {
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

TEST(Schedule, ThatBeginsBeforeOpensAtIsReportedOnce) {
  expect_faults({{with_capacity(R"([{"from": ^"11:00", "value": 1}, {"from": "12:00", "value": 2},
                                    {"from": "13:00", "value": 1}])",
                                R"(, "opens_at": "11:30")"),
                  "stations.tap.capacity.0.from: 11:00 is before opens_at, 11:30, and so of the next day; let the "
                  "first step begin at 11:30"}});
}

TEST(Schedule, ThatBeginsBeforeOpensAtMayHaveAStepAtOpensAt) {
  expect_faults(
      {{with_capacity(R"([{"from": ^"11:00", "value": 1}, {"from": "11:30", "value": 2}])", R"(, "opens_at": "11:30")"),
        "stations.tap.capacity.0.from: 11:00 is before opens_at, 11:30, and so of the next day; let the "
        "first step begin at 11:30"}});
}

TEST(Schedule, WithALaterStepBeforeOpensAtNamesThatStep) {
  expect_faults({{with_capacity(R"([{"from": 0, "value": 1}, {"from": "11:15", "value": 2}, {"from": ^"12:00",)"
                                R"( "value": 1}, {"from": "13:00", "value": 3}])",
                                R"(, "opens_at": "11:30")"),
                  "stations.tap.capacity.2.from: is not after that of the step before: 11:15 is before opens_at, "
                  "11:30, and so of the next day"}});
}

TEST(Schedule, InQuotesIsToBeWrittenWithoutThem) {
  expect_faults({{with_capacity(R"(^"3")"),
                  "stations.tap.capacity: expected a whole number of at least 1 or a list of steps, got \"3\"; write 3 "
                  "without quotes"}});
}

}  // namespace
}  // namespace fastfood::scenario
