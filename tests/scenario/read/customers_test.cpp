#include "sim/scenario/read/customers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <chrono>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

using model::ItemId;
using model::OrderedItem;
using testing::ElementsAre;

std::string with_items(const std::string& items) {
  return R"({"menu": {"soda": {"time": 1}, "fries": {"time": 2}}, "orders": [{"items": )" + items + "}]}";
}

TEST(OrderedItems, AreNamesOrObjectsWithCountAndChance) {
  const auto read = read_scenario(
      with_items(
          R"(["fries", {"item": "soda"}, {"item": "soda", "count": 3, "chance": 0.25}, {"chance": 0, "item": "soda"}])"),
      "lunch");

  EXPECT_THAT(read.value().spec.orders[0].items,
              ElementsAre(OrderedItem{ItemId{1}, 1, 1}, OrderedItem{ItemId{0}, 1, 1}, OrderedItem{ItemId{0}, 3, 0.25},
                          OrderedItem{ItemId{0}, 1, 0}));
}

TEST(OrderedItems, AreRefusedIfTheyAreWrong) {
  expect_faults({
      {with_items("^{}"), "orders.0.items: expected a list of items, got an object; write [{…}]"},
      {with_items("[^[]]"), "orders.0.items.0: expected the name of an item, got a list"},
      {with_items("[^{}]"), "orders.0.items.0.item: missing; an entry needs an item"},
      {with_items(R"([{"item": ^3}])"), "orders.0.items.0.item: expected the name of an item, got 3"},
      {with_items(R"([{"item": ^"frise"}])"),
       "orders.0.items.0.item: \"frise\" is not the name of an item; did you mean fries?"},
      {with_items(R"([{"item": "soda", "count": ^0}])"),
       "orders.0.items.0.count: expected a whole number of at least 1, got 0"},
      {with_items(R"([{"item": "soda", "count": ^1000001}])"),
       "orders.0.items.0.count: expected a whole number of at most 1000000, got 1000001"},
      {with_items(R"([{"item": "soda", "chance": ^1.5}])"),
       "orders.0.items.0.chance: expected a number from 0 to 1, got 1.5"},
      {with_items(R"([{"item": "soda", ^"chanse": 1}])"), "orders.0.items.0.chanse: unknown key; did you mean chance?"},
  });
}

using namespace std::chrono_literals;
using model::ItemId;
using model::OrderSpec;
using testing::ElementsAre;
using testing::IsEmpty;

std::string with_orders(const std::string& orders) {
  return R"({"menu": {"soda": {"time": 1}, "fries": {"time": 2}}, "orders": )" + orders + "}";
}

TEST(Orders, KeepTheirOrderAndTheirDefaults) {
  const auto read = read_scenario(with_orders(R"([
    {"customer": "Ana", "at": "1.5h", "items": ["fries", "soda", "fries"]},
    {"items": []},
    {"customer": "", "at": 0.5, "items": ["soda"]}
  ])"),
                                  "lunch");

  EXPECT_THAT(read.value().spec.orders,
              ElementsAre(OrderSpec{"Ana", Instant{90min}, {{ItemId{1}}, {ItemId{0}}, {ItemId{1}}}},
                          OrderSpec{"order 2", Instant{}, {}}, OrderSpec{"", Instant{500ms}, {{ItemId{0}}}}));
}

TEST(Orders, MayBeNone) { EXPECT_THAT(diagnostics_of(with_orders("[]")), IsEmpty()); }

TEST(Orders, AreRefusedIfTheyAreWrong) {
  const std::string instant = R"(expected an instant (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got )";
  expect_faults({
      {with_orders("^{}"),
       "orders: expected a list of orders, or the name of a file that ends in .csv, got an object; write [{…}]"},
      {with_orders("[^\"soda\"]"), "orders.0: expected an object, got \"soda\""},
      {with_orders("[^{}]"), "orders.0.items: missing; an order needs items; write [] for none"},
      {with_orders(R"([{"items": ^"soda"}])"),
       "orders.0.items: expected a list of items, got \"soda\"; write [\"soda\"]"},
      {with_orders(R"([{"items": []}, {"items": ["soda", ^3]}])"),
       "orders.1.items.1: expected the name of an item, got 3"},
      {with_orders(R"([{"items": [^"frise"]}])"),
       "orders.0.items.0: \"frise\" is not the name of an item; did you mean fries?"},
      {with_orders(R"([{"items": [^"burger"]}])"),
       "orders.0.items.0: \"burger\" is not the name of an item; add it to the menu"},
      {with_orders(R"([{"items": [], "customer": ^7}])"), "orders.0.customer: expected a text, got 7"},
      {with_orders(R"([{"items": [], ^"custmer": "A"}])"), "orders.0.custmer: unknown key; did you mean customer?"},
      {with_orders(R"([{"items": [], "at": ^"noon"}])"), "orders.0.at: " + instant + "\"noon\""},
      {with_orders(R"([{"items": [], "at": ^{"distribution": "constant"}}])"), "orders.0.at: " + instant + "an object"},
      {with_orders(R"([{"items": [], "at": ^-2}])"), "orders.0.at: expected an instant of at least 0, got -2"},
      {with_orders(R"([{"items": [], "at": ^1577880001}])"),
       "orders.0.at: expected an instant of at most 50 years, got 1577880001"},
  });
}

