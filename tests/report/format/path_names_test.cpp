#include "sim/report/format/path_names.hpp"

#include <gtest/gtest.h>

#include "tests/report/sample.hpp"
#include "tests/report/sample_study.hpp"

namespace fastfood::report {
namespace {

using Names = std::vector<std::string>;

/// A counter with a till whose units change at noon, two groups of people, a Poisson stream and a line with stops.
model::CounterSpec restaurant() {
  model::CounterSpec spec;
  spec.opens_at = 11h;
  spec.stations = {{"till", model::Schedule{{{at(0s), 1}, {at(1h), 2}}}}, {"grill", 1}};
  spec.servers = {{.name = "crew", .count = model::Schedule{{{at(0s), 3}, {at(90min), 4}}}}, {.name = "cooks"}};
  spec.arrivals = {{.name = "lunch", .when = model::PoissonSpec{{{at(0s), 60}, {at(30min), 90}}}}};
  spec.lines = {{.name = "drive",
                 .stops = {{.name = "board", .places = model::Schedule{{{at(0s), 1}, {at(1h), 2}}}},
                           {.name = "pay window", .places = 1, .room = 2}}}};
  return spec;
}

Names names_of(const Names& paths, const Labels& labels = {}) { return parameter_names(paths, restaurant(), labels); }

TEST(MetricNames, AreThoseThatPeopleUse) {
  EXPECT_EQ(metric_names({"total_time.mean", "total_time.p50", "wait_time.p95", "service_time.max",
                          "reneged_after.mean", "satisfied.fraction", "throughput_per_hour", "servers.utilization",
                          "customers.arrived", "money.profit", "elapsed"}),
            (Names{"total time, mean", "total time, median", "wait in line, p95", "service time, longest",
                   "time until leaving, mean", "within target", "served an hour", "servers busy", "customers came",
                   "profit", "elapsed"}));
}

TEST(MetricNames, OfAStationOrAStreamBeginWithItsName) {
  EXPECT_EQ(
      metric_names({"stations.grill.utilization", "stations.grill.wait_time.p90", "streams.walk-in.wait_time.mean",
                    "streams.walk-in.customers.reneged", "/stations/no. 1/wasted"}),
      (Names{"grill busy", "grill wait, p90", "walk-in wait in line, mean", "walk-in reneged", "no. 1 wasted"}));
}

TEST(MetricNames, OfALineOrAStopBeginWithItsName) {
  EXPECT_EQ(metric_names({"lines.drive.customers.served", "lines.drive.wait_time.p90", "lines.drive.line.mean",
                          "lines.drive.stops.window.utilization", "lines.drive.stops.window.blocked",
                          "lines.drive.stops.window.line.mean", "lines.drive.stops.window.wait_time.mean",
                          "lines.drive.stops.pay_here.left"}),
            (Names{"drive customers served", "drive wait in line, p90", "drive line mean", "drive window taken",
                   "drive window blocked", "drive window line mean", "drive window wait, mean",
                   "left for want of a place at drive pay_here"}));
}

TEST(MetricNames, ArePathsIfTheyWouldBeEqual) {
  EXPECT_EQ(metric_names({"throughput_per_hour", "servers.throughput_per_hour", "elapsed"}),
            (Names{"throughput_per_hour", "servers.throughput_per_hour", "elapsed"}));
}

TEST(ParameterNames, AreTheThingAndTheKey) {
  EXPECT_EQ(names_of({"stations.grill.capacity", "stations.fryer.batch.size", "menu.burger.time", "until"}),
            (Names{"grill capacity", "fryer batch size", "burger time", "until"}));
  EXPECT_EQ(names_of({"servers.1.orders_in_flight", "servers.count", "arrivals.0.rate_per_hour"}),
            (Names{"cooks orders in flight", "crew count", "lunch rate per hour"}));
  EXPECT_EQ(names_of({"/stations/no. 1/capacity", "stations.grill"}), (Names{"no. 1 capacity", "grill"}));
}

TEST(ParameterNames, OfAStepOfAScheduleSayWhenItBegins) {
  EXPECT_EQ(names_of({"stations.till.capacity.1.value", "servers.0.count.1.value", "arrivals.0.rate_per_hour.1.value"}),
            (Names{"till from 12:00", "crew from 12:30", "lunch rate per hour from 11:30"}));
}

TEST(ParameterNames, OfALineOrAStopSayWhichSpaceTheyAre) {
  EXPECT_EQ(names_of({"lines.drive.room", "lines.drive.stops.1.places", "lines.drive.stops.1.room",
                      "lines.drive.stops.0.places.1.value", "lines.drive.stops.0.time", "lines.drive"}),
            (Names{"room in line drive", "places at drive pay window", "room before drive pay window",
                   "places at drive board from 12:00", "drive board time", "drive"}));
  EXPECT_EQ(names_of({"lines.drive.stops.7.places", "lines.walk.stops.0.places", "lines.drive.stops.0.places.9.value"}),
            (Names{"lines drive stops 7 places", "lines walk stops 0 places", "places at drive board 9 value"}));
}

TEST(ParameterNames, OfWhoWorksWhereAndOfWhoComesLaterAreTheThingAndTheKey) {
  EXPECT_EQ(names_of({"servers.0.works_at", "stations.grill.attended", "arrivals.0.line", "arrivals.0.comes_after"}),
            (Names{"crew works at", "grill attended", "lunch line", "lunch comes after"}));
}

TEST(ParameterNames, OfThingsThatAreNotThereAreTheKeys) {
  EXPECT_EQ(names_of({"servers.7.count", "arrivals.7.every", "orders.0.at", "stations.till.capacity.9.value"}),
            (Names{"servers 7 count", "arrivals 7 every", "orders 0 at", "till capacity 9 value"}));
}

TEST(ParameterNames, AreTheLabelsOfTheStudy) {
  EXPECT_EQ(names_of({"until", "servers.0.count.1.value"}, {{"servers.0.count.1.value", "crew at\nnoon"}}),
            (Names{"until", "crew at noon"}));
}

TEST(ParameterNames, ArePathsIfTheyWouldBeEqual) {
  EXPECT_EQ(names_of({"menu.fries.time", "stations.fries.time", "stations.fries.capacity"}),
            (Names{"menu.fries.time", "stations.fries.time", "fries capacity"}));
}

TEST(SettingsText, HasTheNameAndTheValueOfEachParameter) {
  EXPECT_EQ(settings_text({"kitchen capacity", "servers mode"}, {whole(4), text("async")}),
            "kitchen capacity = 4, servers mode = async");
  EXPECT_EQ(settings_text({}, {}), "");
}

TEST(SettingsText, OfSeveralLinesBreaksThemBetweenSettings) {
  EXPECT_EQ(settings_lines({"kitchen", "fryer", "grill"}, {whole(4), whole(10), whole(2)}, 26),
            "  kitchen = 4, fryer = 10,\n  grill = 2\n");
}

}  // namespace
}  // namespace fastfood::report
