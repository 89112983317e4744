#include "sim/experiment/statistics/betting_martingale.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

#include "sim/random/draws.hpp"

namespace fastfood::experiment {
namespace {

int values_until_enough(BettingMartingale martingale, double value) {
  int n = 0;
  while (!martingale.is_above()) {
    martingale.add(value);
    ++n;
  }
  return n;
}

TEST(BettingMartingale, TakesSomeMoreEqualValuesThanItWouldIfTheyWereKnownToBeEqual) {
  // Staking 0.95 on each of n values of 1 makes (1 + 0.95 * 0.01 / 0.99)^n, 20 at n = 313.7.
  const int n = values_until_enough(BettingMartingale(0.99, 0.05), 1);

  EXPECT_GE(n, 314);
  EXPECT_LE(n, 1.3 * 314);
}

TEST(BettingMartingale, IsNeverEnoughWhereValuesAreNotAboveTheMean) {
  BettingMartingale martingale(0.5, 0.05);
  for (int i = 0; i != 10'000; ++i) {
    martingale.add(i % 2);
  }

  EXPECT_FALSE(martingale.is_above());
}

TEST(BettingMartingale, StaysEnough) {
  BettingMartingale martingale(0.5, 0.05);
  for (int i = 0; i != 100; ++i) {
    martingale.add(i < 20 ? 1 : 0);
  }

  EXPECT_TRUE(martingale.is_above());
}

TEST(BettingMartingale, SurvivesAValueOfZero) {
  // Staking all on 0.99 would leave nothing; 0.95 leaves a twentieth, made good by some 300 more values.
  BettingMartingale martingale(0.9, 0.05);
  for (int i = 0; i != 1000; ++i) {
    martingale.add(i == 20 ? 0 : 1);
  }

  EXPECT_TRUE(martingale.is_above());
}

TEST(BettingMartingale, ReachesItsGoalNoMoreOftenThanTheErrorOfAMeanThatIsNotAbove) {
  // Values are 1, and on one day of a hundred 0: nothing is harder to tell from a mean above 0.99.
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
