#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

#include "sim/async/event.hpp"
#include "sim/async/task.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/run/index_set.hpp"
#include "sim/model/spec.hpp"
#include "sim/random/draws.hpp"
#include "sim/stats/level.hpp"

namespace fastfood::model {

class Units;

/// The use of one unit; it is free again when this is destroyed.
class Unit {
 public:
  Unit() = default;
  Unit(Units& units, std::size_t number) : units_(&units), number_(number) {}
  Unit(Unit&& other) noexcept : units_(std::exchange(other.units_, nullptr)), number_(other.number_) {}
  Unit& operator=(Unit other) noexcept {
    std::swap(units_, other.units_);
    std::swap(number_, other.number_);
    return *this;
  }
  ~Unit();

  /// From 0.
  std::size_t number() const { return number_; }

 private:
  Units* units_ = nullptr;
  std::size_t number_ = 0;
};

/// The units of a station: how many there are to be, which of them are in use, and which are under repair. Those there
/// are the first, as many as the schedule says, and those beyond that are still in use.
class Units {
 public:
  Units(const StationSpec& spec, const random::StreamKey& chance, const Context& setting);

  /// From here on the schedule goes and units fail.
  void open();

  /// Whether one can be taken.
  bool is_one_free() const { return in_use_.now() < scheduled_ && is_wanted(least_free()); }

  /// The free one of lowest number.
  Unit take();

  /// Those that have failed go under repair, where they are there and not in use.
  void look() {
    if (spec_.breakdown) {
      repair_failed();
    }
  }

  std::int64_t in_use() const { return in_use_.now(); }

  /// Whether a unit is under repair that will work again.
  bool is_repair_coming() const { return down_.now() != 0 && spec_.breakdown->time_between != random::Distribution(); }

  std::int64_t scheduled() const { return scheduled_; }

  /// Of those scheduled.
  std::int64_t under_repair() const { return down_.now(); }

  /// Fills in how long units were in use, there and down.
  void tally(StationStatistics& all, Instant until) const;

 private:
  friend class Unit;

  /// The clocks of one unit that can fail.
  struct UnitState {
    bool is_there = false;
    bool is_under_repair = false;
    std::uint64_t failures = 0;
    Duration age{};  // time there, up to `since`
    Instant since{};
    async::Event comes_back;
  };

  void give_back(std::size_t number);
  void reschedule(std::int64_t scheduled);
  void set_there(std::size_t number, bool is_there);
  void recount();
  void repair_failed();
  std::size_t least_free() const {
    const std::size_t used_before = free_.first();
    return used_before != IndexSet::none ? used_before : ever_used_;
  }
  bool is_wanted(std::size_t number) const { return static_cast<std::int64_t>(number) < scheduled_; }

  async::Task<> last(UnitState& wear, Duration time, async::Phase phase);
  async::Task<> run_until_failure(std::size_t number);
  async::Task<> repair(std::size_t number);

  const StationSpec& spec_;
  random::StreamKey failure_chance_;
  random::StreamKey repair_chance_;
  Context setting_;
  std::int64_t scheduled_;
  std::size_t ever_used_ = 0;  // the first so many; with breakdowns, all
  IndexSet free_;              // of those
  IndexSet used_;              // known only where units can fail
  IndexSet failed_;            // and not yet under repair
  stats::Level in_use_;
  stats::Level down_;
  stats::Level there_;
  std::deque<UnitState> wear_;
};

inline Unit::~Unit() {
  if (units_ != nullptr) {
    units_->give_back(number_);
  }
}

}  // namespace fastfood::model
