#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/time.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

/// Times, and values that change over time. Each function reads one value, and reports what is wrong with it.
namespace fastfood::scenario {

/// The time of day at virtual time 0.
struct Clock {
  bool is_set = false;               // the scenario has `opens_at`, right, wrong or misspelled
  std::optional<Duration> opens_at;  // since midnight; nothing if it is wrong
};

/// Reads a clock time. Anything else is a fault.
Clock read_opens_at(const Field& field);

/// Returns 0 if the value is wrong.
Duration read_duration(const Field& field);

/// Returns a nanosecond if the value is wrong.
Duration read_duration_above_zero(const Field& field);

/// Reads an instant: the time since the start of the run, or a clock time if the scenario has `opens_at`. A clock time
/// before `opens_at` is on the next day. Returns nothing if the value is wrong, or needs an `opens_at` that is wrong.
std::optional<Instant> read_instant(const Field& field, const Clock& clock);

/// Returns "11:00 is before opens_at, 11:30, and so of the next day" if `field` is such a clock time; otherwise an
/// empty text.
std::string next_day_note(const Field& field, const Clock& clock);

/// Reads a count that may change over time: a whole number of at least 1, or the steps of a schedule, whose values may
/// be 0. Steps are `[{"from": INSTANT, "value": N}, ...]`: the first is from 0, each of the others from later than the
/// one before.
model::Schedule read_schedule(const Field& field, const Clock& clock);

/// Reports each value above `max`. `alternative` is added to the message about a plain number: `max` "or
/// \"unlimited\"".
void refuse_above(std::int64_t max, const model::Schedule& schedule, const Field& field, std::string_view alternative);

/// Reads the average number of customers an hour: a number of at least 0, or steps of such numbers.
model::PoissonSpec read_rate(const Field& field, const Clock& clock);

}  // namespace fastfood::scenario
