#include "sim/experiment/paired.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <vector>

#include "sim/experiment/estimate.hpp"

namespace sim::experiment::paired_test {
namespace {

using Values = std::vector<std::optional<double>>;

const Values before{10, 12, 11, 15};
const Values after{8, 11, 9, 12};  // -2, -1, -2, -3: mean -2, variance 2 / 3

TEST(Difference, IsTheOneWorkedByHand) {
  const MetricDifference found = difference_of(before, after, 0.95);

  EXPECT_EQ(found.n, 4);
  EXPECT_EQ(found.baseline, 12);
  EXPECT_EQ(found.value, 10);
  EXPECT_EQ(found.difference, -2);
  EXPECT_NEAR(*found.half_width, 3.182446 * std::sqrt(2.0 / 3 / 4), 0.5e-6);  // t of three degrees, as printed
  EXPECT_NEAR(*found.correlation, 11 / std::sqrt(14.0 * 10), 1e-15);
  EXPECT_EQ(found.verdict, Verdict::lower);
}

TEST(Difference, TurnsRoundWithItsTwoSides) {
  const MetricDifference found = difference_of(after, before, 0.95);

  EXPECT_EQ(found.difference, 2);
  EXPECT_EQ(found.half_width, difference_of(before, after, 0.95).half_width);
  EXPECT_EQ(found.verdict, Verdict::higher);
}

TEST(Difference, WithZeroInItsIntervalIsNone) {
  EXPECT_EQ(difference_of(before, Values{9, 13, 10, 15}, 0.95).verdict, Verdict::not_distinguishable);
  EXPECT_EQ(difference_of(before, after, 0.995).verdict, Verdict::not_distinguishable);  // -2 ± 3.04
}

TEST(Difference, IsTakenWithinReplicationsWhereBothHaveAValue) {
  const Values gaps_before{10, std::nullopt, 12, 100, 11, std::nullopt, 15};
  const Values gaps_after{8, 50, 11, std::nullopt, 9, std::nullopt, 12};

  EXPECT_EQ(difference_of(gaps_before, gaps_after, 0.95), difference_of(before, after, 0.95));
}

TEST(Difference, LeavesOutReplicationsThatTheOtherDoesNotHave) {
  EXPECT_EQ(difference_of(before, Values{8, 11}, 0.95), difference_of(Values{10, 12}, Values{8, 11}, 0.95));
}

TEST(Difference, OfNothingIsNothing) {
  EXPECT_EQ(difference_of({}, {}, 0.95), MetricDifference{});
  EXPECT_EQ(difference_of(Values{std::nullopt}, Values{3}, 0.95), MetricDifference{});
}

TEST(Difference, OfOneReplicationTellsNothingApart) {
  const MetricDifference found = difference_of(Values{10}, Values{1}, 0.95);

  EXPECT_EQ(found, (MetricDifference{10, 1, -9, std::nullopt, std::nullopt, 1, Verdict::not_distinguishable}));
}

TEST(Difference, ThatIsTheSameInEachReplicationGoesByItsSign) {
  const MetricDifference found = difference_of(Values{1, 2, 4}, Values{1.5, 2.5, 4.5}, 0.95);

  EXPECT_EQ(found.half_width, 0);
  EXPECT_EQ(found.verdict, Verdict::higher);
  EXPECT_EQ(difference_of(before, before, 0.95).half_width, 0);
  EXPECT_EQ(difference_of(before, before, 0.95).verdict, Verdict::not_distinguishable);
}

TEST(Difference, HasNoCorrelationWhereOneDoesNotVary) {
  EXPECT_EQ(difference_of(before, Values(4, 3), 0.95).correlation, std::nullopt);
  EXPECT_EQ(difference_of(Values(4, 3), before, 0.95).correlation, std::nullopt);
}

TEST(Difference, IsCorrelatedByOneAtMost) {
  const Values tenths{0.1, 0.2, 0.3, 0.7};
  const Values mirrored{-0.1, -0.2, -0.3, -0.7};

  EXPECT_EQ(difference_of(tenths, tenths, 0.95).correlation, 1);
  EXPECT_EQ(difference_of(tenths, mirrored, 0.95).correlation, -1);
}

TEST(Difference, IsKnownBetterWhereTheSameCustomersCome) {
  const MetricDifference same = difference_of(Values{10, 20, 30}, Values{11, 22, 33}, 0.95);
  const MetricDifference shuffled = difference_of(Values{10, 20, 30}, Values{22, 33, 11}, 0.95);

  EXPECT_EQ(same.difference, shuffled.difference);
  EXPECT_LT(*same.half_width, *shuffled.half_width / 10);
}

TEST(ExactDifference, IsDecidedByOneReplication) {
  EXPECT_EQ(exact_difference_of(5, 3), (MetricDifference{5, 3, -2, 0, std::nullopt, 1, Verdict::lower}));
  EXPECT_EQ(exact_difference_of(3, 5), (MetricDifference{3, 5, 2, 0, std::nullopt, 1, Verdict::higher}));
  EXPECT_EQ(exact_difference_of(3, 3), (MetricDifference{3, 3, 0, 0, std::nullopt, 1, Verdict::not_distinguishable}));
}

TEST(ExactDifference, FromANullIsNone) {
  EXPECT_EQ(exact_difference_of(5, std::nullopt), (MetricDifference{.baseline = 5}));
  EXPECT_EQ(exact_difference_of(std::nullopt, 3), (MetricDifference{.value = 3}));
}

TEST(Bonferroni, SharesOutTheError) {
  EXPECT_DOUBLE_EQ(bonferroni(0.95, 1), 0.95);
  EXPECT_DOUBLE_EQ(bonferroni(0.95, 5), 0.99);
  EXPECT_DOUBLE_EQ(bonferroni(0.9, 1000), 0.9999);
}

TEST(JointConfidence, SpendsHalfOfTheErrorOnTheMainMetricAndHalfOnAllOthers) {
  const JointConfidence joint = joint_confidence(0.9, 3, 1, 5);

  EXPECT_NEAR(1 - joint.of_main, 0.05 / 3, 1e-15);
  EXPECT_NEAR(1 - joint.of_others, 0.05 / 15, 1e-15);
}

TEST(JointConfidence, SharesTheHalfOfTheMainMetricAmongThoseThatMayBeIt) {
  const JointConfidence joint = joint_confidence(0.9, 3, 2, 4);

  EXPECT_NEAR(1 - joint.of_main, 0.05 / 6, 1e-15);
  EXPECT_NEAR(1 - joint.of_others, 0.05 / 12, 1e-15);
}

TEST(JointConfidence, OfOneMetricSpendsAllOfItThere) {
  EXPECT_NEAR(1 - joint_confidence(0.9, 4, 1, 0).of_main, 0.025, 1e-15);
  EXPECT_EQ(joint_confidence(0.9, 1, 1, 0).of_main, 0.9);
}

}  // namespace
}  // namespace sim::experiment::paired_test
