#include "sim/experiment/fit/parameter_intervals.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "sim/experiment/fit/maximum_likelihood.hpp"
#include "tests/experiment/fit/drawn_times.hpp"

namespace fastfood::experiment::parameter_intervals_test {
namespace {

using namespace std::chrono_literals;

/// A distribution to draw from, and its parameters in the order of `parameter_names`.
struct Truth {
  Family family;
  random::Distribution distribution;
  std::vector<double> parameters;
};

const Truth truths[] = {
    {Family::exponential, random::Exponential{30s}, {30}},
    {Family::erlang, random::Erlang{3, 60s}, {3, 60}},
    {Family::gamma, random::Gamma{2.5, 10s}, {2.5, 10}},
    {Family::gamma, random::Gamma{0.7, 10s}, {0.7, 10}},
    {Family::lognormal, random::Lognormal{100s, 60s}, {100, 60}},
    {Family::normal, random::Normal{100s, 15s}, {100, 15}},
    {Family::normal, random::Normal{15s, 10s}, {15, 10}},
    {Family::weibull, random::Weibull{1.5, 20s}, {1.5, 20}},
    {Family::weibull, random::Weibull{0.8, 20s}, {0.8, 20}},
    {Family::uniform, random::Uniform{10s, 20s}, {10, 20}},
};

bool holds(const Interval& interval, double truth) { return interval.lower <= truth && truth <= interval.upper; }

TEST(ParameterIntervals, CoverTheTruthAsOftenAsTheySay) {
  // Of 200 intervals of 95 %, 190 ± 3.1 hold the truth. All of the 19 numbers below are within 3.3 standard deviations
  // (180 to 200) with a probability of 98 %.
  constexpr int seeds = 200;
  for (const Truth& truth : truths) {
    std::vector<int> covered(truth.parameters.size());
    for (int seed = 1; seed <= seeds; ++seed) {
      const auto times = in_sorted_seconds(draw_times(truth.distribution, 200, static_cast<std::uint64_t>(seed)));
      const auto intervals = parameter_intervals(*fit_by_likelihood(truth.family, times), times, 0.95);
      for (std::size_t i = 0; i != covered.size(); ++i) {
        covered[i] += intervals[i] && holds(*intervals[i], truth.parameters[i]) ? 1 : 0;
      }
    }
    for (std::size_t i = 0; i != covered.size(); ++i) {
      // A whole number has no interval of exactly 95 %: that of k covers more.
      const bool is_k = truth.family == Family::erlang && i == 0;
      EXPECT_GE(covered[i], 180) << name_of(truth.family) << " " << parameter_names(truth.family)[i];
      EXPECT_LT(covered[i], is_k ? 201 : 200) << name_of(truth.family) << " " << parameter_names(truth.family)[i];
    }
  }
}

TEST(ParameterIntervals, OfTheExponentialIsTheChiSquaredOne) {
  // Ten times with mean 1: 20 / chi-squared of 20 degrees, whose quantiles are 9.591 and 34.170 (any table).
  const std::vector<double> times(10, 1.0);

  const auto intervals = parameter_intervals({Family::exponential, {1}}, times, 0.95);

  EXPECT_NEAR(intervals[0]->lower, 20 / 34.170, 1e-4);
  EXPECT_NEAR(intervals[0]->upper, 20 / 9.591, 2e-4);
}

TEST(ParameterIntervals, OfTheNormalAreStudentsAndTheChiSquaredOne) {
  // n = 10: t(9) = 2.262, chi-squared of 9 degrees 2.700 and 19.023. The sd with divisor n is 3, with n - 1 it is
  // 3.1623, its standard error 1.
  const std::vector<double> times(10, 100.0);

  const auto intervals = parameter_intervals({Family::normal, {100, 3}}, times, 0.95);

  EXPECT_NEAR(intervals[0]->lower, 100 - 2.262, 1e-3);
  EXPECT_NEAR(intervals[0]->upper, 100 + 2.262, 1e-3);
  EXPECT_NEAR(intervals[1]->lower, std::sqrt(90 / 19.023), 1e-3);
  EXPECT_NEAR(intervals[1]->upper, std::sqrt(90 / 2.700), 1e-3);
}

TEST(ParameterIntervals, DoNotExistForTheTriangular) {
  const std::vector<double> times{1, 2, 3};

  EXPECT_EQ(parameter_intervals({Family::triangular, {0, 2, 4}}, times, 0.95),
            (std::vector<std::optional<Interval>>(3)));
}

}  // namespace
}  // namespace fastfood::experiment::parameter_intervals_test
