#include "sim/scenario/lint/lint_scenario.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario::lint_scenario_test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// A scenario whose customer orders a soda from the tap and fries from the fryer. `keys` are its other keys.
std::string with(const std::string& keys) {
  return R"({"menu": {"soda": {"station": "tap", "time": 10}, "fries": {"station": "fryer"}}, )" + keys + "}";
}

const std::string stations = R"("stations": {"tap": {}, "fryer": {"batch": {"size": 4, "time": 60}}}, )";

const std::string one_order = R"("orders": [{"items": ["soda", "fries"]}])";

std::string with_stations(const std::string& soda_tap, const std::string& batch) {
  return with(R"("stations": {"tap": )" + soda_tap + R"(, "fryer": {"batch": )" + batch + "}}, " + one_order);
}

std::string with_servers(const std::string& servers) {
  return with(stations + R"("servers": )" + servers + ", " + one_order);
}

std::string with_stream(const std::string& stream, const std::string& keys = "") {
  return with(stations + keys + R"("arrivals": [)" + stream + "]");
}

void expect_silence(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) EXPECT_THAT(diagnostics_of(text), IsEmpty()) << text;
}

TEST(LintScenario, WarnsAboutTheMenu) {
  expect_warnings({
      {R"({"menu": {"soda": {"time": 1}, ^"fries": {"time": 1}}, "orders": [{"items": ["soda"]}]})",
       "menu.fries: nobody orders it"},
      {R"({"menu": {"soda": {"steps": [{"time": 1}, ^{"time": 0}]}}, "orders": [{"items": ["soda"]}]})",
       "menu.soda.steps.1: takes no time and needs no station; remove it"},
  });
  expect_silence({
      R"({"menu": {"soda": {"time": 1}}, "orders": []})",
      R"({"menu": {"soda": {"time": 0}}, "orders": [{"items": ["soda"]}]})",
      R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"times": [1], "mix": [{"weight": 1, "items": ["soda"]}]}]})",
  });
}

TEST(LintScenario, WarnsAboutStations) {
  const std::string batch = R"({"size": 4, "time": 60})";
  expect_warnings({
      {R"({"menu": {}, "orders": [], "stations": {^"grill": {}}})", "stations.grill: no item uses it"},
      {with_stations(R"({"capacity": ^[{"from": 0, "value": 0}]})", batch),
       "stations.tap.capacity: is never above 0; customers who need the station wait for ever"},
      {with(
           R"("stations": {"tap": {"capacity": ^[{"from": 0, "value": 1}, {"from": 60, "value": 0}]}, "fryer": {"batch": {"size": 4, "time": 60}}}, )"
           R"("orders": [{"items": ["soda", "fries"], "at": 60}])"),
       "stations.tap.capacity: is 0 at the end, but customers may still order; they would wait forever"},
      {with_stations(R"({"breakdown": {"time_between": 60, "repair": ^61}})", batch),
       "stations.tap.breakdown.repair: is longer than time_between on average; a unit is down more than it is up"},
      {with_stations("{}", R"({"size": 4, "time": 60, "hold": ^0, "refill_below": 2})"),
       "stations.fryer.batch.hold: is 0, so nothing is kept ready; hold longer, or remove refill_below"},
      {with_stations("{}", R"({"size": 4, "time": 60, "hold": ^59, "refill_below": 2})"),
       "stations.fryer.batch.hold: is shorter than a batch takes; what is kept ready spoils sooner than it is "
       "replaced"},
  });
  expect_silence({
      with_stations("{}", batch),
      with_stations(R"({"capacity": [{"from": 0, "value": 0}, {"from": 9, "value": 1}]})", batch),
      with_stations(R"({"capacity": [{"from": 0, "value": 1}, {"from": 9, "value": 0}]})", batch),
      with_stations(R"({"breakdown": {"time_between": {"distribution": "exponential", "mean": 60}, "repair": 60}})",
                    batch),
      with_stations("{}", R"({"size": 4, "time": 60, "hold": 0})"),
      with_stations("{}", R"({"size": 4, "time": 60, "hold": 60, "refill_below": 2})"),
  });
}

