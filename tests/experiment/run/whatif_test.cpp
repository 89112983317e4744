#include "sim/experiment/run/whatif.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "tests/experiment/sample_scenarios.hpp"

namespace fastfood::experiment {
namespace {

using Change = std::vector<std::pair<std::string, std::string>>;

std::vector<Alternative> alternatives_of(const std::string& text, Margin margin = Margin::one_more) {
  const scenario::Template scenario = template_of(text);
  return marginal_alternatives(scenario, counter_of(scenario), margin).alternatives;
}

std::vector<Change> changes_of(const std::vector<Alternative>& alternatives) {
  std::vector<Change> changes;
  std::ranges::transform(alternatives, std::back_inserter(changes), &Alternative::change);
  return changes;
}

std::vector<Alternative> one_more_of_two_per_second() {
  const scenario::Template scenario = two_per_second();
  return marginal_alternatives(scenario, counter_of(scenario), Margin::one_more).alternatives;
}

TEST(OneMoreOfEach, ListsTheBaselineAndThenEachStationAndBatch) {
  const std::vector<Alternative> alternatives = one_more_of_two_per_second();

  EXPECT_EQ(changes_of(alternatives), (std::vector<Change>{{},
                                                           {{"stations.soda_machine.capacity", "2"}},
                                                           {{"stations.kitchen.capacity", "4"}},
                                                           {{"stations.fryer.capacity", "2"}},  // not in the file
                                                           {{"stations.fryer.batch.size", "6"}}}));
  EXPECT_EQ(alternatives[2].name, "kitchen + 1");
  EXPECT_EQ(alternatives[2].change_text, "kitchen: 3 → 4");
  EXPECT_EQ(alternatives[2].spec.stations[1].capacity, model::Schedule(4));
  EXPECT_EQ(alternatives[2].spec.stations[0].capacity, model::Schedule(1));
  EXPECT_EQ(alternatives[4].change_text, "fryer batch: 5 → 6");
  EXPECT_EQ(alternatives[4].spec.stations[2].batch->size, 6);
}

TEST(OneMoreOfEach, AddsAServerAndAnOrderInFlightToEachLimitedGroup) {
  const auto several = alternatives_of(R"({"menu": {}, "orders": [], "servers": [
      {"name": "till", "count": 2}, {"name": "runner", "count": "unlimited"},
      {"name": "window", "mode": "sequential"}]})");
  const auto alone = alternatives_of(R"({"menu": {}, "orders": [], "servers": {"count": 2, "orders_in_flight": 3}})");

  // A group in sequential mode can have only one order in flight.
  EXPECT_EQ(changes_of(several),
            (std::vector<Change>{
                {}, {{"servers.0.count", "3"}}, {{"servers.0.orders_in_flight", "2"}}, {{"servers.2.count", "2"}}}));
  EXPECT_EQ(changes_of(alone),
            (std::vector<Change>{{}, {{"servers.count", "3"}}, {{"servers.orders_in_flight", "4"}}}));
  EXPECT_EQ(alone[2].change_text, "server orders in flight: 3 → 4");
}

TEST(OneMoreOfEach, AddsOneAtAllTimesEvenIfThereAreNoneAndKeepsAStationOpen) {
  const auto alternatives = alternatives_of(R"({"menu": {}, "orders": [], "opens_at": "11:00", "stations": {
      "grill": {"capacity": [{"from": 0, "value": 2}, {"from": "12:00", "value": 0}, {"from": "15:00", "value": 2}]}}})");

  ASSERT_EQ(alternatives.size(), 3U);
  EXPECT_EQ(alternatives[1].change_text, "grill: 2, 0, 2 → 2, 2, 2");
  EXPECT_EQ(alternatives[1].change.at(0).second,
            R"([{"from":0,"value":2},{"from":"12:00","value":2},{"from":"15:00","value":2}])");
  EXPECT_EQ(alternatives[2].change_text, "grill: 2, 0, 2 → 3, 1, 3");
  EXPECT_EQ(alternatives[2].change.at(0).second,
            R"([{"from":0,"value":3},{"from":"12:00","value":1},{"from":"15:00","value":3}])");
}

