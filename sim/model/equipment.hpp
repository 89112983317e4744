#pragma once

#include <string>

#include "sim/model/line.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/results/visits.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/units.hpp"
#include "sim/random/draws.hpp"
#include "sim/stats/samples.hpp"

namespace fastfood::model {

/// What steps are done at: a station whose units serve them, or one that has portions ready on a tray.
class Equipment {
 public:
  Equipment(const StationSpec& spec, const random::StreamKey& chance, const Context& setting, std::string name_of_line);
  Equipment(const Equipment&) = delete;
  Equipment& operator=(const Equipment&) = delete;
  virtual ~Equipment() = default;

  /// From here on it looks for who can start.
  void open() { units_.open(); }

  /// `const Unit unit = co_await piece.ask(visit);` waits in line for a unit; at a tray for a portion, which is none.
  auto ask(const Visit& visit) {
    setting_.changed.raise();
    return line_.stand(visit.customer->who->priority, &visit);
  }

  /// Says how long a step waited that begins now.
  void begins(Duration waited) { waits_.add(waited); }

  /// Lets in those who can start now, where anything has changed since the last look.
  void look_if_changed() {
    if (setting_.changed.take()) {
      look();
    }
  }

  /// Whether somebody waits for what will happen here by itself.
  virtual bool helps() const = 0;

  const std::string& name() const { return spec_.name; }
  bool is_tray() const { return spec_.batch.has_value(); }
  const Line<Unit>& line() const { return line_; }
  const Units& units() const { return units_; }

  /// Hands over what was counted; the waits are gone then.
  virtual StationStatistics hand_over(Instant until);

 protected:
  virtual void look() = 0;

  // What its kinds work with.
  const StationSpec& spec_;
  Context setting_;
  Units units_;
  Line<Unit> line_;

 private:
  stats::Samples waits_;
};

/// Equipment with units that are all alike, each serving one step at a time.
class Station final : public Equipment {
 public:
  Station(const StationSpec& spec, const random::StreamKey& chance, const Context& setting)
      : Equipment(spec, chance, setting, "station '" + spec.name + "'") {}

  /// Whether somebody waits for a repair.
  bool helps() const override { return line_.length() != 0 && units_.is_repair_coming(); }

 private:
  void look() override;
};

}  // namespace fastfood::model
