#pragma once

#include <cstdint>
#include <string_view>

#include "sim/model/spec.hpp"
#include "sim/scenario/field.hpp"
#include "sim/scenario/times.hpp"

/// Values that may change at set instants: `[{"from": INSTANT, "value": N}, ...]`, the first from 0, each of the others
/// from later than the one before.
namespace sim::scenario {

/// A count: a whole number of at least 1, or steps whose values may be 0.
model::Schedule read_schedule(const Field& field, const Clock& clock);

/// More than `most` at any time is a fault, which says of a number that does not change what may be there instead:
/// `most` "or \"unlimited\"".
void refuse_above(std::int64_t most, const model::Schedule& schedule, const Field& field, std::string_view or_else);

/// Customers an hour on average: a number of at least 0, or steps.
model::PoissonSpec read_rate(const Field& field, const Clock& clock);

}  // namespace sim::scenario
