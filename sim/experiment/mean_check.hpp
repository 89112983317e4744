#pragma once

#include <cstdint>
#include <optional>

#include "sim/experiment/certainty.hpp"
#include "sim/experiment/mean_guard.hpp"
#include "sim/experiment/requirement.hpp"
#include "sim/experiment/running_moments.hpp"

namespace sim::experiment {

/// Decides whether the mean of a metric meets a requirement, one value at a time and with no more of them than it
/// takes: the feasibility check of Andradóttir and Kim (2010), on Fabian's bound (1974), and beside it, for means far
/// beyond the zone, now and then a look at the interval of the mean; half of the error each. Values are independent and
/// about normal. Of one that varies `==` is practically never met: it is both `<=` and `>=`.
///
/// The variance is that of all values so far (Batur and Kim 2010, after Kim and Nelson 2006), not of the first stage
/// for good: that takes as many values, and keeps to `error` in long runs of skewed ones, too. There a first stage that
/// missed the tail errs several times as often.
///
/// Nothing is decided before the values are enough by `MeanGuard`, which says how skewed and how equal they may be. Of
/// equal ones the value itself decides, exactly.
class MeanCheck {
 public:
  /// The limit of the requirement is a number.
  MeanCheck(const Requirement& requirement, const Certainty& certainty);

  void add(double value);

  /// No more values come: of none the requirement is not met.
  void end();

  /// Whether the requirement is met; none while it is not decided.
  std::optional<bool> is_met() const { return is_met_; }

 private:
  bool has_left_triangle() const;
  bool look_if_due();

  Relation relation_;
  double limit_;
  double zone_;  // half of its width
  Certainty certainty_;
  double spread_;  // h² of the check
  RunningMoments values_;
  MeanGuard guard_;
  std::int64_t next_look_;  // at so many values
  std::int64_t looks_ = 0;
  double sum_ = 0;  // of their distances from the limit
  std::optional<bool> is_met_;
};

}  // namespace sim::experiment
