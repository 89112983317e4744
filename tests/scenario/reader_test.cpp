#include "sim/scenario/reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using model::ItemId;
using model::StationId;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Reader, TurnsAScenarioIntoACounter) {
  const auto read = read_scenario(R"({
    "$schema": {"whatever": [1]},
    "name": "Two customers a second",
    "description": "Fries are the bottleneck",
    "seed": 18446744073709551615,
    "menu": {
      "soda":   {"station": "soda_machine", "time": 1},
      "fries":  {"station": "fryer"}
    },
    "stations": {
      "soda_machine": {"capacity": 1},
      "fryer": {"batch": {"size": 5, "time": 4}}
    },
    "servers": {"count": 2},
    "orders": [{"customer": "A", "items": ["fries"]}],
    "arrivals": [{"every": 0.5, "count": 10, "items": ["soda", "fries"]}],
    "target": {"total_time": 5, "fraction": 0.9}
  })",
                                  "lunch");

  model::CounterSpec expected;
  expected.name = "Two customers a second";
  expected.description = "Fries are the bottleneck";
  expected.seed = UINT64_MAX;
  expected.menu = {{"soda", {{StationId{0}, 1s}}}, {"fries", {{StationId{1}, 0s}}}};
  expected.stations = {{"soda_machine", 1, {}}, {"fryer", 1, model::BatchSpec{5, 4s}}};
  expected.servers = {{"server", 2, model::Mode::async}};
  expected.orders = {{"A", Instant{}, {{ItemId{1}}}}};
  expected.arrivals = {{"walk-in", 500ms, 10, {{{ItemId{0}}, {ItemId{1}}}}}};
  expected.target = {5s, 0.9};
  ASSERT_TRUE(read);
  EXPECT_EQ(read->spec, expected);
  EXPECT_THAT(read->warnings, IsEmpty());
}

TEST(Reader, FillsInTheDefaults) {
  const auto read = read_scenario(R"({"menu": {}, "orders": []})", "lunch");

  model::CounterSpec expected;
  expected.name = "lunch";
  expected.seed = 1;
  EXPECT_EQ(read.value().spec, expected);
}

TEST(Reader, AimsAtAllCustomersByDefault) {
  const auto target = [](const std::string& text) {
    return read_scenario(R"({"menu": {}, "orders": [], "target": )" + text + "}", "lunch").value().spec.target.value();
  };

  EXPECT_EQ(target(R"({"total_time": "5min"})"), (model::TargetSpec{5min, 1}));
  EXPECT_EQ(target(R"({"total_time": 0, "fraction": 0.95e0})"), (model::TargetSpec{0s, 0.95}));
  EXPECT_EQ(target(R"({"total_time": 0, "fraction": 1e-999})").fraction, 0);
  EXPECT_FALSE(std::signbit(target(R"({"total_time": 0, "fraction": -0.0})").fraction));
}

