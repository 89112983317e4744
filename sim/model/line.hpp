#pragma once

#include <coroutine>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/frame.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/waiters.hpp"
#include "sim/model/observations.hpp"
#include "sim/stats/level.hpp"

namespace sim::model {

/// Those who wait their turn, first come first served, and how many they were over time. Whoever is let in is given
/// a `Turn`: the server who takes him, the unit he may use.
template <class Turn>
class Line : public async::Resource {
 public:
  explicit Line(std::string name) : name_(std::move(name)) {}

  /// `Turn turn = co_await line.stand();`
  class Stand;
  Stand stand() { return Stand(*this); }

  std::int64_t length() const { return length_.now(); }

  /// The first leaves the line and goes on when the caller next suspends; not of an empty line.
  void let_in(Turn turn) {
    Place& first = static_cast<Place&>(places_.pop());
    async::Frame& frame = first.frame();
    first.turn = std::move(turn);
    length_.add(-1, frame.loop->now());
    frame.loop->wake(frame);
  }

  LineObservations observe(Instant until) const { return {length_.mean(until), length_.max(until)}; }

  std::string title() const override { return name_; }

 private:
  struct Place : async::Waiter {
    Turn turn{};
  };

  std::string name_;
  async::WaiterLine places_;
  stats::Level length_;
};

template <class Turn>
class Line<Turn>::Stand {
 public:
  explicit Stand(Line& line) : line_(line) {}
  Stand(const Stand&) = delete;
  Stand& operator=(const Stand&) = delete;
  ~Stand() {
    if (place_.is_in_line()) {
      line_.length_.add(-1, place_.frame().loop->now());
    }
  }

  bool await_ready() const { return false; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    async::Frame& frame = caller.promise();
    frame.wait_on(line_);
    line_.places_.append(place_, frame);
    line_.length_.add(1, frame.loop->now());
  }

  Turn await_resume() { return std::move(place_.turn); }

 private:
  Line& line_;
  Place place_;
};

}  // namespace sim::model
