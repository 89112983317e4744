#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "sim/async/loop.hpp"
#include "sim/model/run/events.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/order_mix.hpp"

namespace sim::model {

/// A run whose clock stands still: what happens, happens over and over at one instant.
class StandStill : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Tells of all that happens, where somebody wants to know, and sees to it that not everything goes round at one
/// instant without a customer moving.
class Journal {
 public:
  Journal(const CounterSpec& spec, const async::Loop& clock, const EventSink& events)
      : spec_(spec), clock_(clock), events_(events) {}

  /// A customer moves, at a server or a station where there is one.
  void note(Happening what, const Customer& customer, const std::string* where = nullptr) {
    idle_ = 0;
    if (events_) [[unlikely]] {
      tell(what, &customer, where);
    }
  }

  /// A person comes or goes.
  void note_person(Happening what, const std::string& name) {
    if (events_) [[unlikely]] {
      tell(what, nullptr, &name);
    }
  }

  /// Equipment does something by itself. Throws `StandStill` at the millionth time of an instant.
  void note_equipment(Happening what, const std::string& station);

 private:
  void tell(Happening what, const Customer* customer, const std::string* where) const;

  const CounterSpec& spec_;
  const async::Loop& clock_;
  const EventSink& events_;
  Instant at_{};
  std::int64_t idle_ = 0;  // what equipment has done at `at_` since a customer moved
};

}  // namespace sim::model
