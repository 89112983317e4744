#include "sim/scenario/read/arrivals.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using model::ItemId;
using model::PoissonSpec;
using model::ScheduleSpec;
using model::StreamSpec;
using testing::ElementsAre;
using testing::IsEmpty;

const model::MixSpec none{std::vector<model::OrderedItem>{}};

std::string with_arrivals(const std::string& arrivals) {
  return R"({"menu": {"soda": {"time": 1}}, "arrivals": )" + arrivals + "}";
}

TEST(Arrivals, KeepTheirOrderAndTheirDefaults) {
  const auto read = read_scenario(with_arrivals(R"([
    {"every": 0.5, "count": 10, "items": ["soda", "soda"]},
    {"name": "drive-in", "every": "2min", "count": 1e3, "items": []}
  ])"),
                                  "lunch");

  EXPECT_THAT(read.value().spec.arrivals, ElementsAre(StreamSpec{"walk-in", 500ms, 10, {{{ItemId{0}}, {ItemId{0}}}}},
                                                      StreamSpec{"drive-in", 2min, 1000, none}));
}

TEST(Arrivals, MayBeNone) { EXPECT_THAT(diagnostics_of(with_arrivals("[]")), IsEmpty()); }

TEST(Arrivals, AreRefusedIfTheyAreWrong) {
  const std::string same = "another one is called \"walk-in\", too; give each its own name";
  const std::string stream = R"({"every": 1, "count": 1, "items": []})";
  expect_faults({
      {with_arrivals("^" + stream), "arrivals: expected a list of streams, got an object; write [{…}]"},
      {with_arrivals("[^null]"), "arrivals.0: expected an object, got null"},
      {with_arrivals(R"([^{"count": 1, "items": []}])"),
       "arrivals.0.every: missing; a stream needs every, rate_per_hour or times"},
      {with_arrivals(R"([^{"every": 1, "items": []}])"),
       "arrivals.0.count: missing; a stream needs a count or an until where the scenario has no until"},
      {with_arrivals(R"([^{"every": 0, "until": 9, "items": []}])"),
       "arrivals.0.count: missing; a stream whose customers all come at once needs one"},
      {with_arrivals(R"([^{"every": {"distribution": "uniform", "min": 0, "max": 0}, "until": 9, "items": []}])"),
       "arrivals.0.count: missing; a stream whose customers all come at once needs one"},
      {with_arrivals(R"([{"every": 1, ^"rate_per_hour": 60, "count": 1, "items": []}])"),
       "arrivals.0.rate_per_hour: is not allowed next to every; a stream has one of them"},
      {with_arrivals(R"([{"rate_per_hour": 60, ^"times": [1], "items": []}])"),
       "arrivals.0.times: is not allowed next to rate_per_hour; a stream has one of them"},
      {with_arrivals(R"([{"times": [1], ^"count": 1, "items": []}])"),
       "arrivals.0.count: is not allowed next to times; remove it"},
      {with_arrivals(R"([{"times": [1], ^"from": 1, "items": []}])"),
       "arrivals.0.from: is not allowed next to times; remove it"},
      {with_arrivals(R"([{"times": ^5, "items": []}])"),
       "arrivals.0.times: expected a list of instants, got 5; write [5]"},
      {with_arrivals(R"([{^"interval": 60, "items": []}], "until": "1h")"),
       "arrivals.0.interval: unknown key; did you mean every?"},
      {with_arrivals(R"([{"rate_per_hour": ^-60, "count": 1, "items": []}])"),
       "arrivals.0.rate_per_hour: expected a number of at least 0, got -60"},
      {with_arrivals(R"([{"rate_per_hour": ^[], "count": 1, "items": []}])"),
       "arrivals.0.rate_per_hour: expected at least one step, got none"},
      {with_arrivals(R"([{"rate_per_hour": [{"from": ^1, "value": 5}], "count": 1, "items": []}])"),
       "arrivals.0.rate_per_hour.0.from: expected 0 for the first step, got 1"},
      {with_arrivals(
           R"([{"rate_per_hour": [{"from": 0, "value": 5}, {"from": ^0, "value": 6}], "count": 1, "items": []}])"),
       "arrivals.0.rate_per_hour.1.from: is not after that of the step before; give the steps in their order"},
      {with_arrivals(R"([{"rate_per_hour": [^{"from": 0}], "count": 1, "items": []}])"),
       "arrivals.0.rate_per_hour.0.value: missing; a step needs a value"},
      {with_arrivals(R"([^{"every": 1, "count": 1}])"),
       "arrivals.0.items: missing; a stream needs items or a mix; write [] for none"},
      {with_arrivals(R"([{"every": 1, "count": ^0, "items": []}])"),
       "arrivals.0.count: expected a whole number of at least 1, got 0"},
      {with_arrivals(R"([{"every": 1, "count": ^"unlimited", "items": []}])"),
       "arrivals.0.count: expected a whole number of at least 1, got \"unlimited\""},
      {with_arrivals(R"([{"every": ^-1, "count": 1, "items": []}])"),
       "arrivals.0.every: expected a duration of at least 0, got -1"},
      {with_arrivals(R"([{"every": 1, "count": 1, "items": [], ^"evry": 1}])"),
       "arrivals.0.evry: unknown key; remove it; every is there already"},
      {with_arrivals(R"([{"every": 1, "count": 1, "items": [^"sodas"]}])"),
       "arrivals.0.items.0: \"sodas\" is not the name of an item; did you mean soda?"},
      {with_arrivals(R"([{"name": ^[], "every": 1, "count": 1, "items": []}])"),
       "arrivals.0.name: expected a text, got a list"},
      {with_arrivals("[" + stream + ", ^" + stream + "]"), "arrivals.1.name: " + same},
      {with_arrivals("[" + stream + R"(, {"name": ^"walk-in", "every": 1, "count": 1, "items": []}])"),
       "arrivals.1.name: " + same},
  });
}

