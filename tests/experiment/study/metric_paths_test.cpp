#include "sim/experiment/study/metric_paths.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "sim/scenario/reader.hpp"
#include "tests/model/sample_lines.hpp"

namespace fastfood::experiment {
namespace {

using testing::Contains;
using testing::ElementsAre;

model::CounterSpec counter(const std::string& keys) {
  return scenario::read_scenario(R"({"menu": {}, "orders": [])" + keys + "}", "lunch").value().spec;
}

TEST(MetricPaths, LeadToNumbersOfTheRunsOfACounter) {
  const auto with_a_grill = counter(R"(, "stations": {"grill": {}, "deep.fryer": {}})");

  EXPECT_EQ(explain_missing_metric("total_time.p95", {with_a_grill}), std::nullopt);
  EXPECT_EQ(explain_missing_metric("stations.grill.utilization", {with_a_grill}), std::nullopt);
  EXPECT_EQ(explain_missing_metric("/stations/deep.fryer/utilization", {with_a_grill}), std::nullopt);
  EXPECT_EQ(explain_missing_metric("stations.gril.line.mean", {with_a_grill}),
            "there is no stations.gril; did you mean stations.grill.line.mean?");
  EXPECT_EQ(explain_missing_metric("/stations/deep.frier/uses", {with_a_grill}),
            "there is no /stations/deep.frier; did you mean /stations/deep.fryer/uses?");
}

TEST(MetricPaths, LeadToNumbersOfLinesAndTheirStops) {
  const std::vector<model::CounterSpec> counters{model::two_lines()};

  EXPECT_EQ(explain_missing_metric("lines.drive.stops.window.wait_time.mean", counters), std::nullopt);
  EXPECT_EQ(explain_missing_metric("lines.drve.wait_time.p90", counters),
            "there is no lines.drve; did you mean lines.drive.wait_time.p90?");
  EXPECT_EQ(explain_missing_metric("lines.drive.stops.windw.blocked", counters),
            "there is no lines.drive.stops.windw; did you mean lines.drive.stops.window.blocked?");
  EXPECT_EQ(explain_missing_metric("lines.drive.stops.window.line", counters),
            "lines.drive.stops.window.line is no number; it has mean, max");
  EXPECT_EQ(explain_missing_metric("lines.counter.stops.window.left", counters),
            "there is nothing in lines.counter.stops");
}

TEST(MetricPaths, AreValidIfOneOfTheCountersHasThem) {
  const auto with_a_grill = counter(R"(, "stations": {"grill": {}})");
  const auto without = counter(R"(, "stations": {"oven": {}})");

  EXPECT_EQ(explain_missing_metric("stations.grill.uses", {without, with_a_grill}), std::nullopt);
  EXPECT_EQ(explain_missing_metric("stations.grill.uses", {without}), "there is no stations.grill; stations has oven");
}

TEST(MetricPaths, AreNotCheckedIfNoCounterIsKnown) { EXPECT_EQ(explain_missing_metric("whatever", {}), std::nullopt); }

TEST(MetricPaths, ShownByDefaultAreTimesThroughputAndWithATargetTheSatisfied) {
  const auto with_target = counter(R"(, "target": {"total_time": 5})");

  const auto of_a_stream =
      counter(R"(, "arrivals": [{"every": 1, "count": 1, "items": [], "target": {"total_time": 5}}])");

  EXPECT_THAT(default_metrics({of_a_stream}), Contains("satisfied.fraction"));
  EXPECT_THAT(default_metrics({counter("")}), ElementsAre("total_time.mean", "total_time.p95", "throughput_per_hour"));
  EXPECT_THAT(default_metrics({counter(""), with_target}),
              ElementsAre("total_time.mean", "total_time.p95", "satisfied.fraction", "throughput_per_hour"));
}

}  // namespace
}  // namespace fastfood::experiment