TEST(LintScenario, WarnsAboutServers) {
  expect_warnings({
      {with_servers(R"([{"count": ^[{"from": 0, "value": 0}]}, {"name": "till"}])"),
       "servers.0.count: is never above 0; this group never serves"},
      {with_servers(R"([{"count": "unlimited"}, ^{"name": "till"}])"),
       "servers.1: never gets a customer; an unlimited group before it takes them all"},
      {with_servers(R"({"count": "unlimited", "orders_in_flight": ^2})"),
       "servers.orders_in_flight: has no effect; an unlimited group always has somebody free"},
      {R"({"menu": {}, "orders": [{"items": []}], "servers": {"time_per_item": ^5}})",
       "servers.time_per_item: has no effect; nobody orders an item"},
      {with(stations + R"("servers": ^{"count": [{"from": 0, "value": 1}, {"from": 3600, "value": 0}]}, )" +
            R"("orders": [{"items": ["soda", "fries"], "at": 3600}])"),
       "servers: nobody is on duty at the end, but customers may still come; they would wait forever"},
      {with_stream(R"({"every": 60, "until": 3601, "items": ["soda", "fries"]})",
                   R"("servers": ^[{"count": [{"from": 0, "value": 1}, {"from": 3600, "value": 0}]}], )"),
       "servers: nobody is on duty at the end, but customers may still come; they would wait forever"},
  });
  expect_silence({
      with_servers("{}"),
      with_servers(R"([{"name": "till"}, {"count": "unlimited"}])"),
      with_servers(R"({"orders_in_flight": 2, "time_per_item": 5})"),
      with_servers(R"({"count": [{"from": 0, "value": 1}, {"from": 3600, "value": 0}]})"),
      with_stream(R"({"every": 60, "until": 3600, "items": ["soda", "fries"]})",
                  R"("servers": {"count": [{"from": 0, "value": 1}, {"from": 3600, "value": 0}]}, )"),
      with_stream(
          R"({"rate_per_hour": [{"from": 0, "value": 9}, {"from": "1h", "value": 0}], "items": ["soda", "fries"]})",
          R"("until": "2h", "servers": {"count": [{"from": 0, "value": 1}, {"from": "1.5h", "value": 0}]}, )"),
      with_stream(R"({"every": 60, "items": ["soda", "fries"]})",
                  R"("until": "2h", "stop": "at_until",
                     "servers": {"count": [{"from": 0, "value": 1}, {"from": "1.5h", "value": 0}]}, )"),
  });
}

TEST(LintScenario, WarnsAboutALoadAboveCapacity) {
  const std::string grows = "; the line grows as long as customers come";
  expect_warnings({
      // A soda takes 10 s. One is ordered every 8 s, or every 2 min on average, for an hour.
      {R"({"menu": {"soda": {"station": "tap", "time": 10}}, "stations": {^"tap": {}}, )"
       R"("arrivals": [{"every": 8, "count": 1000, "items": ["soda"]}]})",
       "stations.tap: its load is 1.25 times its capacity" + grows},
      {R"({"menu": {"soda": {"station": "tap", "time": "3min"}}, "stations": {^"tap": {}}, )"
       R"("arrivals": [{"rate_per_hour": 30, "items": ["soda"]}], "until": "1h"})",
       "stations.tap: its load is 1.5 times its capacity" + grows},
      {R"({"menu": {"soda": {"time": 10}}, "servers": ^{"order_time": 2, "handover_time": 3}, )"
       R"("arrivals": [{"every": 10, "items": ["soda"]}], "until": "1h"})",
       "servers: their load is 1.5 times what they can do" + grows},
  });
  expect_silence({
      with_stream(R"({"every": 5, "count": 19, "items": ["soda", "fries"]})"),
      with_stream(R"({"every": 15, "count": 1000, "items": ["soda", "fries"]})"),
      with_stream(R"({"every": 0, "count": 1000, "items": ["soda", "fries"]})"),
      R"({"menu": {"soda": {"time": 10}}, "servers": {}, "until": "1h",
          "arrivals": [{"every": 5, "items": ["soda"], "balk_at": 3}]})",
  });
}

