#include <gtest/gtest.h>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

TEST(WrongCounter, HasAWrongMenu) {
  expect_lines({
      {R"({"menu": [], "orders": []})",
       {R"(x.json:1:10: error: menu: expected an object, got a list; write each with its name before it: {"NAME": …, "NAME": …})"}},
      {R"({"menu": null, "orders": []})", {"x.json:1:10: error: menu: expected an object, got null"}},
      {R"({"menus": {}, "orders": []})", {"x.json:1:2: error: menus: unknown key; did you mean menu?"}},
      {R"({"menu": {"soda": 1}, "orders": []})",
       {R"(x.json:1:19: error: menu.soda: expected an object, got 1; write {"time": 1})"}},
      {R"({"menu": {"soda": {}}, "orders": []})",
       {"x.json:1:19: error: menu.soda.station: missing; a step needs a station, a time or both"}},
  });
}

TEST(WrongCounter, HasWrongTimes) {
  expect_lines({
      {R"({"menu": {"soda": {"time": "fast"}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "fast")"}},
      {R"({"menu": {"soda": {"time": "4 s"}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "4 s"; write "4s")"}},
      {R"({"menu": {"soda": {"time": "1h30min"}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "1h30min"; write "90min")"}},
      {R"({"menu": {"soda": {"time": "4sec"}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "4sec"; write "4s")"}},
      {R"({"menu": {"soda": {"time": "3d"}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "3d"; write "72h")"}},
      {R"({"menu": {"soda": {"time": ""}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "")"}},
      {R"({"menu": {"soda": {"time": "4"}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "4"; write 4 or "4s")"}},
      {R"({"menu": {"soda": {"time": "4S"}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "4S"; write "4s")"}},
      {R"({"menu": {"soda": {"time": -1}}, "orders": []})",
       {"x.json:1:28: error: menu.soda.time: expected a duration of at least 0, got -1"}},
      {R"({"menu": {"soda": {"time": "-1min"}}, "orders": []})",
       {R"(x.json:1:28: error: menu.soda.time: expected a duration of at least 0, got "-1min")"}},
      {R"({"menu": {"soda": {"time": 1e18}}, "orders": []})",
       {"x.json:1:28: error: menu.soda.time: expected a duration of at most 50 years, got 1e18"}},
      {R"({"menu": {"soda": {"time": 1577880000.1}}, "orders": []})",
       {"x.json:1:28: error: menu.soda.time: expected a duration of at most 50 years, got 1577880000.1"}},
  });
}

