#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/waiters.hpp"
#include "sim/async/loop.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/stats/level.hpp"

namespace fastfood::model {

struct Visit;

/// A waiting line: higher priority first, then first come, first served. It measures its length over time. A
/// waiter that is admitted receives a `Turn`: the server who takes the order, or the unit that the step may use.
template <class Turn>
class Line : public async::Resource {
 public:
  /// `name` describes the line in messages about a deadlock. Statistics begin at `counted_from`.
  explicit Line(std::string name, Instant counted_from = {}) : name_(std::move(name)), length_(counted_from) {}

  /// `Turn turn = co_await line.wait_in_line(priority, &visit);` waits until admitted. A customer who is cancelled or
  /// loses patience leaves the line.
  class Wait;
  Wait wait_in_line(std::int64_t priority = 0, const Visit* who = nullptr) { return Wait(*this, priority, who); }

  std::int64_t length() const { return length_.now(); }

  /// Gives `turn` to the first, who leaves the line and continues after the caller next suspends, and returns their
  /// visit. The line must not be empty.
  const Visit* admit(Turn turn) {
    Entry& first = static_cast<Entry&>(front().pop());
    async::Frame& frame = first.frame();
    first.turn = std::move(turn);
    length_.add(-1, frame.loop->now());
    frame.loop->wake(frame);
    return first.who;
  }

  /// Calls `each` with the visit of each who waits, in order.
  template <class Each>
  void for_each(Each each) const {
    for (const auto& [priority, waiters] : by_priority_) {
      waiters.for_each([&each](const async::Waiter& waiter) { each(*static_cast<const Entry&>(waiter).who); });
    }
  }

  const stats::Level& lengths() const { return length_; }
  LineStatistics statistics(Instant until) const {
    return {length_.area(until), length_.time(until), length_.max(until)};
  }

  std::string title() const override { return name_; }

 private:
  struct Entry : async::Waiter {
    Turn turn{};
    const Visit* who = nullptr;
  };

  /// Returns the waiters of the highest priority that has any. Up to a few empty priorities are kept for reuse.
  async::WaiterLine& front() {
    constexpr std::size_t few = 16;
    auto first = by_priority_.begin();
    while (first->second.empty()) {
      first = by_priority_.size() > few ? by_priority_.erase(first) : std::next(first);
    }
    return first->second;
  }

  std::string name_;
  std::map<std::int64_t, async::WaiterLine, std::greater<>> by_priority_;
  stats::Level length_;
};

template <class Turn>
class Line<Turn>::Wait {
 public:
  Wait(Line& line, std::int64_t priority, const Visit* who) : line_(line), priority_(priority) { entry_.who = who; }
  Wait(const Wait&) = delete;
  Wait& operator=(const Wait&) = delete;
  ~Wait() { cancel_wait(); }

  bool await_ready() const { return false; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    async::Frame& frame = caller.promise();
    frame.wait_on(line_);
    line_.by_priority_[priority_].append(entry_, frame);
    line_.length_.add(1, frame.loop->now());
  }

  Turn await_resume() { return std::move(entry_.turn); }

  /// Leaves the line without a turn.
  void cancel_wait() {
    if (entry_.is_in_line()) {
      entry_.leave();
      line_.length_.add(-1, entry_.frame().loop->now());
    }
  }

 private:
  Line& line_;
  std::int64_t priority_;
  Entry entry_;
};

}  // namespace fastfood::model
