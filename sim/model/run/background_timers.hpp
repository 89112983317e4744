#pragma once

#include <coroutine>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <utility>

#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"

namespace fastfood::model {

/// Customers are inside, and no event can ever let them continue.
class Deadlock : public std::runtime_error {
 public:
  Deadlock() : std::runtime_error("nothing can happen any more") {}
};

/// Timers that go on whether or not a customer needs them: failures and repairs, batches nobody waits for, portions
/// that grow old. They alone would keep a run alive for ever after its customers have deadlocked. So each of them
/// checks for a deadlock when it fires.
class BackgroundTimers {
 public:
  /// `can_unblock` returns whether a pending repair or batch will unblock a customer. A run that stops at a set
  /// instant does not detect deadlocks.
  BackgroundTimers(async::Loop& loop, bool detects_deadlock, std::function<bool()> can_unblock)
      : loop_(loop), detects_deadlock_(detects_deadlock), can_unblock_(std::move(can_unblock)) {}

  /// All customers have left: from here on nobody can be blocked.
  void stop_detecting() { detects_deadlock_ = false; }

  /// Returns whether customers are inside, only background timers are pending, and none of them will unblock a
  /// customer.
  bool is_deadlocked() const { return detects_deadlock_ && loop_.pending() <= timers_ && !can_unblock_(); }

  /// `co_await background.sleep_until(time, phase);` throws `Deadlock` if the run is deadlocked when the timer fires.
  class Sleep;
  Sleep sleep_until(Instant time, async::Phase phase = async::Phase::normal);

  /// The same after `duration`. A time beyond the clock's range is never reached.
  Sleep sleep_for(Duration duration, async::Phase phase = async::Phase::normal);

 private:
  void check_deadlock() const;

  async::Loop& loop_;
  bool detects_deadlock_;
  std::function<bool()> can_unblock_;
  std::size_t timers_ = 0;  // pending
};

class BackgroundTimers::Sleep : public async::SleepUntil {
 public:
  Sleep(BackgroundTimers& background, Instant time, async::Phase phase)
      : SleepUntil(time, phase), background_(background) {}

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    ++background_.timers_;
    SleepUntil::await_suspend(caller);
  }

  void await_resume() const {
    --background_.timers_;
    background_.check_deadlock();
  }

 private:
  BackgroundTimers& background_;
};

inline BackgroundTimers::Sleep BackgroundTimers::sleep_until(Instant time, async::Phase phase) {
  return {*this, time, phase};
}

inline BackgroundTimers::Sleep BackgroundTimers::sleep_for(Duration duration, async::Phase phase) {
  const Instant now = loop_.now();
  return sleep_until(duration <= latest_instant - now ? now + duration : Instant::max(), phase);
}

}  // namespace fastfood::model
