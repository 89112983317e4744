#pragma once

#include <functional>
#include <string>

#include "sim/base/time.hpp"

/// The events of a run, as an observer sees them one after another.
namespace fastfood::model {

enum class EventKind {
  arrives,
  balks,
  reneges,
  is_taken,
  asks,
  starts,
  ends,
  is_handed_over,
  leaves,
  batch_on,
  batch_done,
  wasted,
  fails,
  repaired,
  on_duty,
  off_duty,
  orders_from_afar,
  enters,
  is_blocked,
  moves_on,
  starts_work,
  ends_work
};

/// One event. `customer` and `where` (a server, a station or `LINE.STOP`) are null if there is none. Both pointers are
/// valid only during the call of the sink.
struct Event {
  Instant at{};
  EventKind what = EventKind::arrives;
  const std::string* customer = nullptr;
  const std::string* where = nullptr;
};

/// Receives each event when it happens, in order of time.
using EventSink = std::function<void(const Event&)>;

}  // namespace fastfood::model