TEST(WrongCounter, HasWrongSteps) {
  expect_lines({
      {R"({"menu": {"soda": {"tyme": 1, "time": 1}}, "orders": []})",
       {"x.json:1:20: error: menu.soda.tyme: unknown key; remove it; time is there already"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": []})",
       {R"(x.json:1:31: error: menu.soda.station: "tap" is not the name of a station; add it to stations)"}},
      {R"({"menu": {"soda": {"steps": []}}, "orders": []})",
       {"x.json:1:29: error: menu.soda.steps: expected at least one step, got none"}},
      {R"({"menu": {"soda": {"steps": [{"time": 1}, {}]}}, "orders": []})",
       {"x.json:1:43: error: menu.soda.steps.1.station: missing; a step needs a station, a time or both"}},
      {R"({"menu": {"soda": {"steps": [{"time": 1}], "time": 1}}, "orders": []})",
       {"x.json:1:44: error: menu.soda.time: is not allowed next to steps; move it into one of them"}},
      {R"({"menu": {"soda": {"time": 1, "price": "2.50"}}, "orders": []})",
       {R"(x.json:1:40: error: menu.soda.price: expected a number, got "2.50"; write 2.50 without quotes)"}},
      {R"({"menu": {"soda": {"time": 1, "price": null}}, "orders": []})",
       {"x.json:1:40: error: menu.soda.price: expected a number, got null"}},
  });
}

TEST(WrongCounter, HasWrongDistributions) {
  expect_lines({
      {R"({"menu": {"soda": {"time": {}}}, "orders": []})",
       {"x.json:1:28: error: menu.soda.time.distribution: missing; a time is a duration, or has the name of its "
        "distribution"}},
      {R"({"menu": {"soda": {"time": {"distribution": "poisson"}}}, "orders": []})",
       {R"(x.json:1:45: error: menu.soda.time.distribution: there is no distribution "poisson"; for customers who come at random write rate_per_hour in the stream, or exponential with the mean time between them)"}},
      {R"({"menu": {"soda": {"time": {"distribution": "Exponentail", "mean": 1}}}, "orders": []})",
       {R"(x.json:1:45: error: menu.soda.time.distribution: there is no distribution "Exponentail"; did you mean exponential?)"}},
      {R"({"menu": {"soda": {"time": {"distribution": "exponential"}}}, "orders": []})",
       {"x.json:1:28: error: menu.soda.time.mean: missing; exponential needs it"}},
      {R"({"menu": {"soda": {"time": {"distribution": "exponential", "mean": 1, "sd": 1}}}, "orders": []})",
       {"x.json:1:71: error: menu.soda.time.sd: unknown key; remove it"}},
      {R"({"menu": {"soda": {"time": {"distribution": "exponential", "mean": 0}}}, "orders": []})",
       {"x.json:1:68: error: menu.soda.time.mean: expected a duration above 0, got 0"}},
      {R"({"menu": {"soda": {"time": {"distribution": "uniform", "min": 5, "max": 4}}}, "orders": []})",
       {"x.json:1:73: error: menu.soda.time.max: is below min"}},
      {R"({"menu": {"soda": {"time": {"distribution": "triangular", "min": 5, "mode": 7, "max": 6}}}, "orders": []})",
       {"x.json:1:87: error: menu.soda.time.max: is below mode"}},
      {R"({"menu": {"soda": {"time": {"distribution": "erlang", "k": 0.5, "mean": 1}}}, "orders": []})",
       {"x.json:1:60: error: menu.soda.time.k: expected a whole number of at least 1, got 0.5"}},
      {R"({"menu": {"soda": {"time": {"distribution": "gamma", "shape": -2, "scale": 1}}}, "orders": []})",
       {"x.json:1:63: error: menu.soda.time.shape: expected a number above 0, got -2"}},
      {R"({"menu": {"soda": {"time": {"distribution": "normal", "mean": 1, "sd": -1}}}, "orders": []})",
       {"x.json:1:72: error: menu.soda.time.sd: expected a duration of at least 0, got -1"}},
      {R"({"menu": {"soda": {"time": {"distribution": "weibull", "shape": "wide", "scale": 0}}}, "orders": []})",
       {R"(x.json:1:65: error: menu.soda.time.shape: expected a number above 0, got "wide")",
        "x.json:1:82: error: menu.soda.time.scale: expected a duration above 0, got 0"}},
      {R"({"menu": {"soda": {"time": {"distribution": "empirical", "samples": []}}}, "orders": []})",
       {"x.json:1:69: error: menu.soda.time.samples: expected at least one, got none"}},
      {R"({"menu": {"soda": {"time": {"distribution": "empirical", "samples": [1, -2]}}}, "orders": []})",
       {"x.json:1:73: error: menu.soda.time.samples.1: expected a duration of at least 0, got -2"}},
      {R"({"menu": {"soda": {"time": {"distribution": "discrete", "values": [1, 2], "weights": [1]}}}, "orders": []})",
       {"x.json:1:86: error: menu.soda.time.weights: expected as many weights as values, 2, got 1"}},
      {R"({"menu": {"soda": {"time": {"distribution": "discrete", "values": [1, 2], "weights": [0, 0]}}}, "orders": []})",
       {"x.json:1:86: error: menu.soda.time.weights: expected a weight above 0 among them"}},
      {R"({"menu": {"soda": {"time": {"distribution": "discrete", "values": [1, 2], "weights": [1e308, 1e308]}}}, "orders": []})",
       {"x.json:1:86: error: menu.soda.time.weights: expected weights of at most 1.7976931348623157e308 together"}},
  });
}

TEST(WrongCounter, HasWrongStations) {
  expect_lines({
      {R"({"menu": {}, "orders": [], "stations": "tap"})",
       {R"(x.json:1:40: error: stations: expected an object, got "tap")"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": null}})",
       {"x.json:1:85: error: stations.tap: expected an object, got null"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": 0}}})",
       {"x.json:1:98: error: stations.tap.capacity: expected a whole number of at least 1, got 0"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": -3}}})",
       {"x.json:1:98: error: stations.tap.capacity: expected a whole number of at least 1, got -3"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": 2.5}}})",
       {"x.json:1:98: error: stations.tap.capacity: expected a whole number of at least 1, got 2.5"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": 1e30}}})",
       {"x.json:1:98: error: stations.tap.capacity: expected a whole number of at most 9223372036854775807, got 1e30"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": "two"}}})",
       {R"(x.json:1:98: error: stations.tap.capacity: expected a whole number of at least 1 or a list of steps, got "two")"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": true}}})",
       {"x.json:1:98: error: stations.tap.capacity: expected a whole number of at least 1 or a list of steps, got "
        "true"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": []}}})",
       {"x.json:1:98: error: stations.tap.capacity: expected at least one step, got none"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": [{"from": 5, "value": 1}]}}})",
       {"x.json:1:108: error: stations.tap.capacity.0.from: expected 0 for the first step, got 5"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": [{"from": 0, "value": 1}, {"from": "0s", "value": -1}]}}})",
       {"x.json:1:133: error: stations.tap.capacity.1.from: is not after that of the step before; give the steps in "
        "their order",
        "x.json:1:148: error: stations.tap.capacity.1.value: expected a whole number of at least 0, got -1"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacity": [{}]}}})",
       {"x.json:1:99: error: stations.tap.capacity.0.from: missing; a step needs the instant from which its value "
        "holds",
        "x.json:1:99: error: stations.tap.capacity.0.value: missing; a step needs a value"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"capacities": 2}}})",
       {"x.json:1:86: error: stations.tap.capacities: unknown key; did you mean capacity?"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"cost_per_hour": -1}}})",
       {"x.json:1:103: error: stations.tap.cost_per_hour: expected a number of at least 0, got -1"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"breakdown": {}}}})",
       {"x.json:1:99: error: stations.tap.breakdown.time_between: missing; a breakdown needs the time between repairs",
        "x.json:1:99: error: stations.tap.breakdown.repair: missing; a breakdown needs the time of a repair"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"breakdown": {"time_between": 9, "repair": "soon"}}}})",
       {R"(x.json:1:129: error: stations.tap.breakdown.repair: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "soon")"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"breakdown": {"time_between": 9, "repair": 1, "repairs": 1}}}})",
       {"x.json:1:132: error: stations.tap.breakdown.repairs: unknown key; remove it; repair is there already"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"breakdown": {"time_between": 0, "repair": 0}}}})",
       {"x.json:1:99: error: stations.tap.breakdown: fails and is repaired for ever at one instant; give one of its "
        "times more than 0"}},
  });
}

