#pragma once

#include "sim/async/detail/scheduler.hpp"

namespace fastfood::async {

/// A cooperative scheduler on a virtual clock that starts at 0.
///
/// Ready tasks run first come, first served. When none is ready, the clock jumps to the next timer. No time passes
/// while a task runs.
///
/// Thread safety: none. A loop, its tasks, and all that they share belong to one thread. Two loops share nothing, so
/// that each thread may have its own.
///
/// Invariants: a loop owns the tasks started in it. Its destructor destroys them where they are suspended. Declare the
/// loop after everything that its tasks touch.
///
///     Task<int> boil(Duration time) {
///       co_await async_sleep(time);
///       co_return 3;
///     }
///
///     Loop loop;
///     const int eggs = loop.run_until_complete(boil(4min));
///     // loop.now() is 0:04:00, eggs is 3
class Loop : private Scheduler {
 public:
  Loop() = default;

  /// The current virtual time.
  using Scheduler::now;

  /// Starts `task` concurrently and returns its handle. The task first runs after those that are ready now.
  /// Dropping the handle does not stop it.
  using Scheduler::ensure_future;

  /// Like `ensure_future`, without a handle. Since no one can await the task, its failure fails the run.
  using Scheduler::start;

  /// Runs until the given task has ended, and returns its result. Throws the error of the task, or `TaskCancelled`.
  /// Other tasks stay where they are suspended, for a later run. Every run may throw `Deadlock`, `Livelock`,
  /// `UnawaitedFailure` and `ClockLimit`.
  using Scheduler::run_until_complete;

  /// Runs until no task is left.
  using Scheduler::run_until_empty;

  /// Runs everything up to the given time, then sets the clock to it. The time must not be before `now()`.
  using Scheduler::run_until;

  /// Calls the given function each time a task ends, with its name, state and result. An empty function ends this.
  using Scheduler::observe;

  /// A limit that is never reached.
  using Scheduler::no_livelock_limit;

  /// Sets after how many steps at one instant a run throws `Livelock`; 100 million by default.
  using Scheduler::set_livelock_limit;

  /// The number of tasks started so far. The latest task has this number.
  using Scheduler::started;

  /// The number of wake-ups to come: timers, timeouts and ready tasks.
  using Scheduler::pending;

 private:
  friend class Scope;
  friend class ThisLoop;
};

}  // namespace fastfood::async