TEST(LintScenario, WarnsAboutOrders) {
  const auto with_order = [](const std::string& order, const std::string& keys) {
    return R"({"menu": {"soda": {"time": 10}}, "orders": [{"items": ["soda"]}, )" + order + "]" + keys + "}";
  };
  expect_warnings({
      {with_order(R"({"items": [], "at": ^"61s"})", R"(, "until": "1min")"),
       "orders.1.at: is after until; this customer does not come"},
      {with_order(R"({"items": [{"item": "soda", "chance": ^0}]})", ""),
       "orders.1.items.0.chance: is 0; the item is never ordered"},
      {with_order(R"({"items": [], "patience": ^9})", ""),
       "orders.1.patience: has no effect; there is always a server, so nobody waits in line"},
      {with_order(R"({"items": [], "balk_at": ^0})", R"(, "servers": {"count": "unlimited"})"),
       "orders.1.balk_at: has no effect; there is always a server, so nobody waits in line"},
      {with_order(R"({"items": ["soda"], "patience": ^9})", R"(, "servers": {})"),
       "orders.1.patience: is shorter than any service; with one server only the first in line can ever be taken"},
  });
  expect_silence({
      with_order(R"({"items": [], "at": 60})", R"(, "until": "1min")"),
      with_order(R"({"items": ["soda"], "patience": 10})", R"(, "servers": {})"),
      with_order(R"({"items": ["soda"], "patience": 0})", R"(, "servers": {})"),
      with_order(R"({"items": ["soda"], "patience": 9, "balk_at": 0})", R"(, "servers": {"count": 2})"),
      with_order(R"({"items": [], "patience": 9})", R"(, "servers": {})"),
  });
}

TEST(LintScenario, WarnsAboutStreams) {
  const auto with_stream = [](const std::string& stream, const std::string& keys = "") {
    return R"({"menu": {"soda": {"time": 10}}, "arrivals": [)" + stream + "]" + keys + "}";
  };
  expect_warnings({
      {with_stream(R"({"every": 60, "from": ^"2h", "until": "1h", "items": ["soda"]})"),
       "arrivals.0.from: is after until; nobody comes"},
      {with_stream(R"({"every": 60, "from": ^"2h", "items": ["soda"]})", R"(, "until": "1h")"),
       "arrivals.0.from: is after until; nobody comes"},
      {with_stream(R"({"times": ^[], "items": ["soda"]})"), "arrivals.0.times: has no instants; nobody comes"},
      {with_stream(R"({"times": [3, ^9, 1], "items": ["soda"]})", R"(, "until": 8)"),
       "arrivals.0.times.1: is after until; nobody comes then"},
      {with_stream(R"({"times": [0, ^"12:01"], "items": ["soda"]})", R"(, "opens_at": "11:00", "until": "12:00")"),
       "arrivals.0.times.1: is after until; nobody comes then"},
      {with_stream(R"({"rate_per_hour": ^0, "until": 9, "items": ["soda"]})"),
       "arrivals.0.rate_per_hour: is 0 during the whole time; nobody comes"},
      {with_stream(
           R"({"rate_per_hour": [{"from": 0, "value": 1}, {"from": ^61, "value": 2}], "until": 60, "items": ["soda"]})"),
       "arrivals.0.rate_per_hour.1.from: is after the last who may come; this step never holds"},
      {with_stream(R"({"times": [1], "mix": [{"weight": 1, "items": ["soda"]}, {"weight": ^0, "items": []}]})"),
       "arrivals.0.mix.1.weight: is 0; nobody orders this"},
      {with_stream(R"({"times": [1], "mix": [{"weight": 1, "items": [{"item": "soda", "chance": ^0}]}]})"),
       "arrivals.0.mix.0.items.0.chance: is 0; the item is never ordered"},
  });
  expect_silence({
      with_stream(R"({"every": 60, "from": "1h", "until": "1h", "items": ["soda"]})"),
      with_stream(R"({"times": [8, 3], "items": ["soda"]})", R"(, "until": 8)"),
      with_stream(
          R"({"rate_per_hour": [{"from": 0, "value": 0}, {"from": 60, "value": 2}], "until": 99, "items": ["soda"]})"),
  });
}