TEST(OneMoreOfEach, KeepsOpenFromTheStartWhatIsClosedAtFirst) {
  const auto alternatives = alternatives_of(R"({"menu": {}, "orders": [], "stations": {
      "grill": {"capacity": [{"from": 0, "value": 0}, {"from": 1, "value": 3}, {"from": 2, "value": 0}]}}})");

  EXPECT_EQ(alternatives.at(1).change_text, "grill: 0, 3, 0 → 3, 3, 3");
}

TEST(OneMoreOfEach, TriesAStationThatNeverFails) {
  const auto alternatives = alternatives_of(R"({"menu": {}, "orders": [], "stations": {
      "grill": {"breakdown": {"time_between": 100, "repair": 20}}}})");

  ASSERT_EQ(alternatives.size(), 3U);
  EXPECT_EQ(alternatives[2].change_text, "grill without breakdowns");
  EXPECT_EQ(changes_of(alternatives)[2], (Change{{"stations.grill.breakdown.repair", "0"}}));
}

TEST(OneMoreOfEach, KnowsWhatOneMoreCostsAnHour) {
  const auto alternatives = alternatives_of(R"({"menu": {}, "orders": [],
      "stations": {"grill": {"cost_per_hour": 4}, "oven": {}}, "servers": {"cost_per_hour": 16}})");

  EXPECT_EQ(alternatives.at(1).cost_per_hour, 4);
  EXPECT_EQ(alternatives.at(2).cost_per_hour, std::nullopt);
  EXPECT_EQ(alternatives.at(3).cost_per_hour, 16);
  EXPECT_EQ(alternatives.at(4).cost_per_hour, std::nullopt);  // one more order in flight
}

TEST(OneMoreOfEach, ShowsTheMinimumAndMaximumOfALongSchedule) {
  const auto alternatives = alternatives_of(R"({"menu": {}, "orders": [], "stations": {"grill": {"capacity": [
      {"from": 0, "value": 2}, {"from": 1, "value": 5}, {"from": 2, "value": 3}, {"from": 3, "value": 0},
      {"from": 4, "value": 1}]}}})");

  EXPECT_EQ(alternatives.at(2).change_text, "grill: 0-5 → 1-6");
}

/// A line whose room is bounded, as are the room before its second stop and the places at two of three.
constexpr const char* drive_through = R"({"menu": {}, "orders": [], "servers": {"count": "unlimited"}, "lines": {
    "drive": {"room": 4, "stops": [
      {"name": "board", "do": "order"},
      {"name": "pay window", "time": 20, "places": [{"from": 0, "value": 1}, {"from": "1h", "value": 2}], "room": 2},
      {"name": "window", "do": "collect", "places": 1}]},
    "counter": {}}})";

TEST(OneMoreOfEach, AddsRoomAndPlacesWhereTheyHaveABound) {
  const std::vector<Alternative> alternatives = alternatives_of(drive_through);

  EXPECT_EQ(changes_of(alternatives),
            (std::vector<Change>{{},
                                 {{"lines.drive.room", "5"}},
                                 {{"lines.drive.stops.1.room", "3"}},
                                 {{"lines.drive.stops.1.places", R"([{"from":0,"value":2},{"from":"1h","value":3}])"}},
                                 {{"lines.drive.stops.2.places", "2"}}}));
  EXPECT_EQ(alternatives[1].name, "room in line drive + 1");
  EXPECT_EQ(alternatives[1].change_text, "room in line drive: 4 → 5");
  EXPECT_EQ(alternatives[2].change_text, "room before drive pay window: 2 → 3");
  EXPECT_EQ(alternatives[3].change_text, "places at drive pay window: 1, 2 → 2, 3");
  EXPECT_EQ(alternatives[4].change_text, "places at drive window: 1 → 2");
  EXPECT_EQ(alternatives[4].spec.lines.at(0).stops.at(2).places, model::Schedule(2));
}

TEST(OneMoreOfEach, AddsRoomWhereThereIsNone) {
  const auto alternatives = alternatives_of(R"({"menu": {}, "orders": [], "servers": {"count": "unlimited"},
      "lines": {"counter": {"room": 0}}})");

  ASSERT_EQ(alternatives.size(), 2U);
  EXPECT_EQ(alternatives[1].change_text, "room in line counter: 0 → 1");
}

