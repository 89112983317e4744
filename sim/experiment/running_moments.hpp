#pragma once

#include <cstdint>

namespace sim::experiment {

/// Mean and variance of values that come one at a time (Welford 1962). Equal values have a variance of exactly 0, and
/// their mean is that value.
class RunningMoments {
 public:
  void add(double value) {
    ++n_;
    const double off = value - mean_;
    mean_ += off / static_cast<double>(n_);
    squares_ += off * (value - mean_);
  }

  std::int64_t n() const { return n_; }

  /// Of at least one value.
  double mean() const { return mean_; }

  /// With the n-1 divisor, of at least two.
  double variance() const { return squares_ / static_cast<double>(n_ - 1); }

 private:
  std::int64_t n_ = 0;
  double mean_ = 0;
  double squares_ = 0;  // of the distances from the mean
};

}  // namespace sim::experiment
