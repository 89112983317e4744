#pragma once

#include <string>

#include "sim/async/loop.hpp"
#include "sim/model/order_mix.hpp"
#include "sim/model/run/events.hpp"
#include "sim/model/run/livelock_guard.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// Reports each event of a run to the sink, if there is one. Every event passes here, so it also tells the livelock
/// guard who acts.
class EventTrace {
 public:
  /// All three must outlive the trace.
  EventTrace(const CounterSpec& spec, const async::Loop& clock, const EventSink& events)
      : spec_(spec), clock_(clock), events_(events), guard_(clock) {}

  /// A customer moves; `where` is the server or the station, null if there is none.
  void note(EventKind what, const Customer& customer, const std::string* where = nullptr) {
    guard_.customer_moved();
    if (events_) [[unlikely]] {
      report(what, &customer, where);
    }
  }

  /// A person comes on duty or goes off duty, or starts or ends work; `where` is the person or the station.
  void note_person(EventKind what, const std::string& where) {
    if (events_) [[unlikely]] {
      report(what, nullptr, &where);
    }
  }

  /// Equipment does something by itself. Throws `Livelock` if nothing else happens at this instant any more.
  void note_equipment(EventKind what, const std::string& station) {
    guard_.equipment_acted(station);
    if (events_) [[unlikely]] {
      report(what, nullptr, &station);
    }
  }

  /// The run is over: what is destroyed from here on is no event.
  void close() { is_closed_ = true; }

 private:
  void report(EventKind what, const Customer* customer, const std::string* where) const;

  const CounterSpec& spec_;
  const async::Loop& clock_;
  const EventSink& events_;
  LivelockGuard guard_;
  bool is_closed_ = false;
};

}  // namespace fastfood::model
