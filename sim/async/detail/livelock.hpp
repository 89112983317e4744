#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "sim/async/detail/frame.hpp"
#include "sim/base/time.hpp"

namespace fastfood::async {

/// Counts the wake-ups at one instant, to detect that tasks run although the clock does not move. `wakeups` is always
/// the number of wake-ups since the loop was made.
class LivelockGuard {
 public:
  /// Sets how many wake-ups at one instant are a livelock.
  void set_limit(std::uint64_t wakeups) { limit_ = wakeups; }

  /// Starts to count at `now`.
  void restart(Instant now, std::uint64_t wakeups) {
    is_livelock_ = false;
    instant_ = now;
    wakeups_before_ = wakeups;
  }

  /// Returns whether the limit is reached. Starts to count again if the clock has moved.
  bool check(Instant now, std::uint64_t wakeups) {
    if (now != instant_) {
      restart(now, wakeups);
    } else if (count(wakeups) >= limit_) {
      is_livelock_ = true;
    }
    return is_livelock_;
  }

  /// Returns whether a check has reached the limit.
  bool is_livelock() const { return is_livelock_; }

  /// Forgets that the limit was reached, so that tasks can run on.
  void clear() { is_livelock_ = false; }

  /// The number of wake-ups at this instant so far.
  std::uint64_t count(std::uint64_t wakeups) const { return wakeups - wakeups_before_; }

 private:
  std::uint64_t limit_ = 100'000'000;
  Instant instant_{};
  std::uint64_t wakeups_before_ = 0;
  bool is_livelock_ = false;
};

/// Describes which tasks ran last while the clock did not move.
class LivelockReport {
 public:
  /// The number of steps to record. It is enough to see every task that takes part.
  static constexpr int steps = 1000;

  /// Records that the frame is about to run.
  void record(const Frame& frame);

  /// Returns the report. `before` is the number of wake-ups at this instant before the first recorded step.
  std::string text(Instant now, std::uint64_t before) const;

 private:
  /// The steps of all tasks with one name. They are counted together, because a livelock may start task after task.
  struct Record {
    std::string starter;  // of the first task, if a scope owns it
    std::set<std::uint32_t> tasks;
    std::uint64_t count = 0;
  };

  std::map<std::string, Record> by_name_;
  std::uint64_t recorded_ = 0;
};

}  // namespace fastfood::async
