#include "sim/model/results/metric.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>

#include "sim/model/results/summarize.hpp"
#include "tests/model/sample_lines.hpp"

namespace fastfood::model {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

/// Two customers order a burger of 4 s at once. One of them waits for the only grill. Ana and Bo serve.
CounterSpec two_at_a_grill() {
  CounterSpec spec = grill_of(1, 4s);
  spec.servers = {{.name = "till", .count = 2}};
  spec.orders = one_each({0s, 0s});
  spec.target = TargetSpec{5s, 1};
  spec.report_every = 5s;
  return spec;
}

std::optional<double> of_the_two(const MetricPath& path) { return metric(run_of(two_at_a_grill()).result, path); }

TEST(Metric, IsFoundByItsPath) {
  EXPECT_EQ(of_the_two({"total_time", "mean"}), 6);  // 4 and 8 s
  EXPECT_EQ(of_the_two({"stations", "grill", "wait_time", "max"}), 4);
  EXPECT_EQ(of_the_two({"customers", "served"}), 2);
  EXPECT_EQ(of_the_two({"stations", "grill", "capacity"}), 1);
}

TEST(Metric, InAListIsFoundByItsIndex) {
  EXPECT_EQ(of_the_two({"servers", "each", "1", "utilization"}), 1);
  EXPECT_EQ(of_the_two({"by_period", "1", "served"}), 1);  // at 8 s
  EXPECT_EQ(of_the_two({"by_period", "2", "served"}), std::nullopt);
}

TEST(Metric, IsInSecondsForTimesAndOneForTrue) {
  EXPECT_EQ(of_the_two({"elapsed"}), 8);
  EXPECT_EQ(of_the_two({"by_period", "1", "from"}), 5);
  EXPECT_EQ(of_the_two({"satisfied", "met"}), 0);
}

TEST(Metric, HasNoValueIfItIsNullOrNotANumber) {
  EXPECT_EQ(of_the_two({"reneged_after", "mean"}), std::nullopt);
  EXPECT_EQ(of_the_two({"money", "profit"}), std::nullopt);
  EXPECT_EQ(of_the_two({"total_time"}), std::nullopt);
  EXPECT_EQ(of_the_two({"servers", "each", "0", "name"}), std::nullopt);
  EXPECT_EQ(of_the_two({}), std::nullopt);
}

std::optional<double> of_the_lines(const MetricPath& path) {
  return metric(summarize(two_lines(), statistics_of_two_lines()), path);
}

TEST(Metric, OfALineOrAStopIsFoundByItsName) {
  EXPECT_EQ(of_the_lines({"lines", "drive", "customers", "served"}), 3);
  EXPECT_EQ(of_the_lines({"lines", "drive", "line", "mean"}), 0.5);
  EXPECT_EQ(of_the_lines({"lines", "drive", "wait_time", "max"}), 30);
  EXPECT_EQ(of_the_lines({"lines", "drive", "stops", "board", "utilization"}), 0.8);
  EXPECT_EQ(of_the_lines({"lines", "drive", "stops", "board", "blocked"}), 0.25);
  EXPECT_EQ(of_the_lines({"lines", "drive", "stops", "board", "line", "mean"}), 0.4);
  EXPECT_EQ(of_the_lines({"lines", "drive", "stops", "board", "wait_time", "mean"}), 20);
  EXPECT_EQ(of_the_lines({"lines", "drive", "stops", "window", "left"}), 1);
  EXPECT_EQ(of_the_lines({"lines", "drive", "stops", "cashier", "utilization"}), std::nullopt);
}

TEST(MetricKind, OfALineOrAStopFollowsFromTheTypeOfTheField) {
  EXPECT_EQ(metric_kind({"lines", "drive", "customers", "served"}), MetricKind::number);
  EXPECT_EQ(metric_kind({"lines", "drive", "wait_time", "p90"}), MetricKind::time);
  EXPECT_EQ(metric_kind({"lines", "drive", "stops", "board", "utilization"}), MetricKind::share);
  EXPECT_EQ(metric_kind({"lines", "drive", "stops", "board", "wait_time", "mean"}), MetricKind::time);
  EXPECT_EQ(metric_kind({"lines", "drive", "stops", "board", "blocked"}), MetricKind::number);
  EXPECT_EQ(metric_kind({"lines", "drive", "stops"}), MetricKind::number);
}

TEST(MetricKind, FollowsFromTheTypeOfTheField) {
  EXPECT_EQ(metric_kind({"elapsed"}), MetricKind::time);
  EXPECT_EQ(metric_kind({"stations", "grill", "wait_time", "p90"}), MetricKind::time);
  EXPECT_EQ(metric_kind({"by_period", "3", "from"}), MetricKind::time);
  EXPECT_EQ(metric_kind({"servers", "each", "0", "utilization"}), MetricKind::share);
  EXPECT_EQ(metric_kind({"satisfied", "met"}), MetricKind::truth);
  EXPECT_EQ(metric_kind({"money", "profit"}), MetricKind::money);
  EXPECT_EQ(metric_kind({"total_time", "count"}), MetricKind::number);
  EXPECT_EQ(metric_kind({"stations", "wait_time", "line", "max"}), MetricKind::number);
  EXPECT_EQ(metric_kind({"streams", "money", "customers"}), MetricKind::number);
  EXPECT_EQ(metric_kind({"no", "such", "metric"}), MetricKind::number);
}

TEST(IsShare, IsTrueForMetricsFromZeroToOne) {
  EXPECT_TRUE(is_share({"satisfied", "fraction"}));
  EXPECT_TRUE(is_share({"satisfied", "met"}));
  EXPECT_TRUE(is_share({"servers", "utilization"}));
  EXPECT_TRUE(is_share({"servers", "each", "0", "utilization"}));
  EXPECT_TRUE(is_share({"stations", "a grill", "utilization"}));
  EXPECT_TRUE(is_share({"stations", "a grill", "down"}));
  EXPECT_TRUE(is_share({"streams", "walk-in", "satisfied", "fraction"}));
  EXPECT_TRUE(is_share({"by_period", "2", "servers_utilization"}));
}

TEST(IsShare, IsFalseForAllOthers) {
  EXPECT_FALSE(is_share({"total_time", "mean"}));
  EXPECT_FALSE(is_share({"satisfied", "count"}));
  EXPECT_FALSE(is_share({"stations", "utilization", "line", "mean"}));
  EXPECT_FALSE(is_share({"satisfied"}));
  EXPECT_FALSE(is_share({"fraction"}));
  EXPECT_FALSE(is_share({"satisfied", "fraction", "fraction"}));
  EXPECT_FALSE(is_share({}));
}

TEST(MissingMetric, IsNoneIfAResultMayHaveIt) {
  const CounterSpec spec = two_at_a_grill();

  EXPECT_EQ(missing_metric(spec, {"total_time", "p95"}), std::nullopt);
  EXPECT_EQ(missing_metric(spec, {"stations", "grill", "line", "max"}), std::nullopt);
  EXPECT_EQ(missing_metric(spec, {"servers", "each", "7", "utilization"}), std::nullopt);
  EXPECT_EQ(missing_metric(spec, {"by_period", "3", "line_mean"}), std::nullopt);
}

TEST(MissingMetric, IsNoneEvenIfItIsNullInEachRun) {
  const CounterSpec spec = grill_of(1, 4s);

  EXPECT_EQ(missing_metric(spec, {"satisfied", "fraction"}), std::nullopt);
  EXPECT_EQ(missing_metric(spec, {"money", "profit"}), std::nullopt);
}

TEST(MissingMetric, NamesTheKnownPrefixAndWhatCanFollow) {
  const CounterSpec spec = two_at_a_grill();

  EXPECT_EQ(missing_metric(spec, {"stations", "gril", "utilization"}), (NoMetric{{"stations"}, {"grill"}}));
  EXPECT_EQ(missing_metric(spec, {"servers", "line", "mean", "deep"}), (NoMetric{{"servers", "line", "mean"}, {}}));
  EXPECT_EQ(missing_metric(spec, {"servers", "line"}), (NoMetric{{"servers", "line"}, {"mean", "max"}}));
  EXPECT_EQ(missing_metric(spec, {"servers", "each", "first"}), (NoMetric{{"servers", "each"}, {"0"}}));
}

TEST(MissingMetric, DoesNotNameTextFields) {
  const auto missing = missing_metric(two_at_a_grill(), {"servers", "each", "0", "name"});

  ASSERT_TRUE(missing.has_value());
  EXPECT_THAT(missing->instead, ElementsAre("served", "throughput_per_hour", "utilization"));
}

TEST(MissingMetric, KnowsTheLinesAndStopsOfTheCounter) {
  const CounterSpec spec = two_lines();

  EXPECT_EQ(missing_metric(spec, {"lines", "drive", "stops", "board", "blocked"}), std::nullopt);
  EXPECT_EQ(missing_metric(spec, {"lines", "counter", "total_time", "p95"}), std::nullopt);
  EXPECT_EQ(missing_metric(spec, {"lines", "car"}), (NoMetric{{"lines"}, {"drive", "counter"}}));
  EXPECT_EQ(missing_metric(spec, {"lines", "drive", "stops", "pay", "left"}),
            (NoMetric{{"lines", "drive", "stops"}, {"board", "cashier", "window"}}));
  EXPECT_EQ(missing_metric(spec, {"lines", "counter", "stops", "pay"}), (NoMetric{{"lines", "counter", "stops"}, {}}));
  EXPECT_EQ(missing_metric(spec, {"lines", "drive", "stops", "board"}),
            (NoMetric{{"lines", "drive", "stops", "board"}, {"utilization", "blocked", "line", "wait_time", "left"}}));
}

TEST(MissingMetric, HasNoLinesIfTheCounterListsNone) {
  const auto missing = missing_metric(two_at_a_grill(), {"lines", "line", "line", "mean"});

  ASSERT_TRUE(missing.has_value());
  EXPECT_EQ(missing->known, MetricPath{});
  EXPECT_THAT(missing->instead, Not(Contains("lines")));
}

TEST(EstimatedMetrics, HaveLinesBetweenStationsAndStreams) {
  CounterSpec spec = two_lines();
  spec.stations = {{.name = "grill"}};
  RunStatistics all = statistics_of_two_lines();
  all.stations.resize(1);

  const auto paths = estimated_metrics(summarize(spec, all));

  const auto index = [&paths](const MetricPath& path) {
    EXPECT_THAT(paths, Contains(path));
    return std::ranges::find(paths, path) - paths.begin();
  };
  const MetricPath board{"lines", "drive", "stops", "board"};
  const auto of_board = [&board](const MetricPath& path) {
    MetricPath whole = board;
    whole.insert(whole.end(), path.begin(), path.end());
    return whole;
  };
  EXPECT_LT(index({"stations", "grill", "wait_time", "max"}), index({"lines", "drive", "line", "mean"}));
  EXPECT_LT(index({"lines", "drive", "total_time", "max"}), index(of_board({"utilization"})));
  EXPECT_LT(index(of_board({"utilization"})), index(of_board({"line", "mean"})));
  EXPECT_LT(index(of_board({"wait_time", "max"})), index({"lines", "counter", "line", "mean"}));
  EXPECT_LT(index({"lines", "counter", "total_time", "max"}), index({"streams", "cars", "wait_time", "count"}));
  EXPECT_LT(index({"stations", "grill", "down"}), index({"lines", "drive", "customers", "arrived"}));
  EXPECT_LT(index({"lines", "drive", "customers", "unfinished"}), index(of_board({"blocked"})));
  EXPECT_LT(index(of_board({"blocked"})), index(of_board({"left"})));
  EXPECT_LT(index(of_board({"left"})), index({"streams", "cars", "customers", "arrived"}));
}

TEST(EstimatedMetrics, AreSummariesThroughputsSharesUtilizationsAndLines) {
  const auto paths = estimated_metrics(run_of(two_at_a_grill()).result);

  EXPECT_THAT(paths, IsSupersetOf({MetricPath{"throughput_per_hour"}, MetricPath{"satisfied", "fraction"},
                                   MetricPath{"total_time", "count"}, MetricPath{"servers", "each", "1", "utilization"},
                                   MetricPath{"servers", "line", "max"}, MetricPath{"stations", "grill", "utilization"},
                                   MetricPath{"stations", "grill", "wait_time", "p99"},
                                   MetricPath{"by_period", "1", "line_mean"}}));
}

TEST(EstimatedMetrics, IncludeAllThatARunMeasuresAndNothingThatTheScenarioFixes) {
  const auto paths = estimated_metrics(run_of(two_at_a_grill()).result);

  EXPECT_THAT(paths,
              IsSupersetOf({MetricPath{"elapsed"}, MetricPath{"customers", "served"}, MetricPath{"satisfied", "count"},
                            MetricPath{"servers", "each", "0", "served"}, MetricPath{"stations", "grill", "uses"},
                            MetricPath{"stations", "grill", "batches"}, MetricPath{"stations", "grill", "wasted"},
                            MetricPath{"stations", "grill", "down"}, MetricPath{"by_period", "1", "arrived"}}));
  for (const MetricPath& fixed :
       {MetricPath{"satisfied", "target"}, MetricPath{"satisfied", "aim"}, MetricPath{"satisfied", "met"},
        MetricPath{"stations", "grill", "capacity"}, MetricPath{"by_period", "1", "from"},
        MetricPath{"by_period", "0", "satisfied", "target"}, MetricPath{"servers", "each", "0", "name"}}) {
    EXPECT_THAT(paths, Not(Contains(fixed)));
  }
}

TEST(EstimatedMetrics, IncludeMoneyIfThereIsAny) {
  RunResult run;
  EXPECT_THAT(estimated_metrics(run), Not(Contains(MetricPath{"money", "profit"})));

  run.money = Money{};

  EXPECT_THAT(estimated_metrics(run), IsSupersetOf({MetricPath{"money", "revenue"}, MetricPath{"money", "labour"},
                                                    MetricPath{"money", "equipment"}, MetricPath{"money", "profit"},
                                                    MetricPath{"money", "cost_per_served"}}));
}

TEST(EstimatedMetrics, ListStatisticsFirstAndThenTheRestInTheOrderOfTheResult) {
  auto paths = estimated_metrics(run_of(two_at_a_grill()).result);
  const auto index = [&paths](const MetricPath& path) { return std::ranges::find(paths, path) - paths.begin(); };

  EXPECT_EQ(index({"satisfied", "fraction"}), 0);
  EXPECT_LT(index({"satisfied", "fraction"}), index({"wait_time", "mean"}));
  EXPECT_LT(index({"by_period", "1", "line_mean"}), index({"elapsed"}));
  EXPECT_LT(index({"elapsed"}), index({"customers", "arrived"}));
  EXPECT_LT(index({"customers", "arrived"}), index({"stations", "grill", "uses"}));
  const std::size_t all = paths.size();
  std::ranges::sort(paths);
  const auto twice = std::ranges::unique(paths);
  EXPECT_EQ(all, paths.size() - twice.size()) << "each is there once";
}

}  // namespace
}  // namespace fastfood::model
