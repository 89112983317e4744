#include "sim/report/run/result_table.hpp"

#include <gtest/gtest.h>

#include "tests/report/sample.hpp"

namespace fastfood::report {
namespace {

/// Runs with these numbers of customers.
ScenarioResult runs_of(const std::vector<std::int64_t>& customers) {
  ScenarioResult result{sample_spec(), sample_run()};
  for (const std::int64_t arrived : customers) {
    result.by_replication.emplace_back();
    result.by_replication.back().customers.arrived = arrived;
  }
  return result;
}

TEST(ResultNumbers, OfOneRunAreItsMetrics) {
  const ScenarioResult result{sample_spec(), sample_run()};
  const ResultNumbers numbers(result);

  EXPECT_FALSE(numbers.are_means());
  EXPECT_EQ(numbers.at({"customers", "arrived"}).value, 3);
  EXPECT_FALSE(numbers.at({"customers", "arrived"}).half_width.has_value());
  EXPECT_FALSE(numbers.at({"no", "such", "metric"}).value.has_value());
}

TEST(ResultNumbers, OfSeveralRunsAreTheEstimates) {
  const ScenarioResult result = sample_replications();
  const ResultNumbers numbers(result);

  EXPECT_TRUE(numbers.are_means());
  EXPECT_EQ(numbers.at({"stations", "grill", "utilization"}).value, 0.75);
  EXPECT_EQ(numbers.at({"stations", "grill", "utilization"}).half_width, 0.025);
  EXPECT_FALSE(numbers.at({"customers", "arrived"}).value.has_value());
}

TEST(ResultNumbers, InterpolatePercentilesBetweenTheNearestRuns) {
  const ScenarioResult result = runs_of({50, 10, 40, 20, 30});
  const ResultNumbers numbers(result);

  EXPECT_EQ(numbers.percentile({"customers", "arrived"}, 50), 30);
  EXPECT_EQ(numbers.percentile({"customers", "arrived"}, 90), 46);  // 0.6 of the way from 40 to 50
  EXPECT_EQ(numbers.percentile({"customers", "arrived"}, 100), 50);
  EXPECT_EQ(numbers.percentile({"total_time", "mean"}, 50), std::nullopt);
}

}  // namespace
}  // namespace fastfood::report
