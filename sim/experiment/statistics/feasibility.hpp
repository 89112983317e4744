#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "sim/experiment/run/optimize.hpp"
#include "sim/experiment/statistics/running_moments.hpp"
#include "sim/experiment/statistics/sample_size_rule.hpp"
#include "sim/experiment/statistics/sequential_test_options.hpp"
#include "sim/experiment/statistics/share_check.hpp"
#include "sim/experiment/study/requirement.hpp"

namespace fastfood::experiment {

/// Decides whether the mean of a metric meets a requirement, one value at a time and with no more of them than it
/// takes: the feasibility check of Andradóttir and Kim (2010), on Fabian's bound (1974), and beside it, for means far
/// beyond the zone, now and then a look at the interval of the mean; half of the error each. MetricValues are
/// independent and about normal. Of one that varies `==` is practically never met: it is both `<=` and `>=`.
///
/// The variance is that of all values so far (Batur and Kim 2010, after Kim and Nelson 2006), not of the first stage
/// for good: that takes as many values, and keeps to `error` in long runs of skewed ones, too. There a first stage that
/// missed the tail errs several times as often.
///
/// Nothing is decided before the values are enough by `SampleSizeRule`, which says how skewed and how equal they may
/// be. Of equal ones the value itself decides, exactly.
class MeanCheck {
 public:
  /// The limit of the requirement is a number.
  MeanCheck(const Requirement& requirement, const SequentialTestOptions& certainty);

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
  SequentialTestOptions certainty_;
  double spread_;  // h² of the check
  RunningMoments values_;
  SampleSizeRule guard_;
  std::int64_t next_look_;  // at so many values
  std::int64_t looks_ = 0;
  double sum_ = 0;  // of their distances from the limit
  std::optional<bool> is_met_;
};

/// Decides whether one candidate meets all requirements, replication by replication in their order. Where nothing is
/// left to chance, one replication and `is_met` do instead. Metrics that are shares are checked as shares.
class FeasibilityCheck {
 public:
  /// The limits of the requirements are numbers. `certainty` is that of each requirement.
  FeasibilityCheck(std::span<const Requirement> requirements, const SequentialTestOptions& certainty);

  /// The metrics of the next replication, in the order of the requirements. A null tells nothing.
  void add(std::span<const std::optional<double>> values);

  /// No more replications come: a metric that was null in all of them does not meet its requirement.
  void end();

  /// `yes` or `no` once that is decided, `unclear` while it is not: one requirement that is not met makes it `no`.
  Meets meets() const;

  /// The places of the requirements that are known not to be met.
  std::vector<std::size_t> fails() const { return places_of(false); }

  /// The places of those of which that is not known yet.
  std::vector<std::size_t> undecided() const { return places_of(std::nullopt); }

 private:
  using Check = std::variant<MeanCheck, ShareCheck>;

  static std::optional<bool> is_met(const Check& check);
  std::vector<std::size_t> places_of(std::optional<bool> answer) const;

  std::vector<Check> checks_;
};

/// The error that is allowed to each requirement of the candidate at `place`, from 0, in order of cost, such that the
/// first of `candidates` found to meet its `requirements`, at least 1, is with this confidence the right one: it meets
/// them, and none that is cheaper does, means in the indifference zone counting as either.
///
/// Of the j-th candidate, e_j to each of m requirements. A cheaper candidate is taken only if a requirement that it
/// does not meet is decided wrongly; the right one is dropped only if one of m is. So the errors add up, whatever
/// depends on whatever (Boole's inequality: the same customers come to all), to e_1 + … + e_(b-1) + m e_b where the
/// right one is the b-th, and those behind it cost nothing. That is below 1 - confidence for every b if e_j is that
/// times 1 / (k - 1 + m), best where the right one comes late among k, or times m / ((j + m - 1)(j + m)), best where it
/// comes early (a spending of alpha: Foster and Stine 2008). It is half of each here: never far from the better one.
double error_of(std::size_t place, std::size_t candidates, std::size_t requirements, double confidence);

}  // namespace fastfood::experiment
