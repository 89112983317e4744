#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "sim/experiment/statistics/bounded_mean_check.hpp"
#include "sim/experiment/statistics/running_moments.hpp"
#include "sim/experiment/statistics/sample_size_rule.hpp"
#include "sim/experiment/statistics/sequential_test_options.hpp"
#include "sim/experiment/study/requirement.hpp"

/// Decides, replication by replication, whether a candidate meets its requirements, and how much error each of these
/// decisions may have for the whole selection to be correct.
namespace fastfood::experiment {

/// Whether a candidate meets all requirements. `not_needed` if that was not tried.
enum class Meets { yes, no, unclear, not_needed };

/// Decides whether the mean of a metric meets a requirement, one value at a time, with as few values as possible.
/// Values are independent and about normal. A varying metric is treated as if it were never equal to a limit: `==` is
/// both
/// `<=` and `>=`.
///
/// Two tests share the error. One is the feasibility check of Andradóttir and Kim (2010), on Fabian's bound (1974). The
/// other looks at the confidence interval of the mean from time to time, for means far beyond the indifference zone.
///
/// The variance is that of all values so far (Batur and Kim 2010, after Kim and Nelson 2006), not that of the first
/// stage. That takes as many values, and keeps to `error` in long runs of skewed values as well. There a first stage
/// that missed the tail is wrong several times as often.
///
/// Nothing is decided before the values are enough by `SampleSizeRule`. If they are equal, the value itself decides,
/// exactly.
class NormalMeanCheck {
 public:
  /// The limit of the requirement has to be a number.
  NormalMeanCheck(const Requirement& requirement, const SequentialTestOptions& options);

  void add(double value);

  /// Declares that no more values come. If there were none, the requirement is not met.
  void end();

  /// Returns whether the requirement is met; none while that is undecided.
  std::optional<bool> is_met() const { return is_met_; }

 private:
  bool has_left_triangle() const;
  bool look_if_due();

  Relation relation_;
  double limit_;
  double zone_;  // half the width of the indifference zone
  SequentialTestOptions options_;
  double spread_;  // h² in the paper
  RunningMoments values_;
  SampleSizeRule sample_size_;
  std::int64_t next_look_;  // the number of values at the next look
  std::int64_t looks_ = 0;
  double sum_ = 0;  // of the distances of the values from the limit
  std::optional<bool> is_met_;
};

/// Decides whether one candidate meets all requirements, from its replications in their order. Metrics from 0 to 1 are
/// checked by `BoundedMeanCheck`, others by `NormalMeanCheck`. Without randomness, one replication and `is_met` are
/// enough instead.
class FeasibilityCheck {
 public:
  /// The limits of the requirements have to be numbers. `options` are those of each requirement.
  FeasibilityCheck(std::span<const Requirement> requirements, const SequentialTestOptions& options);

  /// Adds the metrics of the next replication, in the order of the requirements. A null says nothing.
  void add(std::span<const std::optional<double>> values);

  /// Declares that no more replications come. A metric that was always null does not meet its requirement.
  void end();

  /// Returns `yes` or `no` once that is decided, and `unclear` until then. One requirement that is not met makes it
  /// `no`.
  Meets meets() const;

  /// Returns the indexes of the requirements that are not met.
  std::vector<std::size_t> fails() const { return indexes_of(false); }

  /// Returns the indexes of the requirements that are undecided.
  std::vector<std::size_t> undecided() const { return indexes_of(std::nullopt); }

 private:
  using Check = std::variant<NormalMeanCheck, BoundedMeanCheck>;

  static std::optional<bool> is_met(const Check& check);
  std::vector<std::size_t> indexes_of(std::optional<bool> answer) const;

  std::vector<Check> checks_;
};

/// Returns the indexes of the requirements that the values of one run, in their order, do not meet.
std::vector<std::size_t> unmet(std::span<const Requirement> requirements,
                               std::span<const std::optional<double>> values);

/// Returns the error allowed to the check of each requirement of the candidate at `index`, from 0, in order of cost.
/// With these errors, the first of `candidates` that is found to meet its `requirements`, at least 1, is the correct
/// one with probability `confidence`: it meets them and no cheaper one does, means in the indifference zone counting as
/// either.
///
/// Let e_j be the error of each of the m requirements of the j-th candidate. A cheaper candidate is taken by mistake
/// only if a requirement that it fails is decided wrongly. The correct one is rejected by mistake only if one of m is.
/// If the b-th candidate is the correct one, the total error is thus at most e_1 + … + e_(b-1) + m e_b, whatever the
/// dependence (Boole's inequality; all candidates see the same customers). Later candidates cost nothing.
///
/// The total is below 1 - confidence for every b if e_j is that times 1 / (k - 1 + m), which is best if the correct one
/// comes late among k; or times m / ((j + m - 1)(j + m)), which is best if it comes early (alpha spending; Foster and
/// Stine 2008). The error is the average of the two: at least half of the better one.
double requirement_error(std::size_t index, std::size_t candidates, std::size_t requirements, double confidence);

}  // namespace fastfood::experiment
