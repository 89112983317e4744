#include "sim/experiment/statistics/selection.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::experiment::selection_test {
namespace {

/// With these, h² = 2 ((2 · 0.1)^-1 - 1) = 8, half of the error being for looks. The looks are at Student's interval of
/// 3, 6, 12, … values; the first of them has a confidence of 1 - 2 · 0.2 / 2 / 2 = 0.9.
const SequentialTestOptions three_values{.error = 0.2, .indifference = 0.01, .first_stage = 3};

/// What is decided about A = `middle` - 1, `middle`, `middle` + 1, and B, which is always the same.
std::optional<bool> decided(double middle, double b) {
  PairedComparison comparison(three_values);
  for (const double a : {middle - 1, middle, middle + 1}) {
    comparison.add(a, b);
  }
  return comparison.is_at_least();
}

// The zone is 0.01 · 100 = 1 and S² = 1, so W(3) = 8 / 2 - 3 / 2 = 2.5, and a mean difference of 2.5 / 3 = 0.83
// decides. Student's interval is ±2.92 / √3 = ±1.69.
TEST(PairedComparison, DecidesOnceTheSumOfTheDifferencesIsOutsideTheTriangle) {
  EXPECT_EQ(decided(100, 99.2), std::nullopt);
  EXPECT_EQ(decided(100, 99.1), true);
}

// The means farther from 0 are 100.8 and 100.9, so W(3) = 8 / 2.016 - 1.512 = 2.46 or 2.45: 0.82 decides.
TEST(PairedComparison, DecidesAgainstALowerMean) {
  EXPECT_EQ(decided(100, 100.8), std::nullopt);
  EXPECT_EQ(decided(100, 100.9), false);
}

// If the means are ten times as far from 0, the zone is 10, and W(3) = 8 / 20 - 15 < 0: any sum decides.
TEST(PairedComparison, HasAZoneInProportionToTheMeanFartherFromZero) {
  EXPECT_EQ(decided(1000, 999.9), true);
  EXPECT_EQ(decided(-1000, -999.9), false);
}

TEST(PairedComparison, DecidesNothingInTheFirstStage) {
  PairedComparison comparison(three_values);

  comparison.add(5, 1);
  comparison.add(6, 1);

  EXPECT_EQ(comparison.is_at_least(), std::nullopt);
}

// 0.99^n <= 0.2 from n = 161 on.
TEST(PairedComparison, TakesEqualDifferencesForATieOnlyAfterRareOnesWouldHaveBeenSeen) {
  PairedComparison comparison(three_values);
  std::int64_t n = 0;
  for (; !comparison.is_at_least(); ++n) {
    comparison.add(static_cast<double>(n % 7), static_cast<double>(n % 7));
  }

  EXPECT_EQ(n, 161);
  EXPECT_EQ(comparison.is_at_least(), true);
}

TEST(PairedComparison, ErrsNoMoreOftenThanStatedAtTheEdgeOfTheZone) {
  constexpr int trials = 2000;
  constexpr double error = 0.1;
  int wrong = 0;
  for (std::uint64_t trial = 0; trial != trials; ++trial) {
    random::Draws draws(29, trial);
    const auto normal = [&draws] { return random::normal_quantile(draws.uniform()); };
    PairedComparison comparison({.error = error});
    while (!comparison.is_at_least()) {
      const double day = 20 * normal();  // both see the same customers
      comparison.add(100 + day + 2 * normal(), 101 + day + 2 * normal());
    }
    wrong += *comparison.is_at_least() ? 1 : 0;
  }

  EXPECT_LE(wrong, trials * error + 3 * std::sqrt(trials * error * (1 - error)));
}

TEST(SelectionErrors, AreHalfForTheRequirementsAndHalfForTheComparisons) {
  const SelectionErrors errors = selection_errors(3, 2, 0.9);

  EXPECT_NEAR(errors.of_requirement, 0.05 / 4, 1e-15);
  EXPECT_NEAR(errors.of_comparison, 0.05 / 2, 1e-15);
}

TEST(SelectionErrors, AreAllForTheComparisonsIfNothingIsRequired) {
  EXPECT_NEAR(selection_errors(3, 0, 0.9).of_comparison, 0.05, 1e-15);
}

TEST(SelectionErrors, LeaveTheRequirementsOfASingleCandidateNothingToShareWithOthers) {
  EXPECT_NEAR(selection_errors(1, 2, 0.9).of_requirement, 0.05 / 2, 1e-15);
}

}  // namespace
}  // namespace fastfood::experiment::selection_test
