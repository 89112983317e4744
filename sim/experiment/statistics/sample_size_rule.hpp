#pragma once

#include "sim/experiment/statistics/running_moments.hpp"

namespace fastfood::experiment {

/// Decides when there are enough values to trust Student's interval of their mean.
///
/// Skewed values: n has to be at least 25 G² (Cochran, Sampling Techniques, 1977, for an error of 0.05). For smaller
/// errors it grows in proportion to their logarithm. G is the largest skewness seen so far, because the skewness is
/// small by chance until the first rare value comes.
///
/// Equal values, apart from rounding, show neither variance nor skewness. That may be luck: days on which nothing broke
/// down. There are enough once an event that happens in one replication of a hundred would have been seen, except with
/// probability `error`: 0.99^n <= error (the rule of three; Hanley and Lippman-Hand 1983). Rarer events are not
/// guarded against.
class SampleSizeRule {
 public:
  /// `error` is above 0 and below 1.
  explicit SampleSizeRule(double error);

  /// Call once after each value, from the first that may decide. The skewness before that does not count.
  void update(const RunningMoments& values);

  bool is_enough() const { return is_enough_; }

 private:
  double min_equal_;
  double per_squared_skewness_;  // how many values a skewness of 1 requires
  double max_skewness_ = 0;
  bool is_enough_ = false;
};

}  // namespace fastfood::experiment
