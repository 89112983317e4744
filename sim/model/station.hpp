#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/async/loop.hpp"
#include "sim/async/quiet_signal.hpp"
#include "sim/model/line.hpp"
#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/level.hpp"

namespace sim::model {

class Station;

/// The use of one unit of a station; it is free again when this is destroyed.
class Unit {
 public:
  Unit() = default;
  explicit Unit(Station& station) : station_(&station) {}
  Unit(Unit&& other) noexcept : station_(std::exchange(other.station_, nullptr)) {}
  Unit& operator=(Unit other) noexcept {
    std::swap(station_, other.station_);
    return *this;
  }
  ~Unit();

 private:
  Station* station_ = nullptr;
};

/// Equipment with units that are all alike, each serving one step at a time.
class Station {
 public:
  Station(const StationSpec& spec, const async::Loop& clock, async::QuietSignal& changed);

  /// `const Unit unit = co_await station.ask();` waits in line for a unit.
  auto ask() {
    changed_.raise();
    return line_.stand();
  }

  /// Says how long a step waited that begins now.
  void begins(Duration waited) { waits_.push_back(waited); }

  /// Lets in those who can start now.
  void look();

  StationObservations observe(Instant until) const;

 private:
  friend class Unit;
  void give_back();

  const StationSpec& spec_;
  const async::Loop& clock_;
  async::QuietSignal& changed_;
  Line<Unit> line_;
  stats::Level in_use_;
  std::vector<Duration> waits_;
};

inline Unit::~Unit() {
  if (station_ != nullptr) {
    station_->give_back();
  }
}

}  // namespace sim::model
