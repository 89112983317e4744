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

/// Those who wait their turn, by priority (higher first), then first come first served, and how many they were over
/// time. Whoever is let in is given a `Turn`: the server who takes him, the unit he may use.
template <class Turn>
class Line : public async::Resource {
 public:
  /// Its length counts from `counted_from` on.
  explicit Line(std::string name, Instant counted_from = {}) : name_(std::move(name)), length_(counted_from) {}

  /// `Turn turn = co_await line.stand();` for somebody on this visit.
  class Stand;
  Stand stand(std::int64_t priority = 0, const Visit* who = nullptr) { return Stand(*this, priority, who); }

  std::int64_t length() const { return length_.now(); }

  /// The first leaves the line and goes on when the caller next suspends; not of an empty line.
  void admit(Turn turn) {
    Place& first = static_cast<Place&>(front().pop());
    async::Frame& frame = first.frame();
    first.turn = std::move(turn);
    length_.add(-1, frame.loop->now());
    frame.loop->wake(frame);
  }

  /// Gives `visit` each who stands there, in order.
  template <class Each>
  void for_each(Each each) const {
    for (const auto& [priority, places] : by_priority_) {
      places.for_each([&each](const async::Waiter& waiter) { each(*static_cast<const Place&>(waiter).who); });
    }
  }

  const stats::Level& lengths() const { return length_; }
  LineStatistics tally(Instant until) const { return {length_.area(until), length_.time(until), length_.max(until)}; }

  std::string title() const override { return name_; }

 private:
  struct Place : async::Waiter {
    Turn turn{};
    const Visit* who = nullptr;
  };

  /// The first part that is not empty; empty ones are kept where they are few, for the next who comes.
  async::WaiterLine& front() {
    constexpr std::size_t few = 16;
    auto part = by_priority_.begin();
    while (part->second.empty()) {
      part = by_priority_.size() > few ? by_priority_.erase(part) : std::next(part);
    }
    return part->second;
  }

  std::string name_;
  std::map<std::int64_t, async::WaiterLine, std::greater<>> by_priority_;
  stats::Level length_;
};

template <class Turn>
class Line<Turn>::Stand {
 public:
  Stand(Line& line, std::int64_t priority, const Visit* who) : line_(line), priority_(priority) { place_.who = who; }
  Stand(const Stand&) = delete;
  Stand& operator=(const Stand&) = delete;
  ~Stand() { give_up(); }

  bool await_ready() const { return false; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    async::Frame& frame = caller.promise();
    frame.wait_on(line_);
    line_.by_priority_[priority_].append(place_, frame);
    line_.length_.add(1, frame.loop->now());
  }

  Turn await_resume() { return std::move(place_.turn); }

  /// Leaves the line.
  void give_up() {
    if (place_.is_in_line()) {
      place_.leave();
      line_.length_.add(-1, place_.frame().loop->now());
    }
  }

 private:
  Line& line_;
  std::int64_t priority_;
  Place place_;
};

}  // namespace fastfood::model