TEST(OneFewerOfEach, TakesRoomAndPlacesWhereThereAreTwoOrMore) {
  const auto alternatives = alternatives_of(drive_through, Margin::one_fewer);

  EXPECT_EQ(
      changes_of(alternatives),
      (std::vector<Change>{{},
                           {{"lines.drive.room", "3"}},
                           {{"lines.drive.stops.1.room", "1"}},
                           {{"lines.drive.stops.1.places", R"([{"from":0,"value":1},{"from":"1h","value":1}])"}}}));
  EXPECT_EQ(alternatives[3].change_text, "places at drive pay window: 1, 2 → 1, 1");
}

TEST(OneFewerOfEach, RemovesOneIfThereAreTwoOrMore) {
  const auto alternatives = alternatives_of(R"({"menu": {}, "orders": [],
      "stations": {"grill": {"capacity": 2}, "oven": {}, "fryer": {"batch": {"size": 5, "time": 4}}},
      "servers": {"orders_in_flight": 2}})",
                                            Margin::one_fewer);

  EXPECT_EQ(changes_of(alternatives), (std::vector<Change>{{},
                                                           {{"stations.grill.capacity", "1"}},
                                                           {{"stations.fryer.batch.size", "4"}},
                                                           {{"servers.orders_in_flight", "1"}}}));
  EXPECT_EQ(alternatives[1].name, "grill - 1");
  EXPECT_EQ(alternatives[1].change_text, "grill: 2 → 1");
}

TEST(OneFewerOfEach, KeepsTheTimesOfAScheduleWithOneOrNone) {
  const auto alternatives = alternatives_of(R"({"menu": {}, "orders": [], "stations": {
      "grill": {"capacity": [{"from": 0, "value": 3}, {"from": 1, "value": 1}, {"from": 2, "value": 0}]},
      "oven": {"capacity": [{"from": 0, "value": 1}, {"from": 1, "value": 0}]}}})",
                                            Margin::one_fewer);

  ASSERT_EQ(alternatives.size(), 2U);
  EXPECT_EQ(alternatives[1].change_text, "grill: 3, 1, 0 → 2, 1, 0");
}

ComparisonOptions chosen_for(const std::string& text) {
  ComparisonOptions options;
  choose_metrics(options, counter_of(template_of(text)));
  return options;
}

TEST(WhatIf, IsOrderedByTheSatisfiedFractionIfThereIsATarget) {
  const auto options = chosen_for(R"({"menu": {}, "orders": [], "target": {"total_time": 5}})");

  EXPECT_EQ(options.metric, "satisfied.fraction");
  EXPECT_EQ(options.metric_if_some_leave, std::nullopt);
}

TEST(WhatIf, IsOrderedByTheSatisfiedFractionIfOnlyAStreamHasATarget) {
  const auto options =
      chosen_for(R"({"menu": {}, "arrivals": [{"every": 1, "count": 1, "items": [], "target": {"total_time": 5}}]})");

  EXPECT_EQ(options.metric, "satisfied.fraction");
}

TEST(WhatIf, IsOrderedByTheMeanTotalTimeOrCustomersServedIfThereIsNoTarget) {
  const auto options = chosen_for(R"({"menu": {}, "orders": []})");

  EXPECT_EQ(options.metric, "total_time.mean");
  EXPECT_EQ(options.metric_if_some_leave, "customers.served");
  EXPECT_EQ(std::ranges::count(options.metrics, "money.profit"), 0);
}

TEST(WhatIf, ShowsTheProfitIfThereIsMoney) {
  const auto options = chosen_for(R"({"menu": {}, "orders": [], "stations": {"grill": {"cost_per_hour": 3}}})");

  EXPECT_EQ(std::ranges::count(options.metrics, "money.profit"), 1);
}

TEST(WhatIf, CountsWhoLeavesAFullStop) {
  const auto options = chosen_for(R"({"menu": {}, "orders": [{"items": []}], "lines": {"inside": {"stops": [
    {"name": "till", "do": "order"}, {"name": "counter", "do": "collect"},
    {"name": "table", "time": 60, "places": 1, "if_full": "leave"}]}}})");

  EXPECT_EQ(options.metrics.back(), "lines.inside.stops.table.left");
  EXPECT_TRUE(counts_who_left_a_stop(options.metrics.back()));
  EXPECT_FALSE(counts_who_left_a_stop("lines.inside.stops.table.mean"));
}

