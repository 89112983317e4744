#pragma once

#include <optional>

#include "sim/experiment/statistics/running_moments.hpp"
#include "sim/experiment/statistics/sequential_test_options.hpp"
#include "sim/experiment/statistics/wealth.hpp"
#include "sim/experiment/study/requirement.hpp"

namespace fastfood::experiment {

/// Decides the same as `MeanCheck` of a metric whose values are from 0 to 1, and assumes nothing else of them: a day of
/// a thousand on which all goes wrong is reckoned with before it is seen. So it errs as often as stated at most, and
/// takes more values: at least log(1 / error) / log(v / edge) where all have been `v` so far and the zone's edge is
/// below that.
///
/// It is decided once the mean is known to be beyond the zone's edge on the other side of the limit, and the values'
/// own mean lies on the side that is decided for. The zone reaches at most half of the way from the limit to 0 or 1.
class ShareCheck {
 public:
  /// The limit of the requirement is a number.
  ShareCheck(const Requirement& requirement, const SequentialTestOptions& certainty);

  void add(double value);

  /// No more values come: of none the requirement is not met.
  void end();

  /// Whether the requirement is met; none while it is not decided.
  std::optional<bool> is_met() const { return is_met_; }

 private:
  bool is_decided() const;

  Relation relation_;
  double limit_;
  std::int64_t first_stage_;
  RunningMoments values_;
  std::optional<Wealth> above_;  // bets that the mean is above the zone's lower edge; none where it must be
  std::optional<Wealth> below_;  // bets that it is below the upper edge
  std::optional<bool> is_met_;
};

}  // namespace fastfood::experiment
