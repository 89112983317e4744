#include "sim/scenario/read/menu.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>

#include "tests/scenario/diagnostics_of.hpp"

namespace fastfood::scenario {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr model::StationId tap{0};
constexpr model::StationId fryer{1};

// A scenario with `menu`, the station `tap` and the station `fryer`, which has a batch.
std::string with_menu(const std::string& menu) {
  return R"({"stations": {"tap": {}, "fryer": {"batch": {"size": 5, "time": 4}}}, "orders": [], "menu": )" + menu + "}";
}

// The same with the item `soda`, and another item that uses the stations.
std::string with_soda(const std::string& soda) {
  return with_menu(R"({"meal": {"steps": [{"station": "tap", "time": 1}, {"station": "fryer"}]}, "soda": )" + soda +
                   "}");
}

TEST(Menu, KeepsTheOrderOfItsItemsAndTheirSteps) {
  const auto read = read_scenario(with_menu(R"({
    "soda": {"station": "tap", "time": "250ms"},
    "fries": {"station": "fryer"},
    "advice": {"time": 5},
    "meal": {"steps": [{"station": "fryer"}, {"time": 0}, {"station": "tap", "time": 2}]}
  })"),
                                  "lunch");

  EXPECT_THAT(read.value().spec.menu,
              ElementsAre(model::ItemSpec{"soda", {{tap, 250ms}}}, model::ItemSpec{"fries", {{fryer, 0s}}},
                          model::ItemSpec{"advice", {{std::nullopt, 5s}}},
                          model::ItemSpec{"meal", {{fryer, 0s}, {std::nullopt, 0s}, {tap, 2s}}}));
}

TEST(Menu, MayBeEmpty) { EXPECT_THAT(diagnostics_of(R"({"menu": {}, "orders": []})"), IsEmpty()); }

TEST(Menu, IsRefusedIfItIsWrong) {
  const std::string duration = R"(expected a duration (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"), got )";
  expect_faults({
      {R"({"orders": [], "menu": ^["soda"]})",
       "menu: expected an object, got a list; write each with its name before it: {\"NAME\": …, \"NAME\": …}"},
      {with_soda("^\"tap\""), "menu.soda: expected an object, got \"tap\"; write {\"station\": \"tap\"}"},
      {with_soda("^{}"), "menu.soda.station: missing; a step needs a station, a time or both"},
      {with_soda(R"({"time": 1, ^"prise": 2})"), "menu.soda.prise: unknown key; did you mean price?"},
      {with_soda(R"({^"tim": 1, "time": 2})"), "menu.soda.tim: unknown key; remove it; time is there already"},
      {with_soda(R"({"time": ^"4 s"})"), "menu.soda.time: " + duration + "\"4 s\"; write \"4s\""},
      {with_soda(R"({"time": ^"12:30"})"),
       "menu.soda.time: " + duration +
           "\"12:30\"; write \"750s\" for minutes and seconds, \"750min\" for hours and minutes"},
      {with_soda(R"({"time": ^null})"), "menu.soda.time: " + duration + "null"},
      {with_soda(R"({"time": ^[1]})"), "menu.soda.time: " + duration + "a list"},
      {with_soda(R"({"time": ^-0.001})"), "menu.soda.time: expected a duration of at least 0, got -0.001"},
      {with_soda(R"({"time": ^"-4s"})"), "menu.soda.time: expected a duration of at least 0, got \"-4s\""},
      {with_soda(R"({"time": ^1e300})"), "menu.soda.time: expected a duration of at most 50 years, got 1e300"},
      {with_soda(R"({"time": ^"438301h"})"),
       "menu.soda.time: expected a duration of at most 50 years, got \"438301h\""},
  });
}

TEST(Menu, IsRefusedIfAStepDoesNotFitItsStation) {
  expect_faults({
      {with_soda(R"({"station": ^"tsp", "time": 1})"),
       "menu.soda.station: \"tsp\" is not the name of a station; did you mean tap?"},
      {with_soda(R"({"station": ^"bar", "time": 1})"),
       "menu.soda.station: \"bar\" is not the name of a station; add it to stations"},
      {with_soda(R"({"station": ^7, "time": 1})"), "menu.soda.station: expected the name of a station, got 7"},
      {with_soda(R"(^{"station": "tap"})"), "menu.soda.time: missing; a step at a station without a batch needs one"},
      {with_soda(R"({"station": "fryer", ^"time": 1})"),
       "menu.soda.time: a step at a station with a batch has no time; remove it"},
      {R"({"orders": [], "menu": {"soda": {"station": ^"tap", "time": 1}}})",
       "menu.soda.station: \"tap\" is not the name of a station; add it to stations"},
  });
}

TEST(Menu, IsRefusedIfStepsAreWrong) {
  expect_faults({
      {with_soda(R"({"steps": ^[]})"), "menu.soda.steps: expected at least one step, got none"},
      {with_soda(R"({"steps": ^{"time": 1}})"),
       "menu.soda.steps: expected a list of steps, got an object; write [{…}]"},
      {with_soda(R"({"steps": [{"time": 1}, ^4]})"),
       "menu.soda.steps.1: expected an object, got 4; write {\"time\": 4}"},
      {with_soda(R"({"steps": [^{}]})"), "menu.soda.steps.0.station: missing; a step needs a station, a time or both"},
      {with_soda(R"({"steps": [{"time": 1, ^"steps": []}]})"), "menu.soda.steps.0.steps: unknown key; remove it"},
      {with_soda(R"({"steps": [{"time": 1}], ^"time": 4})"),
       "menu.soda.time: is not allowed next to steps; move it into one of them"},
      {with_soda(R"({^"station": "tap", "steps": [{"time": 1}]})"),
       "menu.soda.station: is not allowed next to steps; move it into one of them"},
  });
}

TEST(Menu, MayHavePrices) {
  const auto price = [](const std::string& text) {
    return read_scenario(with_soda(R"({"time": 1, "price": )" + text + "}"), "lunch").value().spec.menu[1].price;
  };

  EXPECT_EQ(price("2.5"), 2.5);
  EXPECT_EQ(price("-1"), -1);
  expect_faults({
      {with_soda(R"({"time": 1, "price": ^"2.5"})"),
       "menu.soda.price: expected a number, got \"2.5\"; write 2.5 without quotes"},
      {with_soda(R"({"steps": [{"time": 1, ^"price": 2}]})"),
       "menu.soda.steps.0.price: unknown key; belongs to the item, next to its steps"},
  });
}

TEST(Menu, NamesItemsByPointersIfDotsWouldBeAmbiguous) {
  expect_faults({{R"({"orders": [], "menu": {"no. 1": ^{}}})",
                  "/menu/no. 1/station: missing; a step needs a station, a time or both"}});
}

TEST(Menu, HasNoFaultOfItsOwnIfTheStationsAreWrong) {
  EXPECT_THAT(diagnostics_of(R"({"stations": 3, "orders": [], "menu": {"soda": {"station": "tap", "time": 1}}})"),
              ElementsAre("lunch.json:1:14: error: stations: expected an object, got 3"));
}

}  // namespace
}  // namespace fastfood::scenario