TEST(Orders, HaveNoFaultsOfTheirOwnIfTheMenuIsWrong) {
  EXPECT_THAT(diagnostics_of(R"({"menu": 3, "orders": [{"items": ["soda"]}]})"),
              ElementsAre("lunch.json:1:10: error: menu: expected an object, got 3"));
  EXPECT_THAT(diagnostics_of(R"({"orders": [{"items": ["soda"]}]})"),
              ElementsAre("lunch.json:1:1: error: menu: missing; a scenario needs a menu; write {} for an empty one"));
}

TEST(Orders, HaveTheBehaviourOfTheirCustomers) {
  const auto read = read_scenario(with_orders(R"([
    {"items": [], "priority": 3, "patience": {"distribution": "exponential", "mean": "2min"}, "balk_at": 4},
    {"items": [], "balk_at": 2.0}
  ])"),
                                  "lunch");

  EXPECT_EQ(read.value().spec.orders[0].who, (model::CustomerSpec{3, random::Exponential{2min}, 4}));
  EXPECT_EQ(read.value().spec.orders[1].who, (model::CustomerSpec{0, std::nullopt, 2}));
}

TEST(Orders, MayHaveATargetOfTheirOwn) {
  const auto read =
      read_scenario(with_orders(R"([{"items": [], "target": {"total_time": "4min"}}, {"items": []}])"), "lunch");

  EXPECT_EQ(read.value().spec.orders[0].who.target, (model::TargetSpec{4min, 1}));
  EXPECT_EQ(read.value().spec.orders[1].who.target, std::nullopt);
}

TEST(Orders, AreRefusedIfTheBehaviourOfCustomersIsWrong) {
  expect_faults({
      {with_orders(R"([{"items": [], "target": ^"4min"}])"),
       "orders.0.target: expected an object, got \"4min\"; write {\"total_time\": \"4min\"}"},
      {with_orders(R"([{"items": [], "target": ^{"fraction": 1}}])"),
       "orders.0.target.total_time: missing; a target needs the time to be served within"},
      {with_orders(R"([{"items": [], "target": {"total_time": ^-1}}])"),
       "orders.0.target.total_time: expected a duration of at least 0, got -1"},
      {with_orders(R"([{"items": [], ^"promise": {"total_time": 1}}])"),
       "orders.0.promise: unknown key; did you mean target?"},
      {with_orders(R"([{"items": [], ^"deadline": 60}])"),
       "orders.0.deadline: unknown key; write the time it may take from the arrival on: \"target\": {\"total_time\": "
       "D}"},
      {with_orders(R"([{"items": [], "priority": ^1.5}])"), "orders.0.priority: expected a whole number, got 1.5"},
      {with_orders(R"([{"items": [], "priority": ^"high"}])"),
       "orders.0.priority: expected a whole number, got \"high\""},
      {with_orders(R"([{"items": [], "priority": ^-1e19}])"),
       "orders.0.priority: expected a whole number from -9223372036854775807 to 9223372036854775807, got -1e19"},
      {with_orders(R"([{"items": [], "patience": ^-1}])"),
       "orders.0.patience: expected a duration of at least 0, got -1"},
      {with_orders(R"([{"items": [], "patience": ^{"mean": 1}}])"),
       "orders.0.patience.distribution: missing; a time is a duration, or has the name of its distribution"},
      {with_orders(R"([{"items": [], "balk_at": ^-1}])"),
       "orders.0.balk_at: expected a whole number of at least 0, got -1"},
      {with_orders(R"([{"items": [], "balk_at": ^0.5}])"),
       "orders.0.balk_at: expected a whole number of at least 0, got 0.5"},
  });
}

std::string with_lines(const std::string& who) {
  return R"({"menu": {}, "lines": {"hall": {}, "drive": {}}, "orders": [{"items": [])" + who + "}]}";
}

