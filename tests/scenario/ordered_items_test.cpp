#include "sim/scenario/ordered_items.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/scenario/wrong.hpp"

namespace sim::scenario {
namespace {

using model::ItemId;
using model::OrderedItem;
using testing::ElementsAre;

std::string with_items(const std::string& items) {
  return R"({"menu": {"soda": {"time": 1}, "fries": {"time": 2}}, "orders": [{"items": )" + items + "}]}";
}

TEST(OrderedItems, AreNamesOrSayHowManyAndWithWhatChance) {
  const auto read = read_scenario(
      with_items(
          R"(["fries", {"item": "soda"}, {"item": "soda", "count": 3, "chance": 0.25}, {"chance": 0, "item": "soda"}])"),
      "lunch");

  EXPECT_THAT(read.value().spec.orders[0].items,
              ElementsAre(OrderedItem{ItemId{1}, 1, 1}, OrderedItem{ItemId{0}, 1, 1}, OrderedItem{ItemId{0}, 3, 0.25},
                          OrderedItem{ItemId{0}, 1, 0}));
}

TEST(OrderedItems, AreRefusedWhereTheyAreWrong) {
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

}  // namespace
}  // namespace sim::scenario
