#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "sim/experiment/statistics/feasibility.hpp"
#include "sim/experiment/statistics/running_moments.hpp"
#include "sim/experiment/statistics/sequential_test_options.hpp"

/// Decides which of two candidates has the higher mean, and how much error each decision may have for the selection of
/// the best of several to be correct.
namespace fastfood::experiment {

/// Decides which of two candidates, A and B, has the higher mean, one pair of values at a time. A pair is from one
/// replication on the same customers, so its values are dependent: common random numbers make their differences small.
///
/// This is the comparison of two systems in the procedure KN of Kim and Nelson (2001), with c = 1. It continues until
/// the sum of the r differences is outside ±W(r), W(r) = max(0, h²S² / (2δ) - δr / 2). S² is the variance of all
/// differences so far, as in Kim and Nelson (2006), for the reasons given at `NormalMeanCheck`, which this is with the
/// limit 0. It shares the error with the looks at the interval of the mean, and decides nothing before the differences
/// are enough by `SampleSizeRule`.
///
/// The indifference zone δ is the share `indifference` of the mean, over the first stage, of the candidate that is
/// farther from 0. If the two means are closer together than that, either decision is correct.
class PairedComparison {
 public:
  explicit PairedComparison(const SequentialTestOptions& options) : options_(options) {}

  /// Adds the values of A and B in the next replication.
  void add(double a, double b);

  /// Returns whether the mean of A is at least that of B; none while that is undecided.
  std::optional<bool> is_at_least() const { return check_ ? check_->is_met() : std::nullopt; }

 private:
  void begin_check();

  SequentialTestOptions options_;
  RunningMoments a_;                        // values of the first stage
  RunningMoments b_;                        // the same
  std::vector<double> first_differences_;   // of the first stage, until it is over
  std::optional<NormalMeanCheck> check_{};  // none in the first stage
};

/// The error allowed to each decision of a selection.
struct SelectionErrors {
  double of_requirement = 0;  // whether one candidate meets one requirement
  double of_comparison = 0;   // which of two candidates is better
};

/// Returns the errors with which the best of `candidates`, at least 1, that meet all `requirements` is selected
/// correctly with probability `confidence`. A candidate may only be eliminated if it fails a requirement, or if one
/// that was found to meet all of them is better (procedure AK of Andradóttir and Kim 2010).
///
/// Let b be the best of the k candidates that meet all m requirements, not counting means in the indifference zone of a
/// limit. Another candidate is selected by mistake only if one of these decisions is wrong: for each of the k - 1
/// others one requirement that it fails, or else its comparison with b; for b, any of the m requirements. With half of
/// the error for the requirements, each of those gets α / 2 / (k - 1 + m), and each comparison α / 2 / (k - 1). By
/// Boole's inequality the total is at most α = 1 - confidence, whatever the dependence. Without requirements the
/// comparisons get all of it.
///
/// A candidate in the indifference zone of b may eliminate b. What is selected then is as good as that candidate, to
/// within its own zone.
SelectionErrors selection_errors(std::size_t candidates, std::size_t requirements, double confidence);

}  // namespace fastfood::experiment
