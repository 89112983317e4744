#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/waiters.hpp"
#include "sim/async/loop.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/stats/level.hpp"

namespace fastfood::model {

struct Visit;

/// Where a waiter stands in a line: higher `priority` goes first, then lower `number`, then who came first.
struct Rank {
  std::int64_t priority = 0;
  std::int64_t number = 0;

  /// Returns whether this one goes before the other.
  bool is_before(const Rank& other) const {
    return priority != other.priority ? priority > other.priority : number < other.number;
  }
};

/// A waiter with a rank.
struct RankedWaiter : async::Waiter {
  Rank rank;
  const Visit* who = nullptr;
};

/// Waiters in the order of their ranks.
class RankedWaiters {
 public:
  void insert(RankedWaiter& waiter, async::Frame& frame) {
    by_priority_[waiter.rank.priority].insert(waiter, frame, [&waiter](const async::Waiter& other) {
      return waiter.rank.number < static_cast<const RankedWaiter&>(other).rank.number;
    });
  }

  /// The first waiter. There must be one.
  RankedWaiter& first() { return static_cast<RankedWaiter&>(first_priority().first()); }

  /// Calls and returns the first waiter. There must be one.
  RankedWaiter& pop() { return static_cast<RankedWaiter&>(first_priority().pop()); }

  /// Calls `each` with the visit of each who waits, in order.
  template <class Each>
  void for_each(Each each) const {
    for (const auto& [priority, waiters] : by_priority_) {
      waiters.for_each([&each](const async::Waiter& waiter) { each(*static_cast<const RankedWaiter&>(waiter).who); });
    }
  }

 private:
  /// Returns the waiters of the highest priority that has any. Up to a few empty priorities are kept for reuse.
  async::WaiterLine& first_priority() {
    constexpr std::size_t few = 16;
    auto first = by_priority_.begin();
    while (first->second.empty()) {
      first = by_priority_.size() > few ? by_priority_.erase(first) : std::next(first);
    }
    return first->second;
  }

  std::map<std::int64_t, async::WaiterLine, std::greater<>> by_priority_;
};

/// A waiting line, which measures its length over time. A waiter that is admitted receives a `Turn`: the server who
/// takes the order, or the unit that the step may use.
template <class Turn>
class Line : public async::Resource {
 public:
  /// `name` describes the line in messages about a deadlock. Statistics begin at `counted_from`.
  explicit Line(std::string name, Instant counted_from = {}) : name_(std::move(name)), length_(counted_from) {}

  /// `Turn turn = co_await line.wait_in_line(rank, &visit);` waits until admitted. A customer who is cancelled or loses
  /// patience leaves the line.
  class Wait;
  Wait wait_in_line(Rank rank = {}, const Visit* who = nullptr) { return Wait(*this, rank, who); }

  std::int64_t length() const { return length_.now(); }

  /// The first. The line must not be empty.
  const RankedWaiter& first() { return waiters_.first(); }

  /// Gives `turn` to the first, who leaves the line and continues after the caller next suspends. The line must not be
  /// empty.
  void admit(Turn turn) {
    Entry& first = static_cast<Entry&>(waiters_.pop());
    async::Frame& frame = first.frame();
    first.turn = std::move(turn);
    length_.add(-1, frame.loop->now());
    frame.loop->wake(frame);
  }

  /// Calls `each` with the visit of each who waits, in order.
  template <class Each>
  void for_each(Each each) const {
    waiters_.for_each(each);
  }

  const stats::Level& lengths() const { return length_; }
  LineStatistics statistics(Instant until) const { return line_statistics(length_, until); }

  std::string title() const override { return name_; }

 private:
  struct Entry : RankedWaiter {
    Turn turn{};
  };

  std::string name_;
  RankedWaiters waiters_;
  stats::Level length_;
};

template <class Turn>
class Line<Turn>::Wait {
 public:
  Wait(Line& line, Rank rank, const Visit* who) : line_(line) {
    entry_.rank = rank;
    entry_.who = who;
  }
  Wait(const Wait&) = delete;
  Wait& operator=(const Wait&) = delete;
  ~Wait() { cancel_wait(); }

  bool await_ready() const { return false; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    async::Frame& frame = caller.promise();
    frame.wait_on(line_);
    line_.waiters_.insert(entry_, frame);
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
  Entry entry_;
};

}  // namespace fastfood::model
