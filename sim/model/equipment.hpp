#pragma once

#include <string>
#include <utility>

#include "sim/model/hands.hpp"
#include "sim/model/line.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/results/visits.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/units.hpp"
#include "sim/random/draws.hpp"
#include "sim/stats/samples.hpp"

namespace fastfood::model {

/// The equipment of one `StationSpec`, its units and the line of steps before it: a `Station`, whose units serve steps,
/// or a `Tray` (tray.hpp), which has portions ready. Where people work, they start the units (`Staff`); elsewhere the
/// units start by themselves.
class Equipment {
 public:
  /// `log` may be null.
  Equipment(const StationSpec& spec, const random::StreamKey& key, const Context& context, StationLog* log,
            std::string line_name);
  Equipment(const Equipment&) = delete;
  Equipment& operator=(const Equipment&) = delete;
  virtual ~Equipment() = default;

  /// Starts the schedule and the breakdowns of the units.
  void open() { units_.open(); }

  /// `const Unit unit = co_await station.ask(visit);` waits in line for a unit, or at a tray for a portion.
  auto ask(const Visit& visit) {
    context_.changed.raise();
    return line_.wait_in_line({visit.customer->who->priority}, &visit);
  }

  /// Adds the waiting time of a step that starts now.
  void record_wait(Duration waited) { waits_.add(waited); }

  /// Says that people work here.
  void need_people() { units_.need_people(); }

  bool has_changed() const { return context_.changed.is_set(); }

  /// Returns whether a unit is free, and something waits that it could do.
  virtual bool can_start() const = 0;

  /// Starts it with these hands.
  virtual void start(Hands hands) = 0;

  /// Where people work, frees the hands of the one at this unit as soon as the step there has been attended to, if it
  /// lasts longer than that.
  void attend(const Unit& unit, Duration time) {
    if (units_.needs_people()) {
      free_hands_in_time(unit, time);
    }
  }

  /// Lets all start who can, if anything has changed here since the last call.
  void try_start_if_changed() {
    if (context_.changed.test_and_clear()) {
      try_start();
    }
  }

  /// Returns true if a pending repair or batch will unblock a waiting step.
  virtual bool can_unblock_customer() const = 0;

  const std::string& name() const { return spec_.name; }
  bool is_tray() const { return spec_.batch.has_value(); }
  const Line<Unit>& line() const { return line_; }
  const Units& units() const { return units_; }

  /// What somebody who asked why needs to know of it; null if nobody asked.
  StationLog* log() const { return log_; }

  /// Returns the statistics up to `until`. Call it once: the waiting times are moved out.
  virtual StationStatistics take_statistics(Instant until);

 protected:
  virtual void try_start() = 0;

  void free_hands_in_time(const Unit& unit, Duration time);

  const StationSpec& spec_;
  Context context_;
  StationLog* log_;
  Units units_;
  Line<Unit> line_;

 private:
  stats::Samples waits_;
};

/// Equipment whose units are all alike. Each serves one step at a time.
class Station final : public Equipment {
 public:
  Station(const StationSpec& spec, const random::StreamKey& key, const Context& context, StationLog* log = nullptr)
      : Equipment(spec, key, context, log, "station '" + spec.name + "'") {}

  /// Returns true if a step waits and a unit is under repair.
  bool can_unblock_customer() const override { return line_.length() != 0 && units_.awaits_repair(); }

  bool can_start() const override { return line_.length() != 0 && units_.is_one_free(); }
  void start(Hands hands) override { line_.admit(units_.take(std::move(hands))); }

 private:
  void try_start() override;
};

}  // namespace fastfood::model