TEST(WrongCounter, HasWrongTrays) {
  expect_lines({
      {R"({"menu": {"soda": {"station": "tap"}}, "orders": [], "stations": {"tap": {"batch": 5}}})",
       {"x.json:1:84: error: stations.tap.batch: expected an object, got 5"}},
      {R"({"menu": {"soda": {"station": "tap"}}, "orders": [], "stations": {"tap": {"batch": {}}}})",
       {"x.json:1:84: error: stations.tap.batch.size: missing; a batch needs a size",
        "x.json:1:84: error: stations.tap.batch.time: missing; a batch needs a time"}},
      {R"({"menu": {"soda": {"station": "tap"}}, "orders": [], "stations": {"tap": {"batch": {"size": 0, "time": 1}}}})",
       {"x.json:1:93: error: stations.tap.batch.size: expected a whole number of at least 1, got 0"}},
      {R"({"menu": {"soda": {"station": "tap"}}, "orders": [], "stations": {"tap": {"batch": {"size": 1e12, "time": 1}}}})",
       {"x.json:1:93: error: stations.tap.batch.size: expected a whole number of at most 1000000000, got 1e12"}},
      {R"({"menu": {"soda": {"station": "tap"}}, "orders": [], "stations": {"tap": {"batch": {"size": 1, "time": 1, "hold": {"distribution": "constant", "value": 1}}}}})",
       {R"(x.json:1:115: error: stations.tap.batch.hold: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got an object)"}},
      {R"({"menu": {"soda": {"station": "tap"}}, "orders": [], "stations": {"tap": {"batch": {"size": 1, "time": 1, "refill_below": 0.5}}}})",
       {"x.json:1:123: error: stations.tap.batch.refill_below: expected a whole number of at least 0, got 0.5"}},
      {R"({"menu": {"soda": {"station": "tap"}}, "orders": [], "stations": {"tap": {"batch": {"size": 1, "time": 1, "refil_below": 1}}}})",
       {"x.json:1:107: error: stations.tap.batch.refil_below: unknown key; did you mean refill_below?"}},
      {R"({"menu": {"soda": {"station": "tap", "time": 1}}, "orders": [], "stations": {"tap": {"batch": {"size": 1, "time": 1}}}})",
       {"x.json:1:38: error: menu.soda.time: a step at a station with a batch has no time; remove it"}},
      {R"({"menu": {"soda": {"station": "tap"}}, "orders": [], "stations": {"tap": {}}})",
       {"x.json:1:19: error: menu.soda.time: missing; a step at a station without a batch needs one"}},
  });
}