/// Ana and Bo are served until 10 s. Cy arrives at 1 s and leaves at 6 s. A third server would take Cy at once.
constexpr const char* impatient = R"({"menu": {"burger": {"time": 10}}, "servers": {"count": 2}, "orders": [
    {"customer": "Ana", "items": ["burger"]}, {"customer": "Bo", "items": ["burger"]},
    {"customer": "Cy", "at": 1, "items": ["burger"], "patience": 5}]})";

TEST(WhatIf, RanksKeepingCustomersFirstIfSomeLeave) {
  const scenario::Template scenario = template_of(impatient);
  ComparisonOptions options;
  choose_metrics(options, counter_of(scenario));

  Comparison comparison =
      compare(marginal_alternatives(scenario, counter_of(scenario), Margin::one_more).alternatives, options).value();
  sort_by_improvement(comparison);

  EXPECT_EQ(comparison.metric, "customers.served");
  EXPECT_DOUBLE_EQ(*comparison.served, 2.0 / 3);
  EXPECT_EQ(comparison.differences[0].name, "server + 1");
  EXPECT_DOUBLE_EQ(*comparison.differences[0].served, 1);
}

TEST(WhatIf, RanksTheBottleneckFirst) {
  ComparisonOptions options{.metric = "total_time.mean", .metrics = {"total_time.mean"}};

  Comparison comparison = compare(one_more_of_two_per_second(), options).value();
  sort_by_improvement(comparison);

  // Most customers wait for burgers. With a fourth cook they are served in 4 3.5 3 3 4 5.5 5 4.5 5 5.5 s, 43 s in all
  // instead of 50.5. With a second fryer the second batch starts at 2.5 s, when the sixth customer arrives; they are
  // served at 7 s instead of 8. Nobody ever waits for a soda alone. A batch of six has fries for the sixth customer at
  // 4 s; they have their burger, and so everything, at 7 s, too.
  ASSERT_EQ(comparison.differences.size(), 4U);
  EXPECT_EQ(comparison.differences[0].name, "kitchen + 1");
  EXPECT_DOUBLE_EQ(*comparison.differences[0].metrics[0].difference, 4.3 - 5.05);
  EXPECT_EQ(comparison.differences[1].name, "fryer + 1");
  EXPECT_DOUBLE_EQ(*comparison.differences[1].metrics[0].difference, 4.95 - 5.05);
  EXPECT_EQ(comparison.differences[2].name, "fryer batch + 1");
  EXPECT_DOUBLE_EQ(*comparison.differences[2].metrics[0].difference, 4.95 - 5.05);
  EXPECT_EQ(comparison.differences[3].name, "soda_machine + 1");
  EXPECT_EQ(comparison.differences[3].metrics[0].difference, 0);
}

TEST(OneMoreOfEach, SkipsWhatCannotBeIncreased) {
  // A second `till` would have the name of the other group.
  const scenario::Template scenario = template_of(R"({"menu": {}, "orders": [], "servers": [
      {"name": "till"}, {"name": "till 2"}], "stations": {"grill": {"capacity": 9223372036854775807}}})");

  const MarginalAlternatives more = marginal_alternatives(scenario, counter_of(scenario), Margin::one_more);

  ASSERT_EQ(more.alternatives.size(), 4U);
  EXPECT_EQ(more.alternatives[1].name, "till orders in flight + 1");
  EXPECT_EQ(more.alternatives[2].name, "till 2 + 1");
  ASSERT_EQ(more.left_out.size(), 2U);
  EXPECT_TRUE(more.left_out[0].starts_with("grill + 1: ")) << more.left_out[0];
  EXPECT_TRUE(more.left_out[1].starts_with("till + 1: ")) << more.left_out[1];
}

TEST(WhatIf, RanksTheLargestIncreaseFirstIfMoreIsBetter) {
  ComparisonOptions options{.metric = "satisfied.fraction", .metrics = {"satisfied.fraction"}};

  Comparison comparison = compare(one_more_of_two_per_second(), options).value();
  sort_by_improvement(comparison);

  // With a fourth cook eight of ten are served within 5 s, instead of five.
  EXPECT_EQ(comparison.differences[0].name, "kitchen + 1");
  EXPECT_DOUBLE_EQ(*comparison.differences[0].metrics[0].difference, 0.8 - 0.5);
}

}  // namespace
}  // namespace fastfood::experiment
