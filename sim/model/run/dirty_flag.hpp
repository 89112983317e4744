#pragma once

#include <utility>

#include "sim/async/settled_signal.hpp"

namespace fastfood::model {

/// Tells the dispatcher that somebody may be able to start at the staff or at one station. It is set at first.
class DirtyFlag {
 public:
  /// `dispatcher` wakes the task that checks all flags once nothing more ends at the instant.
  explicit DirtyFlag(async::SettledSignal& dispatcher) : dispatcher_(dispatcher) {}

  /// Sets the flag and wakes the dispatcher.
  void raise() {
    set();
    dispatcher_.raise();
  }

  /// Sets the flag without waking the dispatcher; call raise() later.
  void set() { is_set_ = true; }

  bool is_set() const { return is_set_; }

  /// Clears the flag. Returns whether it was set.
  bool test_and_clear() { return std::exchange(is_set_, false); }

 private:
  async::SettledSignal& dispatcher_;
  bool is_set_ = true;
};

}  // namespace fastfood::model
