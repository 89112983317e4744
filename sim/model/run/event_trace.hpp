#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "sim/async/loop.hpp"
#include "sim/model/order_mix.hpp"
#include "sim/model/run/events.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// A run whose clock stands still: what happens, happens over and over at one instant.
class Livelock : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Tells of all that happens, where somebody wants to know, and sees to it that not everything goes round at one
/// instant without a customer moving.
class EventTrace {
 public:
  EventTrace(const CounterSpec& spec, const async::Loop& clock, const EventSink& events)
      : spec_(spec), clock_(clock), events_(events) {}

  /// A customer moves, at a server or a station where there is one.
  void note(EventKind what, const Customer& customer, const std::string* where = nullptr) {
    idle_ = 0;
    if (events_) [[unlikely]] {
      tell(what, &customer, where);
    }
  }

  /// A person comes or goes.
  void note_person(EventKind what, const std::string& name) {
    if (events_) [[unlikely]] {
      tell(what, nullptr, &name);
    }
  }

  /// Equipment does something by itself. Throws `Livelock` at the millionth time of an instant.
  void note_equipment(EventKind what, const std::string& station);

 private:
  void tell(EventKind what, const Customer* customer, const std::string* where) const;

  const CounterSpec& spec_;
  const async::Loop& clock_;
  const EventSink& events_;
  Instant at_{};
  std::int64_t idle_ = 0;  // what equipment has done at `at_` since a customer moved
};

}  // namespace fastfood::model
