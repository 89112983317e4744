#pragma once

#include <cstddef>

#include "sim/async/frame.hpp"

namespace sim::async {

/// A place in a line, inside the frame that waits. It leaves the line when it is destroyed.
class Waiter {
 public:
  Waiter() = default;
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;
  ~Waiter() { leave(); }

  Frame& frame() const { return *frame_; }
  bool is_in_line() const { return next_ != nullptr; }

 private:
  friend class WaiterLine;

  void leave() {
    if (next_ != nullptr) {
      previous_->next_ = next_;
      next_->previous_ = previous_;
      next_ = nullptr;
    }
  }

  Waiter* previous_ = nullptr;
  Waiter* next_ = nullptr;
  Frame* frame_ = nullptr;
};

/// Who waits, in order of coming.
class WaiterLine {
 public:
  WaiterLine() { ends_.previous_ = ends_.next_ = &ends_; }
  ~WaiterLine() {
    while (!empty()) {
      pop();
    }
    ends_.next_ = nullptr;
  }
  WaiterLine(const WaiterLine&) = delete;
  WaiterLine& operator=(const WaiterLine&) = delete;

  bool empty() const { return ends_.next_ == &ends_; }

  std::size_t size() const {
    std::size_t count = 0;
    for (const Waiter* at = ends_.next_; at != &ends_; at = at->next_) {
      ++count;
    }
    return count;
  }

  void append(Waiter& waiter, Frame& frame) {
    waiter.frame_ = &frame;
    waiter.previous_ = ends_.previous_;
    waiter.next_ = &ends_;
    ends_.previous_->next_ = &waiter;
    ends_.previous_ = &waiter;
  }

  /// The first, taken out of the line; not of an empty one.
  Waiter& pop() {
    Waiter& first = *ends_.next_;
    first.leave();
    return first;
  }

 private:
  Waiter ends_;
};

}  // namespace sim::async
