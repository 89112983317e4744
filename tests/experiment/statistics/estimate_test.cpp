#include "sim/experiment/statistics/estimate.hpp"

#include <gtest/gtest.h>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::experiment::estimate_test {
namespace {

using MetricValues = std::vector<std::optional<double>>;

TEST(StudentT, AgreesWithTextbooks) {
  struct Row {
    double confidence;
    std::int64_t degrees;
    double t;
  };
  const std::vector<Row> table{{0.95, 1, 12.706205}, {0.95, 2, 4.302653},  {0.95, 9, 2.262157}, {0.95, 29, 2.045230},
                               {0.95, 99, 1.984217}, {0.90, 4, 2.131847},  {0.90, 9, 1.833113}, {0.99, 1, 63.656741},
                               {0.99, 9, 3.249836},  {0.999, 19, 3.883406}};
  for (const auto& [confidence, degrees, t] : table) {
    EXPECT_NEAR(student_t(confidence, degrees), t, 5e-7) << confidence << ", " << degrees;  // as printed
  }
}

TEST(StudentT, HasAClosedFormForOneAndTwoDegrees) {
  for (const double confidence : {0.1, 0.5, 0.9, 0.95, 0.99, 0.9999}) {
    const double cauchy = std::tan(std::numbers::pi * confidence / 2);
    const double two = confidence * std::sqrt(2 / (1 - confidence * confidence));

    EXPECT_NEAR(student_t(confidence, 1) / cauchy, 1, 0x1p-32);  // half a unit of the last binary digit
    EXPECT_NEAR(student_t(confidence, 2) / two, 1, 0x1p-32);
  }
}

TEST(StudentT, ApproachesTheNormalDistribution) {
  // t - z is about z^3 / (4 degrees)
  EXPECT_NEAR(student_t(0.95, 1'000'000'000), random::normal_quantile(0.975), 5e-9);
  EXPECT_NEAR(student_t(0.99, 1'000'000'000), random::normal_quantile(0.995), 6e-9);
}

TEST(StudentT, GrowsWithTheConfidenceAndShrinksWithTheDegrees) {
  for (std::int64_t degrees = 1; degrees != 300; ++degrees) {
    EXPECT_GT(student_t(0.95, degrees), student_t(0.95, degrees + 1));
    EXPECT_GT(student_t(1 - 1e-12, degrees), student_t(1 - 1e-9, degrees));
  }
}

TEST(StudentT, HasZeroAsItsLastBitsWherePlatformsDiffer) {
  int exponent = 0;

  const double mantissa = std::frexp(student_t(0.95, 9), &exponent);

  EXPECT_EQ(std::ldexp(mantissa, 32), std::round(std::ldexp(mantissa, 32)));
}

TEST(ConfidenceOfStopped, UsesHalfOfTheErrorIfStoppedByWidth) {
  EXPECT_DOUBLE_EQ(adjusted_confidence(Stopping::by_width, 0.95, 10), 0.975);
  EXPECT_DOUBLE_EQ(adjusted_confidence(Stopping::by_width, 0.9, 10'000), 0.95);
}

TEST(ConfidenceOfStopped, DependsOnTheNumberOfLooksIfStoppedByADecision) {
  EXPECT_DOUBLE_EQ(adjusted_confidence(Stopping::by_mean, 0.95, 39), 1 - 0.05 / 2);
  EXPECT_DOUBLE_EQ(adjusted_confidence(Stopping::by_mean, 0.95, 40), 1 - 0.05 / 6);
  EXPECT_DOUBLE_EQ(adjusted_confidence(Stopping::by_mean, 0.95, 159), 1 - 0.05 / 12);
}

TEST(ConfidenceOfStopped, IsTheStatedOneForAFixedNumber) {
  EXPECT_EQ(adjusted_confidence(Stopping::fixed, 0.95, 1000), 0.95);
}

TEST(Estimate, OfNoValuesIsEmpty) {
  EXPECT_EQ(estimate({}, 0.9), (Estimate{std::nullopt, std::nullopt, 0.9, 0}));
  EXPECT_EQ(estimate(MetricValues{std::nullopt, std::nullopt}, 0.9), (Estimate{std::nullopt, std::nullopt, 0.9, 0}));
}

TEST(Estimate, OfOneValueHasNoInterval) {
  EXPECT_EQ(estimate(MetricValues{2.5}, 0.95), (Estimate{2.5, std::nullopt, 0.95, 1}));
}

TEST(Estimate, AgreesWithATextbookExample) {
  // Law's ten observations (Simulation Modeling and Analysis, section 4.5): mean 1.34, variance 0.17, 90 % interval
  // 1.34 ± 0.24.
  const MetricValues law{1.20, 1.50, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.50, 1.09};

  const Estimate found = estimate(law, 0.90);

  EXPECT_EQ(found.n, 10);
  EXPECT_DOUBLE_EQ(*found.mean, 1.343);
  EXPECT_NEAR(*found.half_width, 1.833113 * std::sqrt(1.50761 / 9 / 10), 0.5e-6);  // t as printed
}

TEST(Estimate, IgnoresNulls) {
  const Estimate whole = estimate(MetricValues{3, 5, 10}, 0.95);

  EXPECT_EQ(estimate(MetricValues{std::nullopt, 3, 5, std::nullopt, 10, std::nullopt}, 0.95), whole);
  EXPECT_EQ(whole.n, 3);
}

TEST(Estimate, OfEqualValuesIsExact) {
  EXPECT_EQ(estimate(MetricValues(7, 0.1), 0.95), (Estimate{0.1, 0, 0.95, 7}));
  EXPECT_EQ(estimate(MetricValues(7, 0), 0.95), (Estimate{0, 0, 0.95, 7}));
}

TEST(Estimate, WidensWithTheConfidence) {
  const MetricValues values{3, 5, 10};

  EXPECT_LT(*estimate(values, 0.9).half_width, *estimate(values, 0.95).half_width);
  EXPECT_EQ(estimate(values, 0.9).mean, estimate(values, 0.95).mean);
}

TEST(Estimate, MissesTheMeanAsOftenAsStated) {
  constexpr int trials = 4000;
  int covered = 0;
  for (int trial = 0; trial != trials; ++trial) {
    random::Draws draws(7, static_cast<std::uint64_t>(trial));
    MetricValues values;
    for (int i = 0; i != 5; ++i) {
      values.push_back(10 + 3 * random::normal_quantile(draws.uniform()));
    }
    const Estimate found = estimate(values, 0.9);
    covered += std::abs(*found.mean - 10) <= *found.half_width ? 1 : 0;
  }

  EXPECT_NEAR(static_cast<double>(covered) / trials, 0.9, 3 * std::sqrt(0.9 * 0.1 / trials));
}

}  // namespace
}  // namespace fastfood::experiment::estimate_test

namespace fastfood::experiment::paired_test {
namespace {

using MetricValues = std::vector<std::optional<double>>;

const MetricValues before{10, 12, 11, 15};
const MetricValues after{8, 11, 9, 12};  // -2, -1, -2, -3: mean -2, variance 2 / 3

TEST(Difference, AgreesWithAnExampleByHand) {
  const MetricDifference found = paired_difference(before, after, 0.95);

  EXPECT_EQ(found.n, 4);
  EXPECT_EQ(found.baseline, 12);
  EXPECT_EQ(found.value, 10);
  EXPECT_EQ(found.difference, -2);
  EXPECT_NEAR(*found.half_width, 3.182446 * std::sqrt(2.0 / 3 / 4), 0.5e-6);  // t of three degrees, as printed
  EXPECT_NEAR(*found.correlation, 11 / std::sqrt(14.0 * 10), 1e-15);
  EXPECT_EQ(found.verdict, Verdict::lower);
}

TEST(Difference, ChangesItsSignIfTheSidesAreSwapped) {
  const MetricDifference found = paired_difference(after, before, 0.95);

  EXPECT_EQ(found.difference, 2);
  EXPECT_EQ(found.half_width, paired_difference(before, after, 0.95).half_width);
  EXPECT_EQ(found.verdict, Verdict::higher);
}

TEST(Difference, WithZeroInItsIntervalIsNotDistinguishable) {
  EXPECT_EQ(paired_difference(before, MetricValues{9, 13, 10, 15}, 0.95).verdict, Verdict::not_distinguishable);
  EXPECT_EQ(paired_difference(before, after, 0.995).verdict, Verdict::not_distinguishable);  // -2 ± 3.04
}

TEST(Difference, UsesReplicationsInWhichBothHaveAValue) {
  const MetricValues gaps_before{10, std::nullopt, 12, 100, 11, std::nullopt, 15};
  const MetricValues gaps_after{8, 50, 11, std::nullopt, 9, std::nullopt, 12};

  EXPECT_EQ(paired_difference(gaps_before, gaps_after, 0.95), paired_difference(before, after, 0.95));
}

TEST(Difference, IgnoresReplicationsThatTheOtherDoesNotHave) {
  EXPECT_EQ(paired_difference(before, MetricValues{8, 11}, 0.95),
            paired_difference(MetricValues{10, 12}, MetricValues{8, 11}, 0.95));
}

TEST(Difference, OfNoValuesIsEmpty) {
  EXPECT_EQ(paired_difference({}, {}, 0.95), MetricDifference{});
  EXPECT_EQ(paired_difference(MetricValues{std::nullopt}, MetricValues{3}, 0.95), MetricDifference{});
}

TEST(Difference, OfOneReplicationDecidesNothing) {
  const MetricDifference found = paired_difference(MetricValues{10}, MetricValues{1}, 0.95);

  EXPECT_EQ(found, (MetricDifference{10, 1, -9, std::nullopt, std::nullopt, 1, Verdict::not_distinguishable}));
}

TEST(Difference, ThatIsTheSameInEachReplicationHasTheVerdictOfItsSign) {
  const MetricDifference found = paired_difference(MetricValues{1, 2, 4}, MetricValues{1.5, 2.5, 4.5}, 0.95);

  EXPECT_EQ(found.half_width, 0);
  EXPECT_EQ(found.verdict, Verdict::higher);
  EXPECT_EQ(paired_difference(before, before, 0.95).half_width, 0);
  EXPECT_EQ(paired_difference(before, before, 0.95).verdict, Verdict::not_distinguishable);
}

TEST(Difference, HasNoCorrelationIfOneSideIsConstant) {
  EXPECT_EQ(paired_difference(before, MetricValues(4, 3), 0.95).correlation, std::nullopt);
  EXPECT_EQ(paired_difference(MetricValues(4, 3), before, 0.95).correlation, std::nullopt);
}

TEST(Difference, HasACorrelationOfAtMostOne) {
  const MetricValues tenths{0.1, 0.2, 0.3, 0.7};
  const MetricValues mirrored{-0.1, -0.2, -0.3, -0.7};

  EXPECT_EQ(paired_difference(tenths, tenths, 0.95).correlation, 1);
  EXPECT_EQ(paired_difference(tenths, mirrored, 0.95).correlation, -1);
}

TEST(Difference, IsMorePreciseWithTheSameCustomers) {
  const MetricDifference same = paired_difference(MetricValues{10, 20, 30}, MetricValues{11, 22, 33}, 0.95);
  const MetricDifference shuffled = paired_difference(MetricValues{10, 20, 30}, MetricValues{22, 33, 11}, 0.95);

  EXPECT_EQ(same.difference, shuffled.difference);
  EXPECT_LT(*same.half_width, *shuffled.half_width / 10);
}

TEST(ExactDifference, IsDecidedByOneReplication) {
  EXPECT_EQ(exact_difference(5, 3), (MetricDifference{5, 3, -2, 0, std::nullopt, 1, Verdict::lower}));
  EXPECT_EQ(exact_difference(3, 5), (MetricDifference{3, 5, 2, 0, std::nullopt, 1, Verdict::higher}));
  EXPECT_EQ(exact_difference(3, 3), (MetricDifference{3, 3, 0, 0, std::nullopt, 1, Verdict::not_distinguishable}));
}

TEST(ExactDifference, FromANullIsNone) {
  EXPECT_EQ(exact_difference(5, std::nullopt), (MetricDifference{.baseline = 5}));
  EXPECT_EQ(exact_difference(std::nullopt, 3), (MetricDifference{.value = 3}));
}

TEST(Bonferroni, DividesTheError) {
  EXPECT_DOUBLE_EQ(bonferroni(0.95, 1), 0.95);
  EXPECT_DOUBLE_EQ(bonferroni(0.95, 5), 0.99);
  EXPECT_DOUBLE_EQ(bonferroni(0.9, 1000), 0.9999);
}

TEST(JointConfidence, SpendsHalfOfTheErrorOnTheMainMetricAndHalfOnAllOthers) {
  const JointConfidence joint = joint_confidence(0.9, 3, 1, 5);

  EXPECT_NEAR(1 - joint.of_main, 0.05 / 3, 1e-15);
  EXPECT_NEAR(1 - joint.of_others, 0.05 / 15, 1e-15);
}

TEST(JointConfidence, DividesTheHalfOfTheMainMetricAmongItsCandidates) {
  const JointConfidence joint = joint_confidence(0.9, 3, 2, 4);

  EXPECT_NEAR(1 - joint.of_main, 0.05 / 6, 1e-15);
  EXPECT_NEAR(1 - joint.of_others, 0.05 / 12, 1e-15);
}

TEST(JointConfidence, OfOneMetricSpendsTheWholeErrorOnIt) {
  EXPECT_NEAR(1 - joint_confidence(0.9, 4, 1, 0).of_main, 0.025, 1e-15);
  EXPECT_EQ(joint_confidence(0.9, 1, 1, 0).of_main, 0.9);
}

}  // namespace
}  // namespace fastfood::experiment::paired_test