TEST(Reader, RefusesWrongTopLevelKeys) {
  const std::string seed = "seed: expected a whole number from 0 to 18446744073709551615, got ";
  const std::string duration = R"(expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got )";
  expect_faults({
      {"^[]", "expected an object, got a list"},
      {"^\"lunch\"", "expected an object, got \"lunch\""},
      {"  ^7", "expected an object, got 7"},
      {R"(^{"orders": []})", "menu: missing; a scenario needs a menu; write {} for an empty one"},
      {R"(^{"menu": {}})", "arrivals: missing; a scenario needs orders or arrivals"},
      {R"({"menu": {}, "orders": [], ^"serevrs": {}})", "serevrs: unknown key; did you mean servers?"},
      {R"({"menu": {}, "orders": [], ^"Name": "x"})", "Name: unknown key; did you mean name?"},
      {R"({"menu": {}, "orders": [], ^"replications": 3})",
       "replications: unknown key; say it on the command line, as in fastfood run --replications 20"},
      {R"({"menu": {}, "orders": [], ^"": 3})", "/: unknown key; remove it"},
      {R"({"menu": {}, "orders": [], "name": ^null})", "name: expected a text, got null"},
      {R"({"menu": {}, "orders": [], "description": ^["x"]})", "description: expected a text, got a list"},
      {R"({"menu": {}, "orders": [], "seed": ^-1})", seed + "-1"},
      {R"({"menu": {}, "orders": [], "seed": ^1.5})", seed + "1.5"},
      {R"({"menu": {}, "orders": [], "seed": ^18446744073709551616})", seed + "18446744073709551616"},
      {R"({"menu": {}, "orders": [], "seed": ^"1"})", seed + "\"1\"; write 1 without quotes"},
      {R"({"menu": {}, "orders": [], "target": ^5})", "target: expected an object, got 5; write {\"total_time\": 5}"},
      {R"({"menu": {}, "orders": [], "target": ^{}})",
       "target.total_time: missing; a target needs the time to be served within"},
      {R"({"menu": {}, "orders": [], "target": {"total_time": ^true}})", "target.total_time: " + duration + "true"},
      {R"({"menu": {}, "orders": [], "target": {"total_time": ^{"distribution": "constant", "value": 1}}})",
       "target.total_time: " + duration + "an object"},
      {R"({"menu": {}, "orders": [], "target": {"total_time": 5, "fraction": ^1.01}})",
       "target.fraction: expected a number from 0 to 1, got 1.01"},
      {R"({"menu": {}, "orders": [], "target": {"total_time": 5, "fraction": ^-0.1}})",
       "target.fraction: expected a number from 0 to 1, got -0.1"},
      {R"({"menu": {}, "orders": [], "target": {"total_time": 5, "fraction": ^"90%"}})",
       "target.fraction: expected a number from 0 to 1, got \"90%\"; write 0.9"},
      {R"({"menu": {}, "orders": [], "target": {"total_time": 5, ^"total_tme": 5}})",
       "target.total_tme: unknown key; remove it; total_time is there already"},
      {R"({"menu": {}, "orders": [], ^"orders": []})",
       "orders: duplicate key, the first is on line 1; remove one of them"},
  });
}

TEST(Reader, ReadsWhenTheDoorsCloseAndWhenTheRunStops) {
  const auto spec = [](const std::string& keys) {
    return read_scenario(R"({"menu": {}, "orders": [])" + keys + "}", "lunch").value().spec;
  };
  EXPECT_EQ(spec("").until, std::nullopt);
  EXPECT_EQ(spec("").stop, model::Stop::when_served);
  EXPECT_EQ(spec(R"(, "until": "2h")").until, Instant{2h});
  EXPECT_EQ(spec(R"(, "until": 9, "stop": "at_until")").stop, model::Stop::at_until);
  EXPECT_EQ(spec(R"(, "stop": "when_served")").stop, model::Stop::when_served);
  expect_faults({
      {R"(^{"menu": {}, "orders": [], "stop": "at_until"})", "until: missing; to stop at until needs one"},
      {R"({"menu": {}, "orders": [], "until": 9, "stop": ^"until"})",
       "stop: expected \"when_served\" or \"at_until\", got \"until\""},
      {R"({"menu": {}, "orders": [], "until": ^-9})", "until: expected an instant of at least 0, got -9"},
  });
}

TEST(Reader, ReadsWhenTheCounterOpensAndWhatIsMeasured) {
  const auto spec = [](const std::string& keys) {
    return read_scenario(R"({"menu": {}, "orders": [])" + keys + "}", "lunch").value().spec;
  };
  EXPECT_EQ(spec("").opens_at, std::nullopt);
  EXPECT_EQ(spec("").warmup, Instant{});
  EXPECT_EQ(spec("").report_every, std::nullopt);
  EXPECT_EQ(spec(R"(, "opens_at": "11:00")").opens_at, 11h);
  EXPECT_EQ(spec(R"(, "warmup": "1h", "until": 3601)").warmup, Instant{1h});
  EXPECT_EQ(spec(R"(, "warmup": 0, "until": 0)").warmup, Instant{});
  EXPECT_EQ(spec(R"(, "report_every": "15min")").report_every, 15min);
  expect_faults({
      {R"({"menu": {}, "orders": [], "until": 9, "warmup": ^9})", "warmup: expected an instant before until, got 9"},
      {R"({"menu": {}, "orders": [], "warmup": ^"11s", "until": 9})",
       "warmup: expected an instant before until, got \"11s\""},
      {R"({"menu": {}, "orders": [], "warmup": ^"438301h"})",
       "warmup: expected an instant of at most 50 years, got \"438301h\""},
      {R"({"menu": {}, "orders": [], "report_every": ^0})", "report_every: expected a duration above 0, got 0"},
      {R"({"menu": {}, "orders": [], "report_every": ^"0.1ns"})",
       "report_every: expected a duration (as 4, 0.5, \"250ms\", \"4s\", \"7min\" or \"1.5h\"), got \"0.1ns\""},
      {R"({"menu": {}, "orders": [], "report_every": ^"1ms", "until": 1001})",
       "report_every: gives more than 1000000 periods; make them longer"},
  });
}

