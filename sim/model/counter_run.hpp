#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include "sim/async/loop.hpp"
#include "sim/async/settled_signal.hpp"
#include "sim/async/task.hpp"
#include "sim/model/counter.hpp"
#include "sim/model/equipment.hpp"
#include "sim/model/results/visits.hpp"
#include "sim/model/run/background_timers.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/run/customer_streams.hpp"
#include "sim/model/run/dirty_flag.hpp"
#include "sim/model/run/event_trace.hpp"
#include "sim/model/server.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// The place where it all happens: staff, equipment, the book of visits, and the loop that moves them.
struct CounterRun {
  CounterRun(const CounterSpec& counter, const RunOptions& run);

  const ItemSpec& item(ItemId id) const { return spec.menu[id.index()]; }
  Equipment& station(StationId id) { return *equipment[id.index()]; }

  /// Staff and equipment begin to work.
  void open();

  /// Hands over what the run has counted, once it is over.
  RunStatistics hand_over();

  const CounterSpec& spec;
  const RandomStreams chance;
  async::SettledSignal changed{"a change on the floor"};
  EventTrace journal;
  BackgroundTimers background;
  std::deque<DirtyFlag> changes;  // of the staff, then of each station
  Staff staff;
  std::vector<std::unique_ptr<Equipment>> equipment;
  Visits visits;
  std::vector<TimeTotals> totals_so_far;  // at the end of each period
  async::Loop loop;                       // last: its tasks touch all the others

 private:
  Context setting() { return {loop, changes.emplace_back(changed), journal, background, spec.warmup}; }
  async::Task<> look_round();
  async::Task<> note_totals();
  bool is_anything_awaited() const;
  TimeTotals totals(Instant until) const;
};

}  // namespace fastfood::model
