#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/why/history.hpp"
#include "sim/model/why/overlap_sums.hpp"
#include "sim/stats/wide.hpp"

namespace fastfood::model {

/// What the units of one station did, as far as steps that wait for them need to know.
class StationLog {
 public:
  /// Without `priorities` no step overtakes another. `needs_people` says that people work here.
  StationLog(const StationSpec& spec, StationId id, bool priorities, bool needs_people = false);

  /// The number of units there, under repair, or in use has changed. `there` includes those in use beyond the schedule.
  /// `in_use` is needed only where people work.
  void set_there(std::int64_t there, Instant now) { there_.set(there, now); }
  void set_down(std::int64_t down, Instant now) { down_.set(down, now); }
  void set_in_use(std::int64_t in_use, Instant now) { in_use_.set(in_use, now); }

  void asks(const StepRecord& step);

  /// A customer comes whose order from afar waits with this step. Its wait counts from now on.
  void comes(const StepRecord& step, Instant now);

  /// Sets `overtaken` of the step, which starts now. The customer has arrived, or will arrive, at `arrived`.
  void starts(StepRecord& step, Instant arrived);
  void ends(const StepRecord& step);

  /// Appends the parts of a step's wait after the customer arrived.
  void add_wait(const StepRecord& step, Instant arrived, std::vector<TimePart>& parts) const;

  /// Everybody who is inside has arrived, or ordered from afar, at `at` or later.
  void forget_before(Instant at);

 private:
  /// A step started at `at`, and no step that had started before it had asked as late as `asked_at`.
  struct LatestAsked {
    Instant asked_at;
    Instant at;
  };

  const StationSpec& spec_;
  StationId id_;
  bool priorities_;
  bool needs_people_;
  History there_;
  History down_;
  History in_use_;
  OverlapSums used_by_;                                         // by when the step had asked; only with priorities
  std::map<const StepRecord*, stats::SignedWide> before_came_;  // of `used_by_`, of those who came while a step waited
  std::vector<LatestAsked> portions_;                           // of a tray with priorities, ascending in both
};

}  // namespace fastfood::model
