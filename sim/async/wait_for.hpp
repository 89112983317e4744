#pragma once

#include <algorithm>
#include <coroutine>
#include <optional>
#include <type_traits>
#include <utility>

#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/timeouts.hpp"

namespace sim::async {

/// Awaits a task in sequence, but no longer than a given time.
template <class T>
class TimedAwaiter : public ChildAwaiter<T> {
 public:
  TimedAwaiter(Promise<T>& child, Duration limit) : ChildAwaiter<T>(child), limit_(limit) {}

  template <class Caller>
  void await_suspend(std::coroutine_handle<Caller> caller) {
    ChildAwaiter<T>::await_suspend(caller);
    Loop& loop = *caller.promise().loop;
    const bool for_ever = limit_ > latest_instant - loop.now();
    if (!for_ever) {
      loop.set_timeout(timeout_, loop.now() + std::max(limit_, Duration::zero()), this->link_);
    }
  }

  auto await_resume() {
    const bool in_time = this->link_.child != nullptr;
    if constexpr (std::is_void_v<T>) {
      if (in_time) {
        ChildAwaiter<T>::await_resume();
      }
      return in_time;
    } else {
      return in_time ? std::optional<T>(ChildAwaiter<T>::await_resume()) : std::nullopt;
    }
  }

 private:
  Duration limit_;
  Timeout timeout_;
};

/// A task with a limit of time, to be awaited once.
template <class T>
class [[nodiscard]] Timed {
 public:
  Timed(Task<T> task, Duration limit) : task_(std::move(task)), limit_(limit) {}
  TimedAwaiter<T> operator co_await() && { return TimedAwaiter<T>(task_.release(), limit_); }

 private:
  Task<T> task_;
  Duration limit_;
};

/// `const std::optional<T> result = co_await wait_for(task(), 5s);` runs the task in sequence; if it has not ended
/// when the time is up it is cancelled, and there is no result (for a task without one: false). Who ends at that very
/// instant is in time.
template <class T>
Timed<T> wait_for(Task<T> task, Duration limit) {
  return {std::move(task), limit};
}

/// The same for a task that runs already: true if it ended in time, in whatever way; else it is cancelled. To learn of
/// an error, ask the handle.
Task<bool> wait_for(TaskRef task, Duration limit);

}  // namespace sim::async
