#pragma once

#include <functional>

#include "sim/async/loop.hpp"
#include "sim/async/task.hpp"
#include "sim/model/run/background_timers.hpp"
#include "sim/model/run/dirty_flag.hpp"
#include "sim/model/run/event_trace.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// What staff and equipment work with. `changed` is of the staff or of one station alone.
struct Context {
  async::Loop& loop;
  DirtyFlag& changed;
  EventTrace& journal;
  BackgroundTimers& background;
  Instant warmup;

  /// Whether what happens now is in the statistics.
  bool counts() const { return loop.now() >= warmup; }
};

/// Applies each value of a schedule but the first when its time has come, before all else of that instant; who can
/// start then does so when all has ended that ends there.
async::Task<> follow(const Schedule& schedule, DirtyFlag& changed, std::function<void(std::int64_t)> apply);

}  // namespace fastfood::model
