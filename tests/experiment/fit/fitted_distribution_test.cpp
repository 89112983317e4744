#include "sim/experiment/fit/fitted_distribution.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <numbers>
#include <vector>

#include "sim/stats/moments.hpp"
#include "tests/experiment/fit/drawn_times.hpp"

namespace fastfood::experiment::fitted_distribution_test {
namespace {

using namespace std::chrono_literals;

const FittedDistribution examples[] = {
    {Family::exponential, {30}},     {Family::erlang, {3, 60}},      {Family::gamma, {0.7, 10}},
    {Family::lognormal, {100, 60}},  {Family::normal, {5, 10}},      {Family::normal, {100, 15}},
    {Family::weibull, {1.5, 20}},    {Family::uniform, {10, 20}},    {Family::triangular, {10, 12, 30}},
    {Family::triangular, {0, 0, 5}}, {Family::triangular, {0, 5, 5}}};

TEST(FittedDistribution, IsWhatAScenarioDraws) {
  // Kolmogorov's distance of 10,000 draws is below 1.95 / 100 with a probability of 99.9 %. Means are within 4 standard
  // errors.
  constexpr std::size_t n = 10'000;
  for (const FittedDistribution& example : examples) {
    const auto times = draw_times(to_distribution(example), n, 1);
    const auto sorted = in_sorted_seconds(times);
    double farthest = 0;
    for (std::size_t i = 0; i != n; ++i) {
      const double middle = (static_cast<double>(i) + 0.5) / n;
      farthest = std::max(farthest, std::abs(cumulative(example, sorted[i]) - middle));
    }
    EXPECT_LT(farthest, 0.0195) << name_of(example.family);

    stats::Moments moments;
    for (const Duration time : times) {
      moments.add(time);
    }
    const MeanAndDeviation expected = mean_and_deviation(example);
    EXPECT_NEAR(*moments.mean(), expected.mean, 4 * expected.sd / 100) << name_of(example.family);
    EXPECT_NEAR(*moments.deviation(), expected.sd, 0.1 * expected.sd) << name_of(example.family);
  }
}

TEST(FittedDistribution, HasTheMomentsOfTheHalfNormal) {
  const MeanAndDeviation half = mean_and_deviation({Family::normal, {0, 1}});

  EXPECT_NEAR(half.mean, std::sqrt(2 / std::numbers::pi), 1e-12);
  EXPECT_NEAR(half.sd, std::sqrt(1 - 2 / std::numbers::pi), 1e-12);
}

TEST(FittedDistribution, IsShownWithFourDigits) {
  EXPECT_EQ(to_distribution({Family::exponential, {12.345678}}, 4), random::Distribution(random::Exponential{12350ms}));
  EXPECT_EQ(to_distribution({Family::gamma, {2.55799, 9.81252}}, 4),
            random::Distribution(random::Gamma{2.558, 9813ms}));
  EXPECT_EQ(to_distribution({Family::erlang, {12345, 60}}, 4), random::Distribution(random::Erlang{12345, 1min}));
}

TEST(FittedDistribution, IsShownWithMoreDigitsIfItIsNarrow) {
  // With four digits of 36,001 s, a standard deviation of 0.4 s would be lost.
  EXPECT_EQ(to_distribution({Family::normal, {36001.23456, 0.41239}}, 4),
            random::Distribution(random::Normal{36001235ms, 412400us}));
}

}  // namespace
}  // namespace fastfood::experiment::fitted_distribution_test