TEST(LintScenario, WarnsAboutTargetsOfStreamsAndOrders) {
  const auto with_target = [](const std::string& target, const std::string& rest = "") {
    return R"({"menu": {"soda": {"time": 10}}, "arrivals": [{"times": [0], "items": ["soda"], "target": )" + target +
           "}]" + rest + "}";
  };
  const auto with_order = [](const std::string& target) {
    return R"({"menu": {"soda": {"time": 10}}, "orders": [{"items": ["soda"], "target": )" + target + "}]}";
  };
  expect_warnings({
      {with_target(R"({"total_time": ^9.5})"),
       "arrivals.0.target.total_time: is shorter than the fastest order takes, 10 s; nobody can be satisfied"},
      {with_target(R"({"total_time": 10, "fraction": ^0})"),
       "arrivals.0.target.fraction: is 0, which any result meets; give the share to aim at"},
      {with_order(R"({"total_time": ^9.5})"), "orders.0.target.total_time: is shorter than this order takes, 10 s"},
      {with_order(R"({"total_time": 10, "fraction": ^0.9})"),
       "orders.0.target.fraction: is not used, as an order is of one customer; aim at a share in the scenario or in a "
       "stream"},
      {R"({"menu": {"soda": {"time": 10}}, "orders": [{"items": ["soda"]}, {"items": [], "target": {"total_time": 1}}],)"
       R"( "target": {"total_time": ^9}})",
       "target.total_time: is shorter than the fastest order takes, 10 s; nobody can be satisfied"},
  });
  expect_silence({with_target(R"({"total_time": 10})", R"(, "target": {"total_time": 1})")});
}

TEST(LintScenario, WarnsAboutTimes) {
  expect_warnings({
      {R"({"menu": {"soda": {"time": 10}}, "orders": [{"items": ["soda"]}], "target": {"total_time": ^9.5}})",
       "target.total_time: is shorter than the fastest order takes, 10 s; nobody can be satisfied"},
      {R"({"menu": {}, "orders": [], "target": {"total_time": 1, "fraction": ^0}})",
       "target.fraction: is 0, which any result meets; give the share to aim at"},
      {R"({"menu": {}, "orders": [{"items": [], "at": 59}], "warmup": ^"1min"})",
       "warmup: is after the last arrival; no customer is counted"},
      {R"({"menu": {}, "arrivals": [{"every": 5, "count": 3, "items": []}], "warmup": ^11})",
       "warmup: is after the last arrival; no customer is counted"},
      {R"({"menu": {}, "orders": [], "until": "59min", "report_every": ^"1h"})",
       "report_every: is longer than until; all falls into one period"},
      {R"({"menu": {}, "orders": [], "until": 9, "stop": "at_until", )"
       R"("servers": {"count": [{"from": 0, "value": 1}, {"from": ^10, "value": 2}]}})",
       "servers.count.1.from: is after until, when the run stops; this step never holds"},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "until": 9, "stop": "at_until", )"
       R"("stations": {"tap": {"capacity": [{"from": 0, "value": 1}, {"from": ^10, "value": 2}]}}})",
       "stations.tap.capacity.1.from: is after until, when the run stops; this step never holds"},
      {R"({"menu": {"soda": {"time": {"distribution": "normal", "mean": ^4, "sd": 5}}}, "orders": []})",
       "menu.soda.time.mean: is below sd, and negative draws are drawn again; the times are longer on average than it "
       "says"},
  });
  expect_silence({
      R"({"menu": {"soda": {"time": 10}}, "orders": [{"items": ["soda"]}, {"items": []}], "target": {"total_time": 1}})",
      R"({"menu": {"soda": {"time": 10}}, "orders": [{"items": ["soda"]}], "target": {"total_time": 10}})",
      R"({"menu": {}, "orders": [{"items": [], "at": 60}], "warmup": "1min"})",
      R"({"menu": {}, "arrivals": [{"every": 5, "count": 3, "items": []}], "warmup": 10})",
      R"({"menu": {}, "orders": [], "until": "1h", "report_every": "1h"})",
      R"({"menu": {}, "orders": [], "until": 9, "servers": {"count": [{"from": 0, "value": 1}, {"from": 10, "value": 2}]}})",
      R"({"menu": {"soda": {"time": {"distribution": "normal", "mean": 5, "sd": 5}}}, "orders": []})",
      R"({"$schema": {"distribution": "normal", "mean": 4, "sd": 5}, "menu": {}, "orders": []})",
      R"({"menu": {"distribution": {"time": 1}, "mean": {"time": 1}, "sd": {"time": 2}}, "orders": []})",
  });
}

