#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "sim/async/event.hpp"
#include "sim/async/task.hpp"
#include "sim/model/hands.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/run/index_set.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/why/station_log.hpp"
#include "sim/random/draws.hpp"
#include "sim/stats/level.hpp"

namespace fastfood::model {

class Units;

/// The use of one unit, or a portion of a tray, which is no unit. Its destructor frees the unit.
class Unit {
 public:
  Unit() = default;
  explicit Unit(Instant cooked_from) : cooked_from_(cooked_from) {}
  Unit(Units& units, std::size_t number) : units_(&units), number_(number) {}
  Unit(Unit&& other) noexcept
      : units_(std::exchange(other.units_, nullptr)), number_(other.number_), cooked_from_(other.cooked_from_) {}
  Unit& operator=(Unit other) noexcept {
    std::swap(units_, other.units_);
    std::swap(number_, other.number_);
    std::swap(cooked_from_, other.cooked_from_);
    return *this;
  }
  ~Unit();

  /// The units of a station are numbered from 0.
  std::size_t number() const { return number_; }

  /// When the portion was put on. It must be one.
  Instant cooked_from() const { return cooked_from_; }

 private:
  Units* units_ = nullptr;
  std::size_t number_ = 0;
  Instant cooked_from_{};
};

/// The units of a station: how many are scheduled, which are in use, and which are under repair. The scheduled units
/// are those of the lowest numbers. A unit beyond the schedule stays present while it is in use.
class Units {
 public:
  Units(const StationSpec& spec, const random::StreamKey& key, const Context& context, StationLog* log = nullptr);

  /// Starts the schedule and the breakdowns.
  void open();

  /// Returns whether take() has a unit.
  bool is_one_free() const { return in_use_.now() < scheduled_ && is_scheduled(lowest_free()); }

  /// Says that people work here: from then on each unit is used with the hands of a person.
  void need_people() { needs_people_ = true; }
  bool needs_people() const { return needs_people_; }

  /// Takes the free unit of the lowest number. There must be one. Where people work, `hands` are free again when the
  /// unit is, at the latest.
  Unit take();
  Unit take(Hands hands);

  /// Frees the hands of the person at this unit after some time, in which it must stay in use.
  async::Task<> free_hands_after(std::size_t number, Duration time);

  /// Starts to repair each failed unit that is scheduled and not in use.
  void start_repairs() {
    if (spec_.breakdown) {
      repair_failed();
    }
  }

  std::int64_t in_use() const { return in_use_.now(); }

  /// Returns whether a unit is under repair that will work again, rather than fail at the same instant for ever.
  bool awaits_repair() const { return down_.now() != 0 && spec_.breakdown->time_between != random::Distribution(); }

  std::int64_t scheduled() const { return scheduled_; }

  /// Counts present units only.
  std::int64_t under_repair() const { return down_.now(); }

  /// Adds the unit time in use, present and under repair.
  void add_statistics(StationStatistics& statistics, Instant until) const;

 private:
  friend class Unit;

  /// The age of one unit that can fail. It grows only while the unit is present.
  struct UnitState {
    bool is_present = false;
    bool is_under_repair = false;
    std::uint64_t failures = 0;
    Duration age{};  // time present, up to `since`
    Instant since{};
    async::Event comes_back;
  };

  void release(std::size_t number);
  void free_hands(std::size_t number);
  void log_in_use();
  void reschedule(std::int64_t scheduled);
  void set_present(std::size_t number, bool is_present);
  /// Units in use or under repair beyond the schedule count as present.
  void update_present() {
    const std::int64_t there = std::max(scheduled_, in_use_.now() + down_.now());
    if (there != there_.now()) {
      set_there(there);
    }
  }
  void set_there(std::int64_t there);
  void add_down(std::int64_t change);
  void repair_failed();
  std::size_t lowest_free() const {
    const std::size_t used_before = free_.first();
    return used_before != IndexSet::none ? used_before : ever_used_;
  }
  bool is_scheduled(std::size_t number) const { return static_cast<std::int64_t>(number) < scheduled_; }

  async::Task<> age_for(UnitState& state, Duration time, async::Phase phase);
  async::Task<> run_until_failure(std::size_t number);
  async::Task<> repair(std::size_t number);

  const StationSpec& spec_;
  random::StreamKey failure_key_;
  random::StreamKey repair_key_;
  Context context_;
  StationLog* log_;
  std::int64_t scheduled_;
  std::size_t ever_used_ = 0;  // number of units used so far; all of them if they can fail
  IndexSet free_;              // of those used so far
  IndexSet used_;              // maintained only if units can fail
  IndexSet failed_;            // and not yet under repair
  stats::Level in_use_;
  stats::Level down_;
  stats::Level there_;
  std::deque<UnitState> states_;
  bool needs_people_ = false;
  std::vector<Hands> hands_;  // by unit, if people work here
};

inline Unit::~Unit() {
  if (units_ != nullptr) {
    units_->release(number_);
  }
}

}  // namespace fastfood::model
