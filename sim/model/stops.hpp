#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/waiters.hpp"
#include "sim/model/line.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/results/visits.hpp"
#include "sim/model/run/context.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/level.hpp"
#include "sim/stats/samples.hpp"

namespace fastfood::model {

class Walk;

/// A customer who waits to enter a stop: before it, or at the stop before where they are done.
struct WalkingWaiter : RankedWaiter {
  Walk* walk = nullptr;
  bool is_blocked = false;
};

/// One stop of a line: who stands there, who waits before it, and who is done there and has yet to move on.
class LineStop final : public async::Resource {
 public:
  LineStop(const LineSpec& line, std::size_t number, const Context& context);

  const StopSpec& spec() const { return spec_; }

  /// `LINE.STOP`.
  const std::string& name() const { return name_; }
  std::string title() const override { return "a place at '" + name_ + "'"; }

  /// The customers who wait before it, in order.
  const RankedWaiters& waiting() const { return waiting_; }
  std::int64_t waiting_number() const { return waiting_length_.now(); }

  /// Those who wait before it or stand there.
  std::int64_t people() const { return waiting_number() + taken_.now(); }

  /// How many may stand there now. `places` must be set.
  std::int64_t scheduled_places() const { return scheduled_; }

  bool has_place() const { return !spec_.places || taken_.now() < scheduled_; }

  /// Calls `each` with the visit of each who is done here and has yet to move on, in order.
  template <class Each>
  void for_each_done(Each each) const {
    done_.for_each([&each](const async::Waiter& it) { each(*static_cast<const WalkingWaiter&>(it).who); });
  }

  /// Starts the schedule of its places.
  void open();

  StopStatistics take_statistics(Instant until);

 private:
  friend class Stops;
  friend class Walk;

  void reschedule(std::int64_t places);
  void add_taken(std::int64_t change);

  const StopSpec& spec_;
  std::size_t number_;
  std::string name_;
  Context context_;
  RankedWaiters waiting_;
  async::WaiterLine done_;
  std::int64_t scheduled_;
  stats::Level taken_;
  stats::Level there_;  // places; those taken beyond the schedule are there, too
  stats::Level waiting_length_;
  stats::Level blocked_;
  stats::Samples wait_;
  std::int64_t left_ = 0;
};

/// The stops of one line, one after another.
class Stops {
 public:
  Stops(const LineSpec& line, const Context& context);

  bool empty() const { return stops_.empty(); }
  std::size_t size() const { return stops_.size(); }
  const LineStop& operator[](std::size_t number) const { return stops_[number]; }

  /// The stop where customers collect.
  const StopSpec& collect() const { return stops_[collect_].spec(); }

  void open();

  /// Lets customers move on and enter, the last stop first, if anything has changed since the last call. Returns
  /// whether anybody has.
  bool try_start_if_changed();

  std::vector<StopStatistics> take_statistics(Instant until);

 private:
  friend class Walk;

  bool let_enter(LineStop& stop);
  bool let_move_on(LineStop& from, LineStop& to);

  Context context_;
  std::deque<LineStop> stops_;
  std::size_t collect_;
};

/// The way of one customer along the stops of their line. Its destructor frees the place of one who still stands at a
/// stop, which happens only at the end of the run, and records nothing.
class Walk {
 public:
  /// `visit` must outlive it.
  Walk(Stops& stops, Visit& visit) : stops_(stops), visit_(visit) {}
  Walk(const Walk&) = delete;
  Walk& operator=(const Walk&) = delete;
  ~Walk();

  /// The stop where customers of the line collect.
  const StopSpec& collect() const { return stops_.collect(); }

  /// Returns whether the customer stands at a stop.
  bool stands() const { return at_ != nullptr; }

  /// The stop where the customer stands. They must stand at one.
  const LineStop& stop() const { return *at_; }
  bool is_at_last_stop() const { return at_->number_ + 1 == stops_.size(); }

  class Move;

  /// `co_await walk.come_to(number);` waits before a stop until there is a place, and enters it.
  Move come_to(std::size_t number);

  /// The same for the stop where customers collect.
  Move come_to_collect();

  /// `const bool entered = co_await walk.move_on();` The customer is done at the stop where they stand. Waits there or
  /// before the next until they have entered that. Returns false if it is full and they do not wait there.
  Move move_on();

  /// A person turns to the customer at this stop, and is done.
  void is_attended();
  void has_been_attended();

  /// The customer leaves the stop, if they stand at one; is done there before, if they finish.
  void leave();
  void finish();

 private:
  friend class Stops;

  StopRecord* record() const { return visit_.record == nullptr ? nullptr : &visit_.record->stops.back(); }
  Instant now() const { return stops_.context_.loop.now(); }
  void comes_to(const LineStop& stop);
  void waits_before(LineStop& stop, WalkingWaiter& waiter, async::Frame& frame);
  void enters(LineStop& stop);
  void leave_stop();
  void is_done(WalkingWaiter& waiter, async::Frame& frame);

  Stops& stops_;
  Visit& visit_;
  LineStop* at_ = nullptr;      // stands here
  LineStop* before_ = nullptr;  // waits before it
  Instant asked_at_{};          // came to wait for it
};

/// Waits until the customer has entered a stop.
class Walk::Move {
 public:
  Move(Walk& walk, LineStop* to) : walk_(walk), to_(to) {
    entry_.walk = &walk;
    entry_.who = &walk.visit_;
  }
  Move(const Move&) = delete;
  Move& operator=(const Move&) = delete;
  ~Move();

  bool await_ready() const { return false; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    begin(caller.promise());
  }

  bool await_resume() const { return walk_.at_ != nullptr; }

 private:
  void begin(async::Frame& frame);

  Walk& walk_;
  LineStop* to_;  // null if it is the next
  WalkingWaiter entry_;
};

inline Walk::Move Walk::come_to(std::size_t number) { return {*this, &stops_.stops_[number]}; }
inline Walk::Move Walk::come_to_collect() { return come_to(stops_.collect_); }
inline Walk::Move Walk::move_on() { return {*this, nullptr}; }

}  // namespace fastfood::model
