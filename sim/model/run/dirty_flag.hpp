#pragma once

#include <utility>

#include "sim/async/settled_signal.hpp"

namespace fastfood::model {

/// Whether something has changed at the staff, or at one station, that may let somebody start there.
class DirtyFlag {
 public:
  /// `floor` has all who changed looked at once things have settled.
  explicit DirtyFlag(async::SettledSignal& floor) : floor_(floor) {}

  void raise() {
    note();
    floor_.raise();
  }

  /// The same for who is looked at if others are, and calls for a look of his own later.
  void note() { is_noted_ = true; }

  /// Whether it was noted since this was last asked; at first it is.
  bool take() { return std::exchange(is_noted_, false); }

 private:
  async::SettledSignal& floor_;
  bool is_noted_ = true;
};

}  // namespace fastfood::model