TEST(Arrivals, MayBeAPoissonProcessOrASchedule) {
  const std::string text = R"([
    {"name": "poisson", "rate_per_hour": 60, "from": "1h", "until": "2h", "items": []},
    {"name": "day", "rate_per_hour": [{"from": 0, "value": 0}, {"from": "1h", "value": 62.5}], "count": 9, "items": []},
    {"name": "bus", "times": [7, "3s", 5], "items": []}
  ])";
  EXPECT_THAT(
      read_scenario(with_arrivals(text), "lunch").value().spec.arrivals,
      ElementsAre(StreamSpec{"poisson", PoissonSpec{{{Instant{}, 60}}}, std::nullopt, none, Instant{1h}, Instant{2h}},
                  StreamSpec{"day", PoissonSpec{{{Instant{}, 0}, {Instant{1h}, 62.5}}}, 9, none},
                  StreamSpec{"bus", ScheduleSpec{{Instant{3s}, Instant{5s}, Instant{7s}}}, std::nullopt, none}));
}

TEST(Arrivals, MayGoOnUntilTheDoorsClose) {
  EXPECT_THAT(diagnostics_of(R"({"menu": {}, "until": 9, "arrivals": [{"every": 1, "items": []}]})"),
              testing::IsEmpty());
}

TEST(Arrivals, MayHaveAMixOfOrders) {
  const auto read = read_scenario(with_arrivals(R"([{"every": 1, "count": 9, "mix": [
    {"weight": 3, "items": ["soda"]},
    {"weight": 0.5, "items": [{"item": "soda", "count": 2}]},
    {"weight": 0, "items": []}
  ]}])"),
                                  "lunch");

  EXPECT_EQ(read.value().spec.arrivals[0].items,
            model::MixSpec({{3, {{ItemId{0}}}}, {0.5, {{ItemId{0}, 2}}}, {0, {}}}));
}

TEST(Arrivals, AreRefusedIfTheirMixIsWrong) {
  const auto with_mix = [](const std::string& mix) {
    return with_arrivals(R"([{"every": 1, "count": 9, "mix": )" + mix + "}]");
  };
  expect_faults({
      {with_mix("^[]"), "arrivals.0.mix: expected at least one order, got none"},
      {with_mix("^\"soda\""), "arrivals.0.mix: expected a list of orders with weights, got \"soda\""},
      {with_mix("[^\"soda\"]"), "arrivals.0.mix.0: expected an object, got \"soda\""},
      {with_mix(R"([^{"items": []}])"), "arrivals.0.mix.0.weight: missing; an entry of a mix needs a weight"},
      {with_mix(R"([^{"weight": 1}])"),
       "arrivals.0.mix.0.items: missing; an entry of a mix needs items; write [] for none"},
      {with_mix(R"([{"weight": ^-1, "items": []}])"),
       "arrivals.0.mix.0.weight: expected a number of at least 0, got -1"},
      {with_mix(R"([{"weight": 1, "items": [], ^"wieght": 1}])"),
       "arrivals.0.mix.0.wieght: unknown key; remove it; weight is there already"},
      {with_mix(R"([{"weight": 1, "items": [^"sodas"]}])"),
       "arrivals.0.mix.0.items.0: \"sodas\" is not the name of an item; did you mean soda?"},
      {with_mix(R"(^[{"weight": 0, "items": []}, {"weight": 0.0, "items": []}])"),
       "arrivals.0.mix: expected a weight above 0 among them"},
      {with_mix(R"(^[{"weight": 1e308, "items": []}, {"weight": 1e308, "items": []}])"),
       "arrivals.0.mix: expected weights of at most 1.7976931348623157e308 together"},
      {with_arrivals(R"([{"every": 1, "count": 9, "items": [], ^"mix": [{"weight": 1, "items": []}]}])"),
       "arrivals.0.mix: is not allowed next to items; a stream has one of them"},
  });
}

TEST(Arrivals, MayHaveATargetOfTheirOwn) {
  const auto with_target = [](const std::string& target) {
    return with_arrivals(R"([{"every": 1, "count": 9, "items": [], "target": )" + target + "}]");
  };
  const auto read = read_scenario(with_target(R"({"total_time": "3min", "fraction": 0.9})"), "lunch");

  EXPECT_EQ(read.value().spec.arrivals[0].who.target, (model::TargetSpec{3min, 0.9}));
  EXPECT_EQ(read.value().spec.target, std::nullopt);
  expect_faults({
      {with_target("^180"), "arrivals.0.target: expected an object, got 180; write {\"total_time\": 180}"},
      {with_target("^{}"), "arrivals.0.target.total_time: missing; a target needs the time to be served within"},
      {with_target(R"({"total_time": 1, "fraction": ^90})"),
       "arrivals.0.target.fraction: expected a number from 0 to 1, got 90; write 0.9"},
      {with_target(R"({"total_time": 1, ^"share": 0.9})"),
       "arrivals.0.target.share: unknown key; did you mean fraction?"},
  });
}

TEST(Arrivals, HaveTheBehaviourOfTheirCustomers) {
  const auto read = read_scenario(
      with_arrivals(R"([{"every": 1, "count": 9, "items": [], "priority": -2, "patience": "5min", "balk_at": 0}])"),
      "lunch");

  EXPECT_EQ(read.value().spec.arrivals[0].who, (model::CustomerSpec{-2, 5min, 0}));
}

}  // namespace
}  // namespace fastfood::scenario
