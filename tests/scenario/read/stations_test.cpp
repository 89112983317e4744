#include "sim/scenario/read/stations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Stations, KeepTheirOrderAndTheirDefaults) {
  const auto read = read_scenario(R"({
    "menu": {}, "orders": [],
    "stations": {
      "kitchen": {"capacity": 3},
      "grill": {},
      "fryer": {"capacity": 2, "batch": {"size": 5, "time": "4s"}}
    }})",
                                  "lunch");

  EXPECT_THAT(read.value().spec.stations,
              ElementsAre(model::StationSpec{"kitchen", 3, {}}, model::StationSpec{"grill", 1, {}},
                          model::StationSpec{"fryer", 2, model::BatchSpec{5, 4s}}));
}

TEST(Stations, AcceptWholeNumbersWithAFractionOfZero) {
  const auto read = read_scenario(
      R"({"menu": {}, "orders": [], "stations": {"a": {"capacity": 3.0}, "b": {"capacity": 30e-1}}})", "lunch");

  EXPECT_EQ(read.value().spec.stations[0].capacity, 3);
  EXPECT_EQ(read.value().spec.stations[1].capacity, 3);
}

TEST(Stations, GetAWarningIfNoItemUsesThem) {
  const char* text = R"({
  "menu": {"soda": {"station": "tap", "time": 1}, "meal": {"steps": [{"station": "oven", "time": 1}, {"time": 2}]}},
  "stations": {"tap": {}, "grill": {},
               "oven": {}, "fryer": {}}, "orders": []})";

  EXPECT_THAT(diagnostics_of(text), ElementsAre("lunch.json:3:27: warning: stations.grill: no item uses it",
                                                "lunch.json:4:28: warning: stations.fryer: no item uses it"));
  EXPECT_TRUE(read_scenario(text, "lunch"));
}

TEST(Stations, GetAWarningInAdditionToOtherFaults) {
  EXPECT_THAT(
      diagnostics_of(R"({"menu": {}, "orders": [], "stations": {"grill": {"capacity": 0}}})"),
      ElementsAre("lunch.json:1:41: warning: stations.grill: no item uses it",
                  "lunch.json:1:63: error: stations.grill.capacity: expected a whole number of at least 1, got 0"));
}

TEST(Stations, GetNoWarningIfTheMenuIsWrong) {
  EXPECT_THAT(
      diagnostics_of(R"({"menu": {"soda": {"station": "top", "time": 1}}, "orders": [], "stations": {"tap": {}}})"),
      ElementsAre("lunch.json:1:31: error: menu.soda.station: \"top\" is not the name of a station; did you "
                  "mean tap?"));
}

// A scenario whose item uses the station `tap`, which is `station`.
std::string with_tap(const std::string& station, bool batch = false) {
  return R"({"menu": {"soda": {"station": "tap")" + std::string(batch ? "" : R"(, "time": 1)") +
         R"(}}, "orders": [], "stations": {"tap": )" + station + "}}";
}

TEST(Stations, AreRefusedIfTheyAreWrong) {
  const std::string whole = "expected a whole number of at least 1, got ";
  const std::string steps = "expected a whole number of at least 1 or a list of steps, got ";
  expect_faults({
      {R"({"menu": {}, "orders": [], "stations": ^[]})",
       "stations: expected an object, got a list; write each with its name before it: {\"NAME\": …, \"NAME\": …}"},
      {with_tap("^3"), "stations.tap: expected an object, got 3; write {\"capacity\": 3}"},
      {with_tap("{^\"capcity\": 3}"), "stations.tap.capcity: unknown key; did you mean capacity?"},
      {with_tap("{^\"colour\": 3}"), "stations.tap.colour: unknown key; remove it"},
      {with_tap("{\"capacity\": ^0}"), "stations.tap.capacity: " + whole + "0"},
      {with_tap("{\"capacity\": ^-3}"), "stations.tap.capacity: " + whole + "-3"},
      {with_tap("{\"capacity\": ^2.5}"), "stations.tap.capacity: " + whole + "2.5"},
      {with_tap("{\"capacity\": ^1e-5}"), "stations.tap.capacity: " + whole + "1e-5"},
      {with_tap("{\"capacity\": ^\"3\"}"), "stations.tap.capacity: " + steps + "\"3\"; write 3 without quotes"},
      {with_tap("{\"capacity\": ^null}"), "stations.tap.capacity: " + steps + "null"},
      {with_tap("{\"capacity\": ^{}}"), "stations.tap.capacity: " + steps + "an object; write [{…}]"},
      {with_tap("{\"capacity\": ^1e300}"),
       "stations.tap.capacity: expected a whole number of at most 9223372036854775807, got 1e300"},
      {with_tap("{\"capacity\": ^9223372036854775808}"),
       "stations.tap.capacity: expected a whole number of at most 9223372036854775807, got 9223372036854775808"},
  });
}