TEST(Reader, ReportsAllFaultsInTheOrderOfTheText) {
  EXPECT_THAT(
      diagnostics_of(R"({
  "sed": 3,
  "menu": {
    "soda": {"station": "tup", "time": 1},
    "soda": {"time": "1 s"}
  },
  "stations": {
    "tap": {"capacity": -3}
  },
  "arrivals": [{"every": 0.5, "items": ["sodda"]}, 3]
})"),
      ElementsAre("lunch.json:2:3: error: sed: unknown key; did you mean seed?",
                  "lunch.json:4:25: error: menu.soda.station: \"tup\" is not the name of a station; did you "
                  "mean tap?",
                  "lunch.json:5:5: error: menu.soda: duplicate key, the first is on line 4; remove one of them",
                  "lunch.json:5:22: error: menu.soda.time: expected a duration (as 4, 0.5, \"250ms\", \"4s\", "
                  "\"7min\" or \"1.5h\"), got \"1 s\"; write \"1s\"",
                  "lunch.json:8:25: error: stations.tap.capacity: expected a whole number of at least 1, got -3",
                  "lunch.json:10:16: error: arrivals.0.count: missing; a stream needs a count or an until where "
                  "the scenario has no until",
                  "lunch.json:10:41: error: arrivals.0.items.0: \"sodda\" is not the name of an item; did you "
                  "mean soda?",
                  "lunch.json:10:52: error: arrivals.1: expected an object, got 3"));
}

TEST(Reader, CountsColumnsInCharactersAndLinesByTheirEnds) {
  EXPECT_THAT(
      diagnostics_of("{\"menu\": {\"crème brûlée 😀\": 3},\r\n \"é\": 1, \"orders\": 4}"),
      ElementsAre(
          "lunch.json:1:29: error: menu.crème brûlée 😀: expected an object, got 3; write {\"time\": 3}",
          "lunch.json:2:2: error: é: unknown key; remove it",
          "lunch.json:2:20: error: orders: expected a list of orders, or the name of a file that ends in .csv, got 4"));
}

TEST(Reader, IgnoresAByteOrderMark) {
  EXPECT_THAT(diagnostics_of("\xEF\xBB\xBF{\"menu\": {}, \"orders\": []}"), IsEmpty());
}

TEST(Reader, ReportsNothingAfterAnErrorOfSyntax) {
  EXPECT_THAT(diagnostics_of(R"({"menu": 3, "seed": -1, "orders": [})"),
              ElementsAre("lunch.json:1:36: error: expected a value or ']', got '}'"));
}

TEST(Reader, ShowsLongOrUnprintableTextOnOneShortLine) {
  const auto messages =
      diagnostics_of("{\"menu\": {}, \"orders\": [], \"seed\": \"a\\nb" + std::string(100'000, 'x') + "\"}");

  EXPECT_THAT(messages,
              ElementsAre("lunch.json:1:36: error: seed: expected a whole number from 0 to 18446744073709551615, "
                          "got \"a\\nb" +
                          std::string(37, 'x') + "…\""));
}

const Template counter{parse_document(R"({"menu": {}, "stations": {"grill": {}}, "orders": []})"), "lunch"};

TEST(Template, IsReadWithOverridesAndStaysTheSame) {
  const auto changed = counter.with({make_override("stations.grill.capacity", "3")});

  EXPECT_EQ(changed->spec.stations.at(0).capacity, model::Schedule(3));
  EXPECT_EQ(counter.with({})->spec.stations.at(0).capacity, model::Schedule(1));
  EXPECT_EQ(counter.with({})->spec.name, "lunch");
}

TEST(Template, ReturnsTheFaultsOfAWrongValue) {
  const auto wrong = counter.with({make_override("stations.grill.capacity", "0")});

  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().at(0).override_path, "stations.grill.capacity");
}

}  // namespace
}  // namespace fastfood::scenario
