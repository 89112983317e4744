#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/model/spec.hpp"
#include "tests/system/step_replay.hpp"

/// The units of one station, rebuilt from the events of a run. Events do not say which unit fails or which batch is
/// done, so the times that decide it are drawn again, by the rules of the contract: the random numbers of a station are
/// a function of its name, the unit, the count and the purpose.
namespace fastfood::model {

/// What the units do from `from` until the next entry.
struct UnitsInterval {
  Instant from{};
  std::int64_t scheduled = 0;
  std::int64_t under_repair = 0;
  std::vector<Instant> in_use;  // when each step in use asked; at a tray, when each batch was put on
};

class UnitReplay {
 public:
  /// `steps` is the step of each event.
  UnitReplay(const CounterSpec& spec, std::size_t station, const RunLog& log,
             const std::vector<const StepRecord*>& steps);

  /// In order of time, the first from 0.
  const std::vector<UnitsInterval>& intervals() const { return intervals_; }

  /// When the portion that each step took was put on.
  const std::map<const StepRecord*, Instant>& portions() const { return portions_; }

 private:
  struct UnitState {
    bool is_in_use = false;
    bool is_failed = false;
    bool is_under_repair = false;
    bool is_present = false;
    Instant present_since{};
    Instant repaired_from{};
    Duration age{};       // the time present, up to `present_since`
    Duration next_age{};  // at which it fails or is repaired
    std::uint64_t failures = 0;
    std::uint64_t batches = 0;
    Instant used_for{};    // when the step asked or the batch was put on
    Instant used_until{};  // when the step or the batch ends; the latest instant if it does not
  };

  std::vector<std::size_t> started_before(std::size_t event, const RunLog& log,
                                          const std::vector<bool>& is_applied) const;
  void change_schedule(Instant until);
  void apply(const RecordedEvent& event, const StepRecord* step);
  void set_present(UnitState& unit, bool is_present, Instant now);
  void set_next_age(std::size_t number, Purpose purpose, Instant now);
  void start_repairs(Instant now);
  void start(Instant used_for, Instant used_until, Instant now);
  void start_step(const StepRecord& step, Instant now);
  void start_batch(Instant now);
  void end_use(Instant now);
  void fail(Instant now);
  void repair(Instant now);
  const UnitState* repaired_at(Instant now) const;
  void record(Instant now);
  Duration age_of(const UnitState& unit, Instant now) const;
  bool is_scheduled(std::size_t number) const { return static_cast<std::int64_t>(number) < scheduled_; }

  const StationSpec& spec_;
  random::StreamKey key_;
  std::size_t next_step_of_schedule_ = 0;
  std::int64_t scheduled_ = 0;
  std::vector<UnitState> units_;
  std::vector<UnitsInterval> intervals_;
  std::vector<std::pair<Instant, std::int64_t>> tray_;  // when put on, and how many portions are left; oldest first
  std::map<const StepRecord*, Instant> portions_;
};

}  // namespace fastfood::model
