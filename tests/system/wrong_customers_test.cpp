#include <gtest/gtest.h>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

TEST(WrongCustomers, HaveWrongOrders) {
  expect_lines({
      {R"({"menu": {}, "orders": {}})",
       {"x.json:1:24: error: orders: expected a list of orders, or the name of a file that ends in .csv, got an "
        "object; write [{…}]"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": ["soda"]})",
       {R"(x.json:1:44: error: orders.0: expected an object, got "soda")"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"at": 1}]})",
       {"x.json:1:44: error: orders.0.items: missing; an order needs items; write [] for none"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": "soda"}]})",
       {R"(x.json:1:54: error: orders.0.items: expected a list of items, got "soda"; write ["soda"])"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": ["soda", 7]}]})",
       {"x.json:1:63: error: orders.0.items.1: expected the name of an item, got 7"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": ["sdoa"]}]})",
       {R"(x.json:1:55: error: orders.0.items.0: "sdoa" is not the name of an item; did you mean soda?)"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": ["burger"]}]})",
       {R"(x.json:1:55: error: orders.0.items.0: "burger" is not the name of an item; add it to the menu)"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [{"count": 2}]}]})",
       {"x.json:1:55: error: orders.0.items.0.item: missing; an entry needs an item"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [{"item": "soda", "count": -2, "chance": 1.01}]}]})",
       {"x.json:1:81: error: orders.0.items.0.count: expected a whole number of at least 1, got -2",
        "x.json:1:95: error: orders.0.items.0.chance: expected a number from 0 to 1, got 1.01"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [{"item": "soda", "count": 1e7}]}]})",
       {"x.json:1:81: error: orders.0.items.0.count: expected a whole number of at most 1000000, got 1e7"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [{"item": "soda", "number": 2}]}]})",
       {"x.json:1:72: error: orders.0.items.0.number: unknown key; did you mean count?"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "at": "noon"}]})",
       {R"(x.json:1:64: error: orders.0.at: expected an instant (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "noon")"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "at": -1}]})",
       {"x.json:1:64: error: orders.0.at: expected an instant of at least 0, got -1"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "at": "12:30"}]})",
       {"x.json:1:64: error: orders.0.at: a clock time needs opens_at in the scenario; add it, or write the time since "
        "the start"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "customer": 1}]})",
       {"x.json:1:70: error: orders.0.customer: expected a text, got 1"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "priority": 0.5}]})",
       {"x.json:1:70: error: orders.0.priority: expected a whole number, got 0.5"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "priority": 1e30}]})",
       {"x.json:1:70: error: orders.0.priority: expected a whole number from -9223372036854775807 to "
        "9223372036854775807, got 1e30"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "patience": false}]})",
       {R"(x.json:1:70: error: orders.0.patience: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got false)"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "balk_at": -1}]})",
       {"x.json:1:69: error: orders.0.balk_at: expected a whole number of at least 0, got -1"}},
      {R"({"menu": {"soda": {"time": 1}}, "orders": [{"items": [], "patient": 1}]})",
       {"x.json:1:58: error: orders.0.patient: unknown key; did you mean patience?"}},
  });
}