TEST(WrongCounter, HasWrongServers) {
  expect_lines({
      {R"({"menu": {}, "orders": [], "servers": 2})",
       {R"(x.json:1:39: error: servers: expected a group of servers or a list of groups, got 2; write {"count": 2})"}},
      {R"({"menu": {}, "orders": [], "servers": []})",
       {"x.json:1:39: error: servers: expected at least one group, got none"}},
      {R"({"menu": {}, "orders": [], "servers": {"count": "many"}})",
       {R"(x.json:1:49: error: servers.count: expected a whole number of at least 1, a list of steps or "unlimited", got "many")"}},
      {R"({"menu": {}, "orders": [], "servers": {"count": 0}})",
       {"x.json:1:49: error: servers.count: expected a whole number of at least 1, got 0"}},
      {R"({"menu": {}, "orders": [], "servers": {"count": 2000000}})",
       {R"(x.json:1:49: error: servers.count: expected at most 1000000 or "unlimited", got 2000000)"}},
      {R"({"menu": {}, "orders": [], "servers": {"mode": "parallel"}})",
       {R"(x.json:1:48: error: servers.mode: expected "async" or "sequential", got "parallel")"}},
      {R"({"menu": {}, "orders": [], "servers": {"order_time": "12:30"}})",
       {R"(x.json:1:54: error: servers.order_time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "12:30"; write "750s" for minutes and seconds, "750min" for hours and minutes)"}},
      {R"({"menu": {}, "orders": [], "servers": {"time_per_item": []}})",
       {R"(x.json:1:57: error: servers.time_per_item: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got a list)"}},
      {R"({"menu": {}, "orders": [], "servers": {"handover_time": -0.5}})",
       {"x.json:1:57: error: servers.handover_time: expected a duration of at least 0, got -0.5"}},
      {R"({"menu": {}, "orders": [], "servers": {"orders_in_flight": 0}})",
       {"x.json:1:60: error: servers.orders_in_flight: expected a whole number of at least 1, got 0"}},
      {R"({"menu": {}, "orders": [], "servers": {"orders_in_flight": 3, "mode": "sequential"}})",
       {"x.json:1:60: error: servers.orders_in_flight: expected 1 where the mode is sequential, got 3"}},
      {R"({"menu": {}, "orders": [], "servers": {"count": "unlimited", "cost_per_hour": 9}})",
       {"x.json:1:62: error: servers.cost_per_hour: is not allowed for an unlimited group; remove it, or give a "
        "count"}},
      {R"({"menu": {}, "orders": [], "servers": [{"name": "till"}, {"name": "till"}]})",
       {R"(x.json:1:67: error: servers.1.name: another one is called "till", too; give each its own name)"}},
      {R"({"menu": {}, "orders": [], "servers": [{"name": "till", "count": 2}, {"name": "till 1"}]})",
       {R"(x.json:1:70: error: servers.1.name: one of the 2 of "till" is called "till 1", too; give each its own name)"}},
      {R"({"menu": {}, "orders": [], "servers": [{"cuont": 2}, "till"]})",
       {"x.json:1:41: error: servers.0.cuont: unknown key; did you mean count?",
        R"(x.json:1:54: error: servers.1: expected an object, got "till")"}},
  });
}

}  // namespace
}  // namespace fastfood::scenario
