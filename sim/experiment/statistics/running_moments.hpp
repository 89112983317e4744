#pragma once

#include <cmath>
#include <cstdint>

namespace fastfood::experiment {

/// Mean, variance and skewness of values that come one at a time (Welford 1962; Pébay 2008). If all values are equal,
/// the mean is exactly that value and the variance is exactly 0.
class RunningMoments {
 public:
  void add(double value) {
    ++n_;
    const auto n = static_cast<double>(n_);
    const double off = value - mean_;
    const double share = off / n;
    mean_ += share;
    cubes_ += share * (off * share * (n - 1) * (n - 2) - 3 * squares_);
    squares_ += off * (value - mean_);
  }

  std::int64_t n() const { return n_; }

  /// There must be at least one value.
  double mean() const { return mean_; }

  /// The sample variance, with the divisor n - 1. There must be at least two values.
  double variance() const { return squares_ / static_cast<double>(n_ - 1); }

  /// The third central moment divided by the third power of the standard deviation, both with the divisor n; 0 if all
  /// values are equal.
  double skewness() const {
    return squares_ == 0 ? 0 : std::sqrt(static_cast<double>(n_) / squares_) * (cubes_ / squares_);
  }

 private:
  std::int64_t n_ = 0;
  double mean_ = 0;
  double squares_ = 0;  // sum of the squares of the distances from the mean
  double cubes_ = 0;    // sum of their cubes
};

}  // namespace fastfood::experiment