TEST(Customers, JoinALineOrTheShortestOfSeveral) {
  const auto lines_of = [](const std::string& line) {
    return read_scenario(with_lines(line), "lunch").value().spec.orders[0].who.lines;
  };

  EXPECT_THAT(lines_of(""), IsEmpty());
  EXPECT_THAT(lines_of(R"(, "line": "drive")"), ElementsAre(model::LineId(1)));
  EXPECT_THAT(lines_of(R"(, "line": ["drive"])"), ElementsAre(model::LineId(1)));
  EXPECT_THAT(lines_of(R"(, "line": ["drive", "hall"])"), ElementsAre(model::LineId(1), model::LineId(0)));
}

TEST(Customers, MayNameTheOneLineOfAScenarioWithoutLines) {
  const auto read = read_scenario(R"({"menu": {}, "orders": [{"items": [], "line": "line"}]})", "lunch");

  EXPECT_THAT(read.value().spec.orders[0].who.lines, ElementsAre(model::LineId(0)));
}

TEST(Customers, MayOrderFromAfar) {
  const auto read = read_scenario(R"({"menu": {}, "orders": [{"items": [], "comes_after": "10min"}], "arrivals": [
      {"times": [0], "items": [], "comes_after": {"distribution": "exponential", "mean": "5min"}}]})",
                                  "lunch");

  EXPECT_EQ(read.value().spec.orders[0].who.comes_after, random::Distribution(10min));
  EXPECT_EQ(read.value().spec.arrivals[0].who.comes_after, random::Distribution(random::Exponential{5min}));
}

TEST(Customers, AreRefusedIfTheirLineIsWrong) {
  expect_faults({
      {with_lines(R"(, "line": ^3)"), "orders.0.line: expected the name of a line or a list of such names, got 3"},
      {with_lines(R"(, "line": ^null)"),
       "orders.0.line: expected the name of a line or a list of such names, got null"},
      {with_lines(R"(, "line": ^"hal")"), "orders.0.line: \"hal\" is not the name of a line; did you mean hall?"},
      {with_lines(R"(, "line": ^"line")"), "orders.0.line: \"line\" is not the name of a line; add it to lines"},
      {with_lines(R"(, "line": ^[])"), "orders.0.line: expected at least one line, got none"},
      {with_lines(R"(, "line": ["hall", ^"drvie"])"),
       "orders.0.line.1: \"drvie\" is not the name of a line; did you mean drive?"},
      {with_lines(R"(, "line": [^["hall"]])"),
       "orders.0.line.0: expected the name of a line, got a list; write one name; there is no choice between several"},
      {with_lines(R"(, "line": ["hall", ^"hall"])"), "orders.0.line.1: \"hall\" is there already; remove it"},
      {with_lines(R"(, ^"lane": "hall")"), "orders.0.lane: unknown key; did you mean line?"},
      {with_lines(R"(, ^"server": "ana")"),
       "orders.0.server: unknown key; write the line that they join as line, and in the lines of a group of servers "
       "which it takes from"},
      {R"({"menu": {}, "orders": [{"items": [], "line": ^"drive"}]})",
       "orders.0.line: \"drive\" is not the name of a line; add it to lines"},
      {R"({"menu": {}, "lines": {"hall": {}}, "arrivals": [{"times": [], "items": [], "line": ^"all"}]})",
       "arrivals.0.line: \"all\" is not the name of a line; did you mean hall?"},
  });
}

TEST(Customers, AreRefusedIfWhatTheyOrderFromAfarIsWrong) {
  const std::string no_line = "is not allowed next to comes_after; who orders from afar is in no line; remove it";
  expect_faults({
      {with_lines(R"(, "comes_after": ^-1)"), "orders.0.comes_after: expected a duration of at least 0, got -1"},
      {with_lines(R"(, "comes_after": ^"12:30")"),
       R"(orders.0.comes_after: expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got "12:30"; write "750s" for minutes and seconds, "750min" for hours and minutes)"},
      {with_lines(R"(, "comes_after": 60, ^"patience": 60)"), "orders.0.patience: " + no_line},
      {with_lines(R"(, ^"balk_at": 3, "comes_after": 60)"), "orders.0.balk_at: " + no_line},
      {with_lines(R"(, ^"ready_in": 60)"), "orders.0.ready_in: unknown key; did you mean comes_after?"},
      {with_lines(R"(, ^"pickup": 60)"), "orders.0.pickup: unknown key; did you mean comes_after?"},
      {with_lines(R"(, ^"comes_in": 60)"), "orders.0.comes_in: unknown key; did you mean comes_after?"},
      {with_lines(R"(, ^"promise": 60)"), "orders.0.promise: unknown key; did you mean target?"},
      {R"({"menu": {}, "arrivals": [{"times": [], "items": [], "comes_after": 9, ^"patience": 9}]})",
       "arrivals.0.patience: " + no_line},
  });
}

}  // namespace
}  // namespace fastfood::scenario