TEST(WrongCustomers, HaveWrongStreams) {
  expect_lines({
      {R"({"menu": {}, "arrivals": {"every": 1, "items": []}})",
       {"x.json:1:26: error: arrivals: expected a list of streams, got an object; write [{…}]"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{}]})",
       {"x.json:1:46: error: arrivals.0.every: missing; a stream needs every, rate_per_hour or times",
        "x.json:1:46: error: arrivals.0.items: missing; a stream needs items or a mix; write [] for none"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "items": []}]})",
       {"x.json:1:46: error: arrivals.0.count: missing; a stream needs a count or an until where the scenario has no "
        "until"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 0, "items": []}], "until": 9})",
       {"x.json:1:46: error: arrivals.0.count: missing; a stream whose customers all come at once needs one"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "rate_per_hour": 2, "count": 1, "items": []}]})",
       {"x.json:1:59: error: arrivals.0.rate_per_hour: is not allowed next to every; a stream has one of them"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"times": [1], "until": 9, "items": []}]})",
       {"x.json:1:61: error: arrivals.0.until: is not allowed next to times; remove it"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"times": [1, "x"], "items": []}]})",
       {R"(x.json:1:60: error: arrivals.0.times.1: expected an instant (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "x")"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 0, "items": []}]})",
       {"x.json:1:68: error: arrivals.0.count: expected a whole number of at least 1, got 0"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 9223372036854775808, "items": []}]})",
       {"x.json:1:68: error: arrivals.0.count: expected a whole number of at most 9223372036854775807, got "
        "9223372036854775808"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 1, "from": "now", "items": []}]})",
       {R"(x.json:1:79: error: arrivals.0.from: expected an instant (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "now")"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"rate_per_hour": -1, "count": 1, "items": []}]})",
       {"x.json:1:64: error: arrivals.0.rate_per_hour: expected a number of at least 0, got -1"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"rate_per_hour": "60", "count": 1, "items": []}]})",
       {R"(x.json:1:64: error: arrivals.0.rate_per_hour: expected a number of at least 0 or a list of steps, got "60"; write 60 without quotes)"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"rate_per_hour": [], "count": 1, "items": []}]})",
       {"x.json:1:64: error: arrivals.0.rate_per_hour: expected at least one step, got none"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"rate_per_hour": [{"from": 0, "value": -1}, 3], "count": 1, "items": []}]})",
       {"x.json:1:86: error: arrivals.0.rate_per_hour.0.value: expected a number of at least 0, got -1",
        "x.json:1:91: error: arrivals.0.rate_per_hour.1: expected an object, got 3"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 1, "items": [], "mix": [{"weight": 1, "items": []}]}]})",
       {"x.json:1:84: error: arrivals.0.mix: is not allowed next to items; a stream has one of them"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 1, "mix": []}]})",
       {"x.json:1:78: error: arrivals.0.mix: expected at least one order, got none"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 1, "mix": [{"weight": 0, "items": []}]}]})",
       {"x.json:1:78: error: arrivals.0.mix: expected a weight above 0 among them"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 1, "mix": [{}]}]})",
       {"x.json:1:79: error: arrivals.0.mix.0.weight: missing; an entry of a mix needs a weight",
        "x.json:1:79: error: arrivals.0.mix.0.items: missing; an entry of a mix needs items; write [] for none"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"name": null, "every": 1, "count": 1, "items": []}]})",
       {"x.json:1:55: error: arrivals.0.name: expected a text, got null"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 1, "items": []}, {"every": 1, "count": 1, "items": []}]})",
       {R"(x.json:1:85: error: arrivals.1.name: another one is called "walk-in", too; give each its own name)"}},
      {R"({"menu": {"soda": {"time": 1}}, "arrivals": [{"every": 1, "count": 1, "items": [], "balks_at": 1}]})",
       {"x.json:1:84: error: arrivals.0.balks_at: unknown key; did you mean balk_at?"}},
  });
}