TEST(Stations, AreRefusedIfTheirBatchIsWrong) {
  expect_faults({
      {with_tap("{\"batch\": ^4}", true), "stations.tap.batch: expected an object, got 4"},
      {with_tap("{\"batch\": ^{\"time\": 4}}", true), "stations.tap.batch.size: missing; a batch needs a size"},
      {with_tap("{\"batch\": ^{\"size\": 4}}", true), "stations.tap.batch.time: missing; a batch needs a time"},
      {with_tap("{\"batch\": {\"size\": ^0, \"time\": 4}}", true),
       "stations.tap.batch.size: expected a whole number of at least 1, got 0"},
      {with_tap("{\"batch\": {\"size\": 1, \"time\": ^-4}}", true),
       "stations.tap.batch.time: expected a duration of at least 0, got -4"},
      {with_tap("{\"batch\": {\"size\": 1, \"time\": 4, ^\"sise\": 4}}", true),
       "stations.tap.batch.sise: unknown key; remove it; size is there already"},
  });
}

TEST(Stations, MayChangeBreakDownAndCost) {
  const auto read = read_scenario(R"({
    "menu": {}, "orders": [],
    "stations": {
      "grill": {"capacity": [{"from": 0, "value": 2}, {"from": "2h", "value": 0}], "cost_per_hour": 3.5,
                "breakdown": {"time_between": {"distribution": "exponential", "mean": "8h"}, "repair": "20min"}},
      "fryer": {"batch": {"size": 5, "time": 4, "hold": "7min", "refill_below": 3}}
    }})",
                                  "lunch");

  model::StationSpec grill{"grill", model::Schedule({{Instant{}, 2}, {Instant{2h}, 0}})};
  grill.breakdown = {random::Exponential{8h}, 20min};
  grill.cost_per_hour = 3.5;
  EXPECT_THAT(read.value().spec.stations,
              ElementsAre(grill, model::StationSpec{"fryer", 1, model::BatchSpec{5, 4s, 7min, 3}}));
}

TEST(Stations, MayNeedAPersonOnlyAtFirst) {
  const auto read = read_scenario(R"({"menu": {"wrap": {"station": "grill", "time": 60}}, "orders": [],
    "stations": {"grill": {"attended": "20s"}}, "servers": {"works_at": ["grill"]}})",
                                  "lunch");

  model::StationSpec grill{"grill"};
  grill.attended = 20s;
  EXPECT_THAT(read.value().spec.stations, ElementsAre(grill));
}

TEST(Stations, AreRefusedIfTheirBreakdownOrCostIsWrong) {
  expect_faults({
      {with_tap(R"({"attended": ^-1})"), "stations.tap.attended: expected a duration of at least 0, got -1"},
      {with_tap(R"({"attended": ^{"distribution": "constant", "value": 4}})"),
       R"(stations.tap.attended: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got an object)"},
      {with_tap(R"({^"operators": 1})"),
       "stations.tap.operators: unknown key; write the station in works_at of a group of servers; its people are "
       "needed then"},
      {with_tap(R"({^"max_queue": 1})"),
       "stations.tap.max_queue: unknown key; steps wait at a station without a bound; write what customers stand at as "
       "a stop of a line, which has room"},
      {with_tap(R"({"breakdown": ^3})"), "stations.tap.breakdown: expected an object, got 3"},
      {with_tap(R"({"breakdown": ^{"repair": 3}})"),
       "stations.tap.breakdown.time_between: missing; a breakdown needs the time between repairs"},
      {with_tap(R"({"breakdown": ^{"time_between": 3}})"),
       "stations.tap.breakdown.repair: missing; a breakdown needs the time of a repair"},
      {with_tap(R"({"breakdown": ^{"time_between": 0, "repair": {"distribution": "empirical", "samples": [0]}}})"),
       "stations.tap.breakdown: fails and is repaired for ever at one instant; give one of its times more than 0"},
      {with_tap(R"({"capacity": ^1000001, "breakdown": {"time_between": 9, "repair": 1}})"),
       "stations.tap.capacity: expected at most 1000000 where units break down, got 1000001"},
      {with_tap(R"({"cost_per_hour": ^-3})"), "stations.tap.cost_per_hour: expected a number of at least 0, got -3"},
      {with_tap(R"({"batch": {"size": 4, "time": 1, "hold": ^"7 min"}})", true),
       R"(stations.tap.batch.hold: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "7 min"; write "7min")"},
      {with_tap(R"({"batch": {"size": 4, "time": 1, "refill_below": ^-1}})", true),
       "stations.tap.batch.refill_below: expected a whole number of at least 0, got -1"},
      {with_tap(R"({"batch": {"size": ^1000000001, "time": 1}})", true),
       "stations.tap.batch.size: expected a whole number of at most 1000000000, got 1000000001"},
      {with_tap(R"({"batch": {"size": 4, "time": 1, "refill_below": ^1e10}})", true),
       "stations.tap.batch.refill_below: expected a whole number of at most 1000000000, got 1e10"},
  });
}

}  // namespace
}  // namespace fastfood::scenario
