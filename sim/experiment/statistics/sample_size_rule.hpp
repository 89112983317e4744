#pragma once

#include "sim/experiment/statistics/running_moments.hpp"

namespace fastfood::experiment {

/// Says when there are enough values for Student's interval of their mean to be worth its name.
///
/// Skewed values: n must be at least 25 G² (Cochran 1977, for an error of 0.05), more for smaller errors in proportion
/// to their logarithm. G is the largest skewness that the values have shown so far, since it is small by chance until
/// the first rare value comes.
///
/// Values that are all equal, but for rounding, show neither variance nor skewness. They may yet be luck: days on
/// which nothing broke down. They are enough once something that happens in one replication of a hundred would have
/// been seen but for a chance of `error`: 0.99^n <= error. What is rarer is not guarded against.
class SampleSizeRule {
 public:
  /// `error` is above 0 and below 1.
  explicit SampleSizeRule(double error);

  /// Called once after each value from the first that may decide. Skewness before that does not count.
  void look(const RunningMoments& values);

  bool is_enough() const { return is_enough_; }

 private:
  double fewest_equal_;
  double per_skewness_;  // how many values for a skewness of 1
  double skewness_ = 0;  // the largest so far
  bool is_enough_ = false;
};

}  // namespace fastfood::experiment