TEST(LintScenario, WarnsAboutClockTimesThatMakeADayOfMoreThanEighteenHours) {
  const std::string day = R"({"opens_at": "11:00", "menu": {}, "arrivals": [{"every": 60, "items": []}], )";

  expect_warnings({
      {day + R"("until": ^"10:30"})", "until: 10:30 is before opens_at, 11:00, and so of the next day, 23.5 h later"},
      {day + R"("until": ^"05:00:01"})",
       "until: 05:00:01 is before opens_at, 11:00, and so of the next day, 18 h later"},
      {R"({"opens_at": "11:00", "menu": {}, "arrivals": [{"every": 60, "items": [], "until": ^"10:30"}]})",
       "arrivals.0.until: 10:30 is before opens_at, 11:00, and so of the next day, 23.5 h later"},
      {day + R"("until": "14:00", "servers": {"count": [{"from": 0, "value": 1}, {"from": ^"10:30", "value": 2}]}})",
       "servers.count.1.from: 10:30 is before opens_at, 11:00, and so of the next day, 23.5 h later"},
  });
  // A night of exactly eighteen hours, and instants within a long day that has its warning already.
  EXPECT_THAT(diagnostics_of(day + R"("until": "05:00"})"), IsEmpty());
  EXPECT_THAT(diagnostics_of(day + R"("until": "10:30", "warmup": "10:00"})"), SizeIs(1));
  // An item may have any name.
  EXPECT_THAT(
      diagnostics_of(R"({"opens_at": "11:00", "menu": {"10:30": {"time": 1}}, "orders": [{"items": ["10:30"]}]})"),
      IsEmpty());
}

TEST(LintScenario, HasNoWarningsForASensibleDay) {
  expect_silence({R"({
    "opens_at": "11:00",
    "menu": {
      "soda": {"station": "tap", "time": "8s", "price": 2},
      "fries": {"station": "fryer", "price": 3},
      "burger": {"steps": [{"station": "grill", "time": {"distribution": "normal", "mean": 90, "sd": 15}}, {"time": 20}]}
    },
    "stations": {
      "tap": {"cost_per_hour": 1},
      "grill": {"capacity": [{"from": "11:00", "value": 2}, {"from": "12:00", "value": 6}, {"from": "14:00", "value": 3}],
                "breakdown": {"time_between": {"distribution": "exponential", "mean": "8h"}, "repair": "10min"}},
      "fryer": {"capacity": 2, "batch": {"size": 6, "time": "3min", "hold": "7min", "refill_below": 4}}
    },
    "servers": [
      {"name": "till", "count": [{"from": 0, "value": 3}, {"from": "23:30", "value": 0}], "order_time": 15,
       "time_per_item": 3, "handover_time": 5, "orders_in_flight": 4, "cost_per_hour": 14},
      {"name": "drive-in", "orders_in_flight": 3}
    ],
    "arrivals": [
      {"rate_per_hour": [{"from": 0, "value": 60}, {"from": "12:00", "value": 120}, {"from": "22:00", "value": 0}],
       "mix": [{"weight": 3, "items": ["burger", {"item": "fries", "chance": 0.7}, "soda"]},
               {"weight": 1, "items": [{"item": "soda", "count": 2}]}],
       "patience": {"distribution": "exponential", "mean": "5min"}, "balk_at": 12},
      {"name": "drive-in", "every": "2min", "from": "11:30", "items": ["fries"], "priority": 1}
    ],
    "orders": [{"customer": "Ana", "at": "13:00", "items": ["fries"]}],
    "until": "22:30", "warmup": "30min", "report_every": "1h", "target": {"total_time": "5min", "fraction": 0.9}
  })"});
}

TEST(LintScenario, IsSkippedForAWrongScenario) {
  EXPECT_THAT(diagnostics_of(R"({"menu": {}, "orders": [], "seed": -1, "target": {"total_time": 1, "fraction": 0}})"),
              testing::ElementsAre(testing::HasSubstr("error: seed")));
}

}  // namespace
}  // namespace fastfood::scenario::lint_scenario_test
