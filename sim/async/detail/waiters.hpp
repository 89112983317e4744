#pragma once

#include <cstddef>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/linked_list.hpp"

namespace fastfood::async {

/// A node in a line of waiters, stored in the waiting frame. It leaves the line when it is destroyed. A waiter that was
/// called has left the line, and stays called until `reset`.
class Waiter : private Links {
 public:
  Waiter() { next = nullptr; }
  Waiter(const Waiter&) = delete;
  Waiter& operator=(const Waiter&) = delete;
  ~Waiter() { leave(); }

  Frame& frame() const { return *frame_; }

  bool is_in_line() const { return next != nullptr && next != this; }
  bool is_called() const { return next == this; }
  void call() { next = this; }
  void reset() { next = nullptr; }

  /// Leaves the line, if it is in one.
  void leave() {
    if (is_in_line()) {
      LinkedList<Waiter>::remove(*this);
      next = nullptr;
    }
  }

 private:
  friend class WaiterLine;
  friend class LinkedList<Waiter>;

  Frame* frame_;  // once in line
};

/// A line of waiters, first come first served.
class WaiterLine {
 public:
  WaiterLine() = default;
  WaiterLine(const WaiterLine&) = delete;
  WaiterLine& operator=(const WaiterLine&) = delete;
  ~WaiterLine() {
    while (!empty()) {
      pop().reset();  // no waiter was called
    }
  }

  bool empty() const { return waiters_.empty(); }

  /// `visit` must not remove a waiter.
  template <class Visit>
  void for_each(Visit visit) const {
    for (Waiter* at = waiters_.first(); at != nullptr; at = waiters_.after(*at)) {
      visit(*at);
    }
  }

  std::size_t size() const {
    std::size_t count = 0;
    for_each([&count](const Waiter&) { ++count; });
    return count;
  }

  void append(Waiter& waiter, Frame& frame) {
    waiter.frame_ = &frame;
    waiters_.append(waiter);
  }

  /// Inserts the waiter before the last ones that `goes_before` says it goes before.
  template <class GoesBefore>
  void insert(Waiter& waiter, Frame& frame, GoesBefore goes_before) {
    waiter.frame_ = &frame;
    Waiter* previous = waiters_.last();
    while (previous != nullptr && goes_before(*previous)) {
      previous = waiters_.before(*previous);
    }
    waiters_.insert_after(previous, waiter);
  }

  /// The first waiter. The line must not be empty.
  Waiter& first() const { return *waiters_.first(); }

  /// Calls and returns the first waiter. The line must not be empty.
  Waiter& pop() {
    Waiter& first = *waiters_.first();
    LinkedList<Waiter>::remove(first);
    first.call();
    return first;
  }

 private:
  LinkedList<Waiter> waiters_;
};

}  // namespace fastfood::async
