#pragma once

#include <coroutine>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <utility>

#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"

namespace fastfood::model {

/// Customers are inside, and nothing can happen any more.
class Deadlock : public std::runtime_error {
 public:
  Deadlock() : std::runtime_error("nothing can happen any more") {}
};

/// Those who go on by themselves whether or not it helps a customer: failures and repairs, batches that nobody waits
/// for, portions that grow old. They would go on for ever where all customers are stuck, so each that wakes looks
/// whether anything else can still happen.
class BackgroundTimers {
 public:
  /// `helps` says whether any of them has something a customer waits for; a run `ends_by_itself` where it has to
  /// notice that customers are stuck.
  BackgroundTimers(async::Loop& loop, bool ends_by_itself, std::function<bool()> helps)
      : loop_(loop), watches_(ends_by_itself), helps_(std::move(helps)) {}

  /// From here on there are no customers who could be stuck.
  void all_have_left() { watches_ = false; }

  /// Whether customers are inside and only such sleepers are left, none of whom helps.
  bool is_stuck() const { return watches_ && loop_.pending() <= sleepers_ && !helps_(); }

  /// `co_await background.sleep_until(time, phase);` throws `Deadlock` where only such sleepers are left.
  class Sleep;
  Sleep sleep_until(Instant time, async::Phase phase = async::Phase::normal);
  Sleep sleep_for(Duration duration, async::Phase phase = async::Phase::normal);

 private:
  void look_round() const;

  async::Loop& loop_;
  bool watches_;
  std::function<bool()> helps_;
  std::size_t sleepers_ = 0;
};

class BackgroundTimers::Sleep : public async::SleepUntil {
 public:
  Sleep(BackgroundTimers& background, Instant time, async::Phase phase)
      : SleepUntil(time, phase), background_(background) {}

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    ++background_.sleepers_;
    SleepUntil::await_suspend(caller);
  }

  void await_resume() const {
    --background_.sleepers_;
    background_.look_round();
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
