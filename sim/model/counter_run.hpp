#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "sim/async/loop.hpp"
#include "sim/async/settled_signal.hpp"
#include "sim/async/task.hpp"
#include "sim/model/counter.hpp"
#include "sim/model/customer_lines.hpp"
#include "sim/model/equipment.hpp"
#include "sim/model/results/visits.hpp"
#include "sim/model/run/background_timers.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/model/run/dirty_flag.hpp"
#include "sim/model/run/event_trace.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/staff.hpp"
#include "sim/model/why/recorder.hpp"

namespace fastfood::model {

/// The state of one run of a counter: the staff, the lines, the equipment, the visits, and the event loop.
///
/// Only `dispatch` starts waiting customers and steps. Code that frees or adds a resource, or queues a request, raises
/// the `DirtyFlag` of the line, staff or station concerned; `dispatch` then serves all of these in a fixed order.
struct CounterRun {
  /// `counter` and `options` must outlive the run.
  CounterRun(const CounterSpec& counter, const RunOptions& options);
  CounterRun(const CounterRun&) = delete;
  CounterRun& operator=(const CounterRun&) = delete;
  ~CounterRun() { trace.close(); }

  const ItemSpec& item(ItemId id) const { return spec.menu[id.index()]; }
  Equipment& station(StationId id) { return *equipment[id.index()]; }

  /// Starts the dispatcher, the schedules, the staff and the equipment.
  void open();

  /// Returns what the run has counted. Call it once, after the run: the statistics are moved out.
  RunStatistics take_statistics();

  const CounterSpec& spec;
  const RandomStreams streams;
  async::SettledSignal changed{"a change at the counter"};
  EventTrace trace;
  BackgroundTimers background;
  const std::unique_ptr<WhyRecorder> why;  // null unless somebody asked
  std::deque<DirtyFlag> dirty_flags;       // of the staff, then of each line that has stops, then of each station
  Staff staff;
  CustomerLines lines;
  std::vector<std::unique_ptr<Equipment>> equipment;
  Visits visits;
  std::vector<Equipment*> staffed;           // where people work
  std::vector<TimeTotals> totals_by_period;  // at the end of each period
  async::Loop loop;                          // last: its tasks use all the others

 private:
  /// Adds a dirty flag for the next part of the counter.
  Context make_context() {
    return {loop, dirty_flags.emplace_back(changed), trace, background, spec.warmup, why.get()};
  }
  async::Task<> dispatch();
  void start_who_can();
  async::Task<> record_period_totals();
  bool can_unblock_customer() const;
  TimeTotals totals(Instant until) const;
};

}  // namespace fastfood::model
