#pragma once

#include <cstdint>
#include <optional>

#include "sim/experiment/statistics/running_moments.hpp"
#include "sim/experiment/statistics/sample_size_rule.hpp"
#include "sim/experiment/study/study.hpp"

namespace fastfood::experiment {

/// Says after how many replications a mean is known precisely enough: a function of the values so far in the order of
/// their replications, whatever the number of threads. Constant work and space for each.
///
/// A half-width of at most γ/(1+γ) of the estimated mean is one of γ of the true mean (Law 2015). It must be so after
/// ten replications at least (the same). It must stay so over the next five or, beyond the hundredth, twentieth part of
/// them (Hoad, Robinson and Davies 2010), to avoid stopping early on a chance low variance. The half-width is that of a
/// sequence stopped by it (see `Stopping`).
///
/// Where there is chance the values must also be enough by `SampleSizeRule`: many more of skewed or of equal ones.
class PrecisionRule {
 public:
  PrecisionRule(const Precision& asked, bool is_random) : asked_(asked) {
    if (is_random) {
      guard_.emplace(1 - asked.confidence);
    }
  }

  /// The value of the next replication. A null is a replication, but no value.
  void add(std::optional<double> value);

  std::int64_t replications() const { return replications_; }

  /// Whether to stop here: what was asked for is reached and stayed so, or `max` is.
  bool is_enough() const;

  /// Whether the half-width after the latest replication is as small as asked, and to be believed.
  bool is_precise() const { return precise_since_.has_value(); }

 private:
  std::int64_t fewest() const;
  bool check_guard();
  bool is_narrow() const;

  Precision asked_;
  RunningMoments values_;
  std::optional<SampleSizeRule> guard_;  // where there is chance
  std::int64_t replications_ = 0;
  std::optional<std::int64_t> precise_since_;  // the number of replications when it last became so
};

}  // namespace fastfood::experiment
