#pragma once

#include <cstddef>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/linked_list.hpp"

namespace fastfood::async {

/// A place in a line, inside the frame that waits. It leaves the line when it is destroyed. Who was called is out of
/// the line, and stays called until he says that he has come.
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
  void come() { next = nullptr; }

  /// Leaves the line, where he stands in one.
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

/// Who waits, in order of coming.
class WaiterLine {
 public:
  WaiterLine() = default;
  WaiterLine(const WaiterLine&) = delete;
  WaiterLine& operator=(const WaiterLine&) = delete;
  ~WaiterLine() {
    while (!empty()) {
      pop().come();  // nobody was called
    }
  }

  bool empty() const { return waiters_.empty(); }

  /// `visit` takes none out of the line.
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

  /// Calls the first; not of an empty line.
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
