#include <gtest/gtest.h>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario::wrong_lines_test {
namespace {

TEST(WrongLines, HaveAllTheirFaultsInOneGo) {
  expect_lines({
      {R"({
  "menu": {"meal": {"station": "kitchen", "time": 75}},
  "stations": {"kitchen": {"capacity": 4, "attended": "20 s"}},
  "servers": [
    {"name": "order point", "order_time": 40, "lines": ["drive", "hal"]},
    {"name": "crew", "lines": [], "works_at": ["kitchn", "kitchen", "kitchen"]}
  ],
  "lines": {
    "drive": {"room": -4, "stops": [
      {"name": "speaker", "do": "order", "places": 1, "room": 2},
      {"name": "pay window", "places": 1, "by": "cashier"},
      {"name": "speaker", "do": "collect", "time": 15, "queue": 2}
    ]},
    "hall": {"stops": [{"name": "till", "do": "order", "time": 9, "by": "crew"}, {"name": "desk", "do": "pick up"}]}
  },
  "orders": [{"items": ["meal"], "line": "drive", "comes_after": "5min", "patience": 60}],
  "arrivals": [{"rate_per_hour": 80, "count": 9, "items": ["meal"], "line": ["hall", "hall"]}]
})",
       {
           R"(x.json:3:55: error: stations.kitchen.attended: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "20 s"; write "20s")",
           R"(x.json:5:66: error: servers.0.lines.1: "hal" is not the name of a line; did you mean hall?)",
           R"(x.json:6:48: error: servers.1.works_at.0: "kitchn" is not the name of a station; did you mean kitchen?)",
           R"(x.json:6:69: error: servers.1.works_at.2: "kitchen" is there already; remove it)",
           "x.json:9:23: error: lines.drive.room: expected a whole number of at least 0, got -4",
           "x.json:10:55: error: lines.drive.stops.0.room: is not allowed at the first stop; write it in the line, "
           "next to stops",
           "x.json:11:7: error: lines.drive.stops.1.time: missing; a stop where customers neither order nor collect "
           "needs one",
           R"(x.json:11:49: error: lines.drive.stops.1.by: "cashier" is not the name of a group of servers; add it to servers)",
           R"(x.json:12:16: error: lines.drive.stops.2.name: another one is called "speaker", too; give each its own name)",
           "x.json:12:44: error: lines.drive.stops.2.time: is not allowed where customers only collect; write "
           "handover_time in the group that hands over",
           "x.json:12:56: error: lines.drive.stops.2.queue: unknown key; did you mean room?",
           "x.json:14:67: error: lines.hall.stops.0.by: is not allowed where customers only order; write in the lines "
           "of a group which it takes from",
           R"(x.json:14:105: error: lines.hall.stops.1.do: expected "order", "collect" or "order and collect", got "pick up"; write nothing where they do neither)",
           "x.json:16:74: error: orders.0.patience: is not allowed next to comes_after; who orders from afar is in no "
           "line; remove it",
           R"(x.json:17:86: error: arrivals.0.line.1: "hall" is there already; remove it)",
       }},
  });
}

// None of these can be read off a single key: nobody is there for those who come.
TEST(WrongLines, HaveAllDeadlocksThatMustComeInOneGo) {
  expect_lines({
      {R"({
  "menu": {"meal": {"station": "kitchen", "time": 75}},
  "stations": {"kitchen": {}},
  "servers": [
    {"name": "till", "lines": ["hall"]},
    {"name": "night", "count": [{"from": 0, "value": 0}], "lines": [], "works_at": ["kitchen"]}
  ],
  "lines": {
    "hall": {},
    "drive": {"stops": [{"name": "speaker", "do": "order"}, {"name": "window", "do": "collect", "by": "night"}]},
    "app": {}
  },
  "orders": [{"items": ["meal"], "line": "drive"}, {"items": ["meal"], "line": "app", "comes_after": 600}]
})",
       {
           "x.json:6:85: error: servers.1.works_at.0: nobody who works there is ever on duty; let the count of such a "
           "group be above 0",
           "x.json:10:5: error: lines.drive: nobody takes orders from it; write its name in the lines of a group of "
           "servers",
           "x.json:10:103: error: lines.drive.stops.1.by: nobody of \"night\" is ever on duty; let its count be above "
           "0",
           "x.json:11:5: error: lines.app: nobody hands over in it; write its name in the lines of a group, or by "
           "where customers collect",
       }},
  });
}

}  // namespace
}  // namespace fastfood::scenario::wrong_lines_test
