#pragma once

#include <cstdint>
#include <optional>

#include "sim/experiment/requirement.hpp"
#include "sim/experiment/running_moments.hpp"

namespace sim::experiment {

/// How sure a decision is to be.
struct Certainty {
  /// How often, at most, a mean outside the indifference zone is taken for one on the other side; below 1/2.
  double error = 0.05;

  /// Half the width of that zone around the limit: a share of the limit's size, or itself where the limit is 0.
  double indifference = 0.01;

  /// The values before the first decision, at least 2. With twenty it takes two fifths more values in all than if the
  /// variance were known, with ten more than twice as many (at an error of 0.001); and what befalls one replication in
  /// five is missed by one such stage in a hundred.
  std::int64_t first_stage = 20;
};

/// Decides whether the mean of a metric meets a requirement, one value at a time and with no more of them than it
/// takes: the feasibility check of Andradóttir and Kim (2010), on Fabian's bound (1974), and beside it, for means far
/// beyond the zone, now and then a look at the interval of the mean; half of the error each. Values are independent and
/// about normal. Of one that varies `==` is practically never met: it is both `<=` and `>=`.
///
/// The variance is that of all values so far (Batur and Kim 2010, after Kim and Nelson 2006), not of the first stage
/// for good: that takes as many values, keeps to `error` where they are normal, and in long runs where they are skewed,
/// too. There a first stage that missed the tail errs several times as often.
///
/// Values that are all equal show no variance and may yet be luck: days on which nothing broke down. The value itself
/// decides, exactly, once so many of them are as unlikely as `error` under any mean across the zone, if no other value
/// is further from theirs than their distance from the limit and the limit's size together.
class MeanCheck {
 public:
  /// The limit of the requirement is a number.
  MeanCheck(const Requirement& requirement, const Certainty& certainty);

  void add(double value);

  /// No more values come: of none the requirement is not met, and those that are all equal decide.
  void end();

  /// Whether the requirement is met; none while it is not decided.
  std::optional<bool> is_met() const { return is_met_; }

 private:
  bool are_equal() const { return values_.variance() == 0; }
  bool is_decided() const;
  bool is_far_off();
  void decide();

  Relation relation_;
  double limit_;
  double size_;  // of the limit
  Certainty certainty_;
  double spread_;  // h² of the check
  RunningMoments values_;
  std::int64_t next_look_;  // at so many values
  std::int64_t looks_ = 0;
  double sum_ = 0;     // of their distances from the limit
  double unseen_ = 1;  // how likely it was to see equal values only, were the mean on the other side
  std::optional<bool> is_met_;
};

}  // namespace sim::experiment
