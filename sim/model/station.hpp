#pragma once

#include "sim/model/line.hpp"
#include "sim/model/setting.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/tallies.hpp"
#include "sim/model/units.hpp"
#include "sim/model/visits.hpp"
#include "sim/random/draws.hpp"
#include "sim/stats/samples.hpp"

namespace sim::model {

/// Equipment with units that are all alike, each serving one step at a time.
class Station {
 public:
  Station(const StationSpec& spec, const random::Place& chance, const Setting& setting);

  /// From here on it looks for who can start.
  void open() { units_.open(); }

  /// `const Unit unit = co_await station.ask(visit);` waits in line for a unit.
  auto ask(const Visit& visit) {
    setting_.changed.raise();
    return line_.stand(visit.customer->who->priority, &visit);
  }

  /// Says how long a step waited that begins now.
  void begins(Duration waited) { waits_.add(waited); }

  /// Lets in those who can start now.
  void look();

  /// Whether somebody waits for a repair.
  bool helps() const { return line_.length() != 0 && units_.is_repair_coming(); }

  const std::string& name() const { return spec_.name; }
  const Line<Unit>& line() const { return line_; }
  const Units& units() const { return units_; }

  /// Hands over what was counted; the waits are gone then.
  StationTally hand_over(Instant until);

 private:
  const StationSpec& spec_;
  Setting setting_;
  Units units_;
  Line<Unit> line_;
  stats::Samples waits_;
};

}  // namespace sim::model
