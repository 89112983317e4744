#pragma once

#include <cstdint>
#include <optional>

#include "sim/experiment/statistics/running_moments.hpp"
#include "sim/experiment/statistics/sample_size_rule.hpp"
#include "sim/experiment/study/study.hpp"

namespace fastfood::experiment {

/// Decides after how many replications a mean is precise enough. Depends on the values in the order of their
/// replications alone. Each value takes constant work and space.
///
/// The relative precision γ is reached if the half-width is at most γ/(1+γ) of the estimated mean: it is then at most γ
/// of the true mean (Law 2015). That has to be so after at least ten replications (the same source). It has to stay so
/// over the next five or, from the hundredth on, the next twentieth part of them (Hoad, Robinson and Davies 2010), to
/// avoid stopping early on a chance low variance. The interval is that of a sequence that its width stops (see
/// `Stopping`).
///
/// If the scenario has randomness, the values also have to be enough by `SampleSizeRule`. That takes many more if they
/// are skewed or equal.
class PrecisionRule {
 public:
  PrecisionRule(const Precision& precision, bool is_random) : precision_(precision) {
    if (is_random) {
      sample_size_.emplace(1 - precision.confidence);
    }
  }

  /// Adds the value of the next replication. A null counts as a replication, but not as a value.
  void add(std::optional<double> value);

  std::int64_t replications() const { return replications_; }

  /// Returns true if this is the number of replications to stop at: the precision was reached and stayed, or `max` is
  /// reached.
  bool is_enough() const;

  /// Returns true if the interval is narrow enough now; `is_enough` also requires that it stayed so.
  bool is_precise() const { return precise_since_.has_value(); }

 private:
  std::int64_t min_replications() const;
  bool check_sample_size();
  bool is_narrow() const;

  Precision precision_;
  RunningMoments values_;
  std::optional<SampleSizeRule> sample_size_;  // none without randomness
  std::int64_t replications_ = 0;
  std::optional<std::int64_t> precise_since_;  // the number of replications when it last became precise
};

}  // namespace fastfood::experiment
