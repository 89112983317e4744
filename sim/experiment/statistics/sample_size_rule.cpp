#include "sim/experiment/statistics/sample_size_rule.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/elementary.hpp"

namespace fastfood::experiment {
namespace {

constexpr double rarest = 0.01;  // the share of replications that an event has which equal values must rule out

/// Whether they differ by no more than the rounding of sums.
bool are_equal(const RunningMoments& values) {
  constexpr double rounding = 1e-12;
  return std::sqrt(values.variance()) <= rounding * std::abs(values.mean());
}

}  // namespace

SampleSizeRule::SampleSizeRule(double error)
    : fewest_equal_(random::log(error) / random::log(1 - rarest)),
      per_skewness_(25 * std::max(1.0, random::log(error) / random::log(0.05))) {}

void SampleSizeRule::look(const RunningMoments& values) {
  const auto n = static_cast<double>(values.n());
  if (values.n() < 2 || are_equal(values)) {
    is_enough_ = n >= fewest_equal_;
    return;
  }
  skewness_ = std::max(skewness_, std::abs(values.skewness()));
  is_enough_ = n >= per_skewness_ * skewness_ * skewness_;
}

}  // namespace fastfood::experiment
