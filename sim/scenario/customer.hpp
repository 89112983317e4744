#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/field.hpp"

namespace sim::scenario {

/// The keys of an order or a stream that say how its customers behave: `priority`, `patience` and `balk_at`.
model::CustomerSpec read_customer(const Object& object);

}  // namespace sim::scenario
