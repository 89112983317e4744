#pragma once

#include <functional>
#include <string>

#include "sim/base/time.hpp"

/// What happens at a counter, one thing after another.
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
  off_duty
};

/// One thing that happened. `customer` and `where` (a server or a station) are null where there is none; they last as
/// long as the call that tells of them.
struct Event {
  Instant at{};
  EventKind what = EventKind::arrives;
  const std::string* customer = nullptr;
  const std::string* where = nullptr;
};

/// Is told of each event when it happens.
using EventSink = std::function<void(const Event&)>;

}  // namespace fastfood::model
