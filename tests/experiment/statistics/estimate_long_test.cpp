#include "sim/experiment/statistics/estimate.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/statistics/feasibility.hpp"
#include "sim/experiment/statistics/precision.hpp"
#include "tests/experiment/skewed_metrics.hpp"

namespace fastfood::experiment::estimate_long_test {
namespace {

/// 95 % of 1000 intervals minus three standard errors, each sqrt(0.95 * 0.05 / 1000) = 0.0069.
constexpr int intervals = 1000;
constexpr double min_covering = 0.929 * intervals;

class StoppedInterval : public testing::TestWithParam<SkewedMetric> {};

TEST_P(StoppedInterval, CoversTheMeanAsOftenAsStatedIfStoppedByWidth) {
  for (const double share : {0.1, 0.2, 0.4}) {
    int covering = 0;
    for (std::uint64_t seed = 0; seed != intervals; ++seed) {
      random::Draws draws(53, seed);
      MetricValues values;
      PrecisionRule rule({.max = 5000, .relative_precision = share}, true);
      while (!rule.is_enough()) {
        rule.add(values.emplace_back(GetParam().draw(draws)));
      }
      const Estimate interval = estimate(values, 0.95, Stopping::by_width);
      covering += std::abs(*interval.mean - GetParam().mean) <= *interval.half_width ? 1 : 0;
    }
    EXPECT_GE(covering, min_covering) << share;
  }
}

TEST_P(StoppedInterval, CoversTheMeanAsOftenAsStatedIfStoppedByADecision) {
  Requirement requirement = parse_requirement("total_time.mean <= 1").value();
  for (const double limit : {0.5, 0.95, 1.05, 1.3}) {
    requirement.limit = limit * GetParam().mean;
    int covering = 0;
    for (std::uint64_t seed = 0; seed != intervals; ++seed) {
      random::Draws draws(59, seed);
      MetricValues values;
      NormalMeanCheck check(requirement, {.error = requirement_error(0, 1, 1, 0.95)});
      while (!check.is_met() && values.size() != 1000) {
        check.add(*values.emplace_back(GetParam().draw(draws)));
      }
      const Estimate interval = estimate(values, 0.95, Stopping::by_mean);
      covering += std::abs(*interval.mean - GetParam().mean) <= *interval.half_width ? 1 : 0;
    }
    EXPECT_GE(covering, min_covering) << limit;
  }
}

INSTANTIATE_TEST_SUITE_P(, StoppedInterval,
                         testing::Values(normal(), exponential(), day_of_one_server(), lognormal("Lognormal", 0.5)),
                         [](const testing::TestParamInfo<SkewedMetric>& metric) { return metric.param.name; });

}  // namespace
}  // namespace fastfood::experiment::estimate_long_test
