#include "sim/experiment/statistics/sample_size_rule.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/elementary.hpp"

namespace fastfood::experiment {
namespace {

constexpr double rarest = 0.01;  // the probability of the rarest event that equal values have to rule out

/// Returns true if the values differ by no more than the rounding of sums.
bool are_equal(const RunningMoments& values) {
  constexpr double rounding = 1e-12;
  return std::sqrt(values.variance()) <= rounding * std::abs(values.mean());
}

}  // namespace

SampleSizeRule::SampleSizeRule(double error)
    : min_equal_(random::log(error) / random::log(1 - rarest)),
      per_squared_skewness_(25 * std::max(1.0, random::log(error) / random::log(0.05))) {}

void SampleSizeRule::update(const RunningMoments& values) {
  const auto n = static_cast<double>(values.n());
  if (values.n() < 2 || are_equal(values)) {
    is_enough_ = n >= min_equal_;
    return;
  }
  max_skewness_ = std::max(max_skewness_, std::abs(values.skewness()));
  is_enough_ = n >= per_squared_skewness_ * max_skewness_ * max_skewness_;
}

}  // namespace fastfood::experiment