TEST(WrongCustomers, ComeToACounterWithWrongSettings) {
  expect_lines({
      {R"({"menu": {}, "orders": [], "name": 1})", {"x.json:1:36: error: name: expected a text, got 1"}},
      {R"({"menu": {}, "orders": [], "description": ["a", "b"]})",
       {"x.json:1:43: error: description: expected a text, got a list"}},
      {R"({"menu": {}, "orders": [], "seed": -1})",
       {"x.json:1:36: error: seed: expected a whole number from 0 to 18446744073709551615, got -1"}},
      {R"({"menu": {}, "orders": [], "seed": 18446744073709551616})",
       {"x.json:1:36: error: seed: expected a whole number from 0 to 18446744073709551615, got 18446744073709551616"}},
      {R"({"menu": {}, "orders": [], "seed": 0.5})",
       {"x.json:1:36: error: seed: expected a whole number from 0 to 18446744073709551615, got 0.5"}},
      {R"({"menu": {}, "orders": [], "opens_at": 11})",
       {R"(x.json:1:40: error: opens_at: expected a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59, got 11)"}},
      {R"({"menu": {}, "orders": [], "opens_at": "24:00"})",
       {R"(x.json:1:40: error: opens_at: expected a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59, got "24:00"; write "00:00")"}},
      {R"({"menu": {}, "orders": [], "opens_at": "11:00", "until": "12:60"})",
       {R"(x.json:1:58: error: until: expected a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59, got "12:60")"}},
      {R"({"menu": {}, "orders": [], "opens_at": "11:00", "until": "late"})",
       {R"(x.json:1:58: error: until: expected an instant (as 4, 0.5, "250ms", "4s", "7min", "1.5h" or "12:30"), got "late")"}},
      {R"({"menu": {}, "orders": [], "until": null})",
       {R"(x.json:1:37: error: until: expected an instant (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got null)"}},
      {R"({"menu": {}, "orders": [], "stop": "when_done"})",
       {R"(x.json:1:36: error: stop: expected "when_served" or "at_until", got "when_done")"}},
      {R"({"menu": {}, "orders": [], "stop": "at_until"})",
       {"x.json:1:1: error: until: missing; to stop at until needs one"}},
      {R"({"menu": {}, "orders": [], "until": 60, "warmup": "1min"})",
       {R"(x.json:1:51: error: warmup: expected an instant before until, got "1min")"}},
      {R"({"menu": {}, "orders": [], "report_every": 0})",
       {"x.json:1:44: error: report_every: expected a duration above 0, got 0"}},
      {R"({"menu": {}, "orders": [], "until": "50h", "report_every": "1ms"})",
       {"x.json:1:60: error: report_every: gives more than 1000000 periods; make them longer"}},
      {R"({"menu": {}, "orders": [], "target": 5})",
       {R"(x.json:1:38: error: target: expected an object, got 5; write {"total_time": 5})"}},
      {R"({"menu": {}, "orders": [], "target": {"fraction": 1}})",
       {"x.json:1:38: error: target.total_time: missing; a target needs the time to be served within"}},
      {R"({"menu": {}, "orders": [], "target": {"total_time": 5, "fraction": 90}})",
       {"x.json:1:68: error: target.fraction: expected a number from 0 to 1, got 90; write 0.9"}},
      {R"({"menu": {}, "orders": [], "Menu": {}})",
       {"x.json:1:28: error: Menu: unknown key; remove it; menu is there already"}},
      {R"({"menu": {}, "orders": [], "tables": 12})",
       {"x.json:1:28: error: tables: unknown key; write it as a stop of a line, after the others: "
        R"({"name": "tables", "time": T, "places": N, "if_full": "leave"})"}},
      {R"({"menu": {}, "orders": [], "a.b": 1})", {"x.json:1:28: error: /a.b: unknown key; remove it"}},
      {R"({"menu": {}, "orders": [], "target": {"total_time": 5}, "target": 6})",
       {"x.json:1:57: error: target: duplicate key, the first is on line 1; remove one of them"}},
  });
}

TEST(WrongCustomers, AreReportedTogether) {
  expect_lines({
      {R"({
  "seed": 1.5,
  "menu": {"soda": {"time": "1 h"}},
  "stations": {"tap": {"capacity": 0}},
  "orders": [{"items": ["sodas"]}, {"at": "9:00", "items": []}]
})",
       {"x.json:2:11: error: seed: expected a whole number from 0 to 18446744073709551615, got 1.5",
        R"(x.json:3:29: error: menu.soda.time: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "1 h"; write "1h")",
        "x.json:4:36: error: stations.tap.capacity: expected a whole number of at least 1, got 0",
        R"(x.json:5:25: error: orders.0.items.0: "sodas" is not the name of an item; did you mean soda?)",
        "x.json:5:43: error: orders.1.at: a clock time needs opens_at in the scenario; add it, or write the time since "
        "the start"}},
      {R"({"menu": {}, "orders": [], 
 "name": "Zoë’s 🍟", "sed": 1})",
       {"x.json:2:21: error: sed: unknown key; did you mean seed?"}},
  });
}

}  // namespace
}  // namespace fastfood::scenario
