#pragma once

#include <cstdint>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/why/history.hpp"
#include "sim/model/why/overlap_sums.hpp"

namespace fastfood::model {

/// What the units of one station did, as far as steps that wait for them need to know.
class StationLog {
 public:
  /// Without `priorities` no step overtakes another.
  StationLog(const StationSpec& spec, StationId id, bool priorities);

  /// The number of units there, or under repair, has changed. `there` includes those in use beyond the schedule.
  void set_there(std::int64_t there, Instant now) { there_.set(there, now); }
  void set_down(std::int64_t down, Instant now) { down_.set(down, now); }

  void asks(const StepRecord& step);

  /// Sets `overtaken` of the step, which starts now.
  void starts(StepRecord& step);
  void ends(const StepRecord& step);

  /// Appends the parts of a step's wait.
  void add_wait(const StepRecord& step, std::vector<TimePart>& parts) const;

  /// Everybody who arrived before `at` has left.
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
  History there_;
  History down_;
  OverlapSums in_use_;                 // by when the step had asked; only with priorities
  std::vector<LatestAsked> portions_;  // of a tray with priorities, ascending in both
};

}  // namespace fastfood::model
