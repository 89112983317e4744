#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/time.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

/// The kinds of times that a scenario has. Each function reads one; what is wrong with it goes to its faults.
namespace fastfood::scenario {

/// What the clock on the wall shows at virtual time 0.
struct Clock {
  bool is_there = false;             // whether the scenario has `opens_at`, right or wrong, or is meant to
  std::optional<Duration> opens_at;  // since midnight
};

/// Anything but a clock time is a fault.
Clock read_opens_at(const Field& field);

/// 0 where it is wrong.
Duration read_duration(const Field& field);

/// A nanosecond where it is wrong.
Duration read_duration_above_zero(const Field& field);

/// Since the start of the simulation. Where the scenario has a clock it may be a clock time, one before it opens being
/// of the next day. Nothing where it is wrong, or hangs on an `opens_at` that is wrong.
std::optional<Instant> read_instant(const Field& field, const Clock& clock);

/// "11:00 is before opens_at, 11:30, and so of the next day", where `field` is such a clock time; else empty.
std::string note_of_next_day(const Field& field, const Clock& clock);

/// Values that may change at set instants: `[{"from": INSTANT, "value": N}, ...]`, the first from 0, each of the others
/// from later than the one before.
/// A count: a whole number of at least 1, or steps whose values may be 0.
model::Schedule read_schedule(const Field& field, const Clock& clock);

/// More than `most` at any time is a fault, which says of a number that does not change what may be there instead:
/// `most` "or \"unlimited\"".
void refuse_above(std::int64_t most, const model::Schedule& schedule, const Field& field, std::string_view or_else);

/// Customers an hour on average: a number of at least 0, or steps.
model::PoissonSpec read_rate(const Field& field, const Clock& clock);

}  // namespace fastfood::scenario
