#pragma once

#include <optional>

#include "sim/experiment/statistics/betting_martingale.hpp"
#include "sim/experiment/statistics/running_moments.hpp"
#include "sim/experiment/statistics/sequential_test_options.hpp"
#include "sim/experiment/study/requirement.hpp"

namespace fastfood::experiment {

/// Decides whether the mean of a metric from 0 to 1, such as a share, meets a requirement. Assumes nothing else about
/// the values: it allows for the one day in a thousand on which everything goes wrong before it has seen one. So it is
/// wrong at most as often as stated, and takes more values than `NormalMeanCheck`: at least log(1 / error) / log(v / e)
/// if all values have been v so far and the edge e of the indifference zone is below that.
///
/// Two betting tests run side by side (see `BettingMartingale`). The test decides once the mean is known to be beyond
/// the edge of the zone on the other side of the limit, and the mean of the values is on the side that it decides for.
/// The zone extends at most halfway from the limit to 0 or 1.
class BoundedMeanCheck {
 public:
  /// The limit of the requirement has to be a number.
  BoundedMeanCheck(const Requirement& requirement, const SequentialTestOptions& options);

  void add(double value);

  /// Declares that no more values come. If there were none, the requirement is not met.
  void end();

  /// Returns whether the requirement is met; none while that is undecided.
  std::optional<bool> is_met() const { return is_met_; }

 private:
  bool is_decided() const;

  Relation relation_;
  double limit_;
  std::int64_t first_stage_;
  RunningMoments values_;
  std::optional<BettingMartingale> above_;  // tests if the mean is above the zone's lower edge; none if it must be
  std::optional<BettingMartingale> below_;  // tests if it is below the upper edge, on 1 - value
  std::optional<bool> is_met_;
};

}  // namespace fastfood::experiment
