#pragma once

#include <chrono>
#include <coroutine>
#include <ratio>

#include "sim/async/task.hpp"

namespace fastfood::async {

/// Suspends until an instant of virtual time.
class SleepUntil {
 public:
  SleepUntil(Instant time, Phase phase) : time_(time), phase_(phase) {}
  bool await_ready() const { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) const {
    caller.promise().loop->wake_at(caller.promise(), time_, phase_);
  }
  void await_resume() const {}

 private:
  Instant time_;
  Phase phase_;
};

/// Suspends for a duration of virtual time.
class Sleep {
 public:
  explicit Sleep(Duration duration) : duration_(duration) {}
  bool await_ready() const { return false; }
  template <class Promise>
  [[nodiscard]] bool await_suspend(std::coroutine_handle<Promise> caller) const {
    return caller.promise().loop->wake_after(caller.promise(), duration_);
  }
  void await_resume() const {}

 private:
  Duration duration_;
};

struct Yield {
  bool await_ready() const { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) const {
    caller.promise().loop->poll_again(caller.promise());
  }
  void await_resume() const {}
};

struct UntilSettled {
  bool await_ready() const { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) const {
    caller.promise().loop->wake_when_settled(caller.promise());
  }
  void await_resume() const {}
};

/// Returns the loop of the caller without suspending.
class ThisLoop {
 public:
  bool await_ready() const { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> caller) {
    loop_ = caller.promise().loop;
    return false;
  }
  Loop& await_resume() const { return static_cast<Loop&>(*loop_); }

 protected:
  Scheduler* loop_ = nullptr;
};

struct Now : ThisLoop {
  Instant await_resume() const { return loop_->now(); }
};

/// Converts to whole nanoseconds, rounding fractions. Durations that do not fit become the longest that does.
template <class Rep, class Period>
constexpr Duration whole_duration(const std::chrono::duration<Rep, Period>& duration) {
  if constexpr (std::chrono::treat_as_floating_point_v<Rep>) {
    const std::chrono::duration<double, std::nano> ns = duration;
    return ns.count() < 9.2e18 ? std::chrono::round<Duration>(ns) : Duration::max();
  } else if constexpr (std::ratio_less_v<Period, std::nano>) {
    return std::chrono::round<Duration>(duration);
  } else {
    using Given = std::chrono::duration<Rep, Period>;
    return duration > std::chrono::duration_cast<Given>(Duration::max()) ? Duration::max() : Duration(duration);
  }
}

/// `co_await async_sleep(90s)` resumes the caller 90 s later in virtual time. Tasks that wake at one instant run in the
/// order in which they began to sleep. With a duration of zero or less, all ready tasks run first; unlike a yield this
/// does not count as polling. (A template by reference: GCC keeps a copy of every converted or copied argument in the
/// caller's frame.)
template <class Rep, class Period>
Sleep async_sleep(const std::chrono::duration<Rep, Period>& duration) {
  return Sleep(whole_duration(duration));
}

/// `co_await sleep_until(time)` resumes the caller at `time`, at its phase of that instant.
inline SleepUntil sleep_until(Instant time, Phase phase = Phase::normal) { return {time, phase}; }

/// `co_await yield()` lets the other ready tasks run, and resumes the caller after them at the same instant. A task
/// that has yielded more than a thousand times in a row is polling. If all ready tasks poll, the clock moves on after
/// each round.
inline Yield yield() { return {}; }

/// `co_await until_settled()` resumes the caller when no task is ready any more at this instant, before the clock
/// moves.
inline UntilSettled until_settled() { return {}; }

/// `co_await now()` returns the virtual time.
inline Now now() { return {}; }

/// `co_await this_loop()` returns the loop that runs the caller.
inline ThisLoop this_loop() { return {}; }

}  // namespace fastfood::async
