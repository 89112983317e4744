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

/// The value of a replication, counted from 1.
using Metric = std::function<std::optional<double>(std::int64_t)>;

PrecisionRule run(const Precision& asked, const Metric& metric, bool is_random = true) {
  PrecisionRule rule(asked, is_random);
  while (!rule.is_enough()) {
    rule.add(metric(rule.replications() + 1));
  }
  return rule;
}

/// Around 100, as far from it as `off`, by turns above and below.
Metric swinging(double off) {
  return [off](std::int64_t replication) { return replication % 2 == 1 ? 100 + off : 100 - off; };
}

TEST(PrecisionRule, WantsTenReplicationsAndFiveMoreToConfirmThem) {
  const PrecisionRule rule = run({.min = 2}, swinging(1));

  EXPECT_EQ(rule.replications(), 15);
  EXPECT_TRUE(rule.is_precise());
}

TEST(PrecisionRule, WantsAsManyAsItIsTold) { EXPECT_EQ(run({.min = 40}, swinging(1)).replications(), 45); }

TEST(PrecisionRule, NeverGoesBeyondTheMost) {
  EXPECT_EQ(run({.min = 40, .max = 20}, swinging(1)).replications(), 20);
  EXPECT_TRUE(run({.min = 40, .max = 20}, swinging(1)).is_precise());
  EXPECT_EQ(run({.max = 4}, swinging(1)).replications(), 4);
  EXPECT_TRUE(run({.max = 4}, swinging(1)).is_precise());
}

TEST(PrecisionRule, SaysThatTheMostWasNotEnough) {
  const PrecisionRule rule = run({.max = 30}, swinging(50));

  EXPECT_EQ(rule.replications(), 30);
  EXPECT_FALSE(rule.is_precise());
}

TEST(PrecisionRule, StopsWhereTheHalfWidthIsTheShareOfTheTrueMean) {
  // By turns 120 and 80, n values have the mean 100 and the half-width t 20 / sqrt(n - 1) where n is even, t being
  // that of half the error.
  const Precision asked{.relative_precision = 0.05};
  const auto share = [](std::int64_t n) {  // of an even number of replications
    return student_t(0.975, n - 1) * 20 / std::sqrt(static_cast<double>(n - 1)) / 100;
  };
  std::int64_t first = 10;
  while (share(first) > 0.05 / 1.05) {
    first += 2;
  }

  const PrecisionRule rule = run(asked, swinging(20));

  EXPECT_EQ(first, 94);
  // The odd ones lie off the mean, and the one before may be narrow, too.
  EXPECT_NEAR(static_cast<double>(rule.replications()), static_cast<double>(first) + 5, 1);
}

TEST(PrecisionRule, LooksFurtherAheadBeyondTheHundredth) {
  const PrecisionRule rule = run({.min = 201}, swinging(1));

  EXPECT_EQ(rule.replications(), 201 + 11);  // 5 in 100, rounded up
}

TEST(PrecisionRule, IsNotTakenInByALuckyStart) {
  const Metric odd_at_13 = [](std::int64_t replication) {
    return replication == 13 ? 500.0 : *swinging(1)(replication);
  };
  PrecisionRule rule({}, true);
  for (std::int64_t i = 1; i <= 12; ++i) {
    rule.add(odd_at_13(i));
  }

  EXPECT_TRUE(rule.is_precise());
  EXPECT_FALSE(rule.is_enough());

  rule.add(odd_at_13(13));

  EXPECT_FALSE(rule.is_precise());
  EXPECT_GT(run({}, odd_at_13).replications(), 100);
}

TEST(PrecisionRule, TakesEqualValuesForPreciseOnceAnEventOfOneInAHundredWouldHaveBeenSeen) {
  const Metric always_1 = [](std::int64_t) { return 1; };

  // 0.99^n is 0.05 at n = 298.1, and 0.1 at n = 229.1; a twentieth more confirms it.
  EXPECT_EQ(run({}, always_1).replications(), 299 + 15);
  EXPECT_TRUE(run({}, always_1).is_precise());
  EXPECT_EQ(run({.confidence = 0.9}, always_1).replications(), 230 + 12);
  EXPECT_FALSE(run({.max = 298}, always_1).is_precise());
}

TEST(PrecisionRule, TakesEqualValuesForPreciseAtOnceWhereThereIsNoChance) {
  const PrecisionRule rule = run(
      {}, [](std::int64_t) { return 1; }, false);

  EXPECT_EQ(rule.replications(), 15);
  EXPECT_TRUE(rule.is_precise());
}

TEST(PrecisionRule, TakesRoundingForNoVariation) {
  const auto sums = [](std::int64_t i) { return i % 2 == 1 ? 0.1 + 0.2 : 0.3; };

  EXPECT_EQ(run({}, sums).replications(), 299 + 15);
}

TEST(PrecisionRule, WantsTwentyFiveValuesForEachUnitOfTheSquareOfTheSkewness) {
  // Every tenth is 110, the others 100: narrow soon. The skewness is largest at the 19th, with one of 19:
  // (1 - 2 / 19) / sqrt(18 / 19²) = 4.007. 25 of its square: 401.4; and 21 to confirm it.
  const PrecisionRule rule = run({}, [](std::int64_t i) { return i % 10 == 0 ? 110 : 100; });

  EXPECT_EQ(rule.replications(), 402 + 21);
}

TEST(PrecisionRule, TakesAMeanOfZeroForPreciseOnlyWhereAllIsZero) {
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

TEST(PrecisionRule, TakesOneValueForNoPrecision) {
  const auto only_the_first = [](std::int64_t i) { return i == 1 ? std::optional(100.0) : std::nullopt; };

  EXPECT_FALSE(run({.max = 30}, only_the_first).is_precise());
}

TEST(PrecisionRule, CoversTheMeanOfNormalValuesAsOftenAsItSays) {
  constexpr int trials = 1000;
  int covered = 0;
  for (int trial = 0; trial != trials; ++trial) {
    random::Draws draws(11, static_cast<std::uint64_t>(trial));
    MetricValues values;
    const PrecisionRule rule = run({.relative_precision = 0.1, .confidence = 0.9}, [&](std::int64_t) {
      return values.emplace_back(100 + 30 * random::normal_quantile(draws.uniform()));
    });
    const Estimate seen = estimate(values, 0.9, Stopping::by_width);

    EXPECT_TRUE(rule.is_precise());
    EXPECT_LE(*seen.half_width, 0.1 / 1.1 * *seen.mean);
    covered += std::abs(*seen.mean - 100) <= *seen.half_width ? 1 : 0;
  }

  EXPECT_GE(covered, 0.9 * trials);
}

}  // namespace
}  // namespace fastfood::experiment
