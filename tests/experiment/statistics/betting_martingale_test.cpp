#include "sim/experiment/statistics/betting_martingale.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

#include "sim/random/draws.hpp"

namespace fastfood::experiment {
namespace {

int values_until_decision(BettingMartingale martingale, double value) {
  int n = 0;
  while (!martingale.is_above()) {
    martingale.add(value);
    ++n;
  }
  return n;
}

TEST(BettingMartingale, NeedsSlightlyMoreEqualValuesThanTheOptimum) {
  // Betting 0.95 on each of n values of 1 gives (1 + 0.95 * 0.01 / 0.99)^n, which is 20 at n = 313.7.
  const int n = values_until_decision(BettingMartingale(0.99, 0.05), 1);

  EXPECT_GE(n, 314);
  EXPECT_LE(n, 1.3 * 314);
}

TEST(BettingMartingale, NeverDecidesIfValuesAreNotAboveTheMean) {
  BettingMartingale martingale(0.5, 0.05);
  for (int i = 0; i != 10'000; ++i) {
    martingale.add(i % 2);
  }

  EXPECT_FALSE(martingale.is_above());
}

TEST(BettingMartingale, KeepsItsDecision) {
  BettingMartingale martingale(0.5, 0.05);
  for (int i = 0; i != 100; ++i) {
    martingale.add(i < 20 ? 1 : 0);
  }

  EXPECT_TRUE(martingale.is_above());
}

TEST(BettingMartingale, SurvivesAValueOfZero) {
  // Betting everything on 0.99 would leave nothing. Betting 0.95 leaves a twentieth, which some 300 more values
  // recover.
  BettingMartingale martingale(0.9, 0.05);
  for (int i = 0; i != 1000; ++i) {
    martingale.add(i == 20 ? 0 : 1);
  }

  EXPECT_TRUE(martingale.is_above());
}

TEST(BettingMartingale, ErrsNoMoreOftenThanStatedIfTheMeanIsNotAbove) {
  // Values are 1, and 0 on one day in a hundred. Such a mean is the hardest to distinguish from one above 0.99.
  constexpr int trials = 500;
  constexpr double error = 0.05;
  int wrong = 0;
  for (std::uint64_t trial = 0; trial != trials; ++trial) {
    random::Draws draws(41, trial);
    BettingMartingale martingale(0.99, error);
    for (int n = 0; n != 2000; ++n) {
      martingale.add(draws.uniform() < 0.01 ? 0 : 1);
    }
    wrong += martingale.is_above() ? 1 : 0;
  }

  EXPECT_LE(wrong, trials * error + 3 * std::sqrt(trials * error * (1 - error)));
}

}  // namespace
}  // namespace fastfood::experiment
