#pragma once

#include <functional>

#include "sim/async/loop.hpp"
#include "sim/async/task.hpp"
#include "sim/model/run/background_timers.hpp"
#include "sim/model/run/dirty_flag.hpp"
#include "sim/model/run/event_trace.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

class WhyRecorder;

/// What the staff and each station need of their run. `changed` belongs to one of them; the run owns the rest, which
/// all of them share. `why` is null unless somebody asked.
struct Context {
  async::Loop& loop;
  DirtyFlag& changed;
  EventTrace& trace;
  BackgroundTimers& background;
  Instant warmup;
  WhyRecorder* why = nullptr;

  /// Returns whether the warm-up is over, so that statistics count what happens now.
  bool counts() const { return loop.now() >= warmup; }
};

/// Calls `apply` with each value of `schedule` but the first, before all other events of its instant, and raises
/// `changed` after all that ends at that instant. `schedule` and `changed` must outlive the task.
async::Task<> follow_schedule(const Schedule& schedule, DirtyFlag& changed, std::function<void(std::int64_t)> apply);

}  // namespace fastfood::model
