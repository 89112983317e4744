#include "sim/experiment/statistics/precision.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <optional>

#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::experiment {
namespace {

/// The value of a replication, numbered from 1.
using Metric = std::function<std::optional<double>(std::int64_t)>;

PrecisionRule run(const Precision& precision, const Metric& metric, bool is_random = true) {
  PrecisionRule rule(precision, is_random);
  while (!rule.is_enough()) {
    rule.add(metric(rule.replications() + 1));
  }
  return rule;
}

/// Alternately 100 + `off` and 100 - `off`.
Metric alternating(double off) {
  return [off](std::int64_t replication) { return replication % 2 == 1 ? 100 + off : 100 - off; };
}

TEST(PrecisionRule, NeedsTenReplicationsAndFiveMoreToConfirmThem) {
  const PrecisionRule rule = run({.min = 2}, alternating(1));

  EXPECT_EQ(rule.replications(), 15);
  EXPECT_TRUE(rule.is_precise());
}

TEST(PrecisionRule, NeedsAtLeastTheGivenMinimum) { EXPECT_EQ(run({.min = 40}, alternating(1)).replications(), 45); }

TEST(PrecisionRule, NeverExceedsTheMaximum) {
  EXPECT_EQ(run({.min = 40, .max = 20}, alternating(1)).replications(), 20);
  EXPECT_TRUE(run({.min = 40, .max = 20}, alternating(1)).is_precise());
  EXPECT_EQ(run({.max = 4}, alternating(1)).replications(), 4);
  EXPECT_TRUE(run({.max = 4}, alternating(1)).is_precise());
}

TEST(PrecisionRule, ReportsIfTheMaximumWasNotEnough) {
  const PrecisionRule rule = run({.max = 30}, alternating(50));

  EXPECT_EQ(rule.replications(), 30);
  EXPECT_FALSE(rule.is_precise());
}

TEST(PrecisionRule, StopsWhenTheHalfWidthIsTheShareOfTheTrueMean) {
  // With values of alternately 120 and 80, an even number n of them has the mean 100 and the half-width t 20 / sqrt(n -
  // 1), with t at half of the error.
  const Precision precision{.relative_precision = 0.05};
  const auto share = [](std::int64_t n) {  // of an even number of replications
    return student_t(0.975, n - 1) * 20 / std::sqrt(static_cast<double>(n - 1)) / 100;
  };
  std::int64_t first = 10;
  while (share(first) > 0.05 / 1.05) {
    first += 2;
  }

  const PrecisionRule rule = run(precision, alternating(20));

  EXPECT_EQ(first, 94);
  // Odd numbers of values have another mean, and the one before may be precise enough, too.
  EXPECT_NEAR(static_cast<double>(rule.replications()), static_cast<double>(first) + 5, 1);
}

TEST(PrecisionRule, LooksFurtherAheadBeyondAHundred) {
  const PrecisionRule rule = run({.min = 201}, alternating(1));

  EXPECT_EQ(rule.replications(), 201 + 11);  // 5 in 100, rounded up
}

TEST(PrecisionRule, IsNotMisledByALuckyStart) {
  const Metric outlier_at_13 = [](std::int64_t replication) {
    return replication == 13 ? 500.0 : *alternating(1)(replication);
  };
  PrecisionRule rule({}, true);
  for (std::int64_t i = 1; i <= 12; ++i) {
    rule.add(outlier_at_13(i));
  }

  EXPECT_TRUE(rule.is_precise());
  EXPECT_FALSE(rule.is_enough());

  rule.add(outlier_at_13(13));

  EXPECT_FALSE(rule.is_precise());
  EXPECT_GT(run({}, outlier_at_13).replications(), 100);
}

TEST(PrecisionRule, TrustsEqualValuesOnceAnEventOfOneInAHundredWouldHaveBeenSeen) {
  const Metric always_1 = [](std::int64_t) { return 1; };

  // 0.99^n is 0.05 at n = 298.1, and 0.1 at n = 229.1. A twentieth more confirms it.
  EXPECT_EQ(run({}, always_1).replications(), 299 + 15);
  EXPECT_TRUE(run({}, always_1).is_precise());
  EXPECT_EQ(run({.confidence = 0.9}, always_1).replications(), 230 + 12);
  EXPECT_FALSE(run({.max = 298}, always_1).is_precise());
}

TEST(PrecisionRule, TrustsEqualValuesAtOnceIfThereIsNoRandomness) {
  const PrecisionRule rule = run(
      {}, [](std::int64_t) { return 1; }, false);

  EXPECT_EQ(rule.replications(), 15);
  EXPECT_TRUE(rule.is_precise());
}

TEST(PrecisionRule, IgnoresVariationFromRounding) {
  const auto sums = [](std::int64_t i) { return i % 2 == 1 ? 0.1 + 0.2 : 0.3; };

  EXPECT_EQ(run({}, sums).replications(), 299 + 15);
}

TEST(PrecisionRule, NeedsTwentyFiveValuesForEachUnitOfTheSquareOfTheSkewness) {
  // Every tenth value is 110, the others are 100, so the interval is soon narrow. The skewness is largest at the 19th,
  // with one of 19: (1 - 2 / 19) / sqrt(18 / 19²) = 4.007. 25 times its square is 401.4, and 21 more confirm it.
  const PrecisionRule rule = run({}, [](std::int64_t i) { return i % 10 == 0 ? 110 : 100; });

  EXPECT_EQ(rule.replications(), 402 + 21);
}

TEST(PrecisionRule, AcceptsAMeanOfZeroAsPreciseOnlyIfAllIsZero) {
  EXPECT_EQ(run({}, [](std::int64_t) { return 0; }).replications(), 299 + 15);
  EXPECT_TRUE(run({}, [](std::int64_t) { return 0; }).is_precise());

  const PrecisionRule rule = run({.max = 50}, [](std::int64_t i) { return i % 2 == 1 ? 1e-9 : -1e-9; });

  EXPECT_EQ(rule.replications(), 50);
  EXPECT_FALSE(rule.is_precise());
}

TEST(PrecisionRule, IsRelativeToTheSizeOfANegativeMean) {
  const auto below = [](std::int64_t i) { return i % 2 == 1 ? -101 : -99; };

  EXPECT_EQ(run({}, below).replications(), 15);
}

TEST(PrecisionRule, CountsNullsAsReplicationsButNotAsValues) {
  const auto every_other = [](std::int64_t i) {
    return i % 2 == 1 ? std::optional(i % 4 == 1 ? 99.0 : 101.0) : std::nullopt;
  };

  EXPECT_EQ(run({}, every_other).replications(), 15);
  EXPECT_EQ(run({.max = 30}, [](std::int64_t) { return std::nullopt; }).replications(), 30);
  EXPECT_FALSE(run({.max = 30}, [](std::int64_t) { return std::nullopt; }).is_precise());
}

TEST(PrecisionRule, DoesNotAcceptOneValueAsPrecise) {
  const auto only_the_first = [](std::int64_t i) { return i == 1 ? std::optional(100.0) : std::nullopt; };

  EXPECT_FALSE(run({.max = 30}, only_the_first).is_precise());
}

TEST(PrecisionRule, CoversTheMeanOfNormalValuesAsOftenAsStated) {
  constexpr int trials = 1000;
  int covered = 0;
  for (int trial = 0; trial != trials; ++trial) {
    random::Draws draws(11, static_cast<std::uint64_t>(trial));
    MetricValues values;
    const PrecisionRule rule = run({.relative_precision = 0.1, .confidence = 0.9}, [&](std::int64_t) {
      return values.emplace_back(100 + 30 * random::normal_quantile(draws.uniform()));
    });
    const Estimate interval = estimate(values, 0.9, Stopping::by_width);

    EXPECT_TRUE(rule.is_precise());
    EXPECT_LE(*interval.half_width, 0.1 / 1.1 * *interval.mean);
    covered += std::abs(*interval.mean - 100) <= *interval.half_width ? 1 : 0;
  }

  EXPECT_GE(covered, 0.9 * trials);
}

}  // namespace
}  // namespace fastfood::experiment
