#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace sim::scenario {

/// Warns of what is odd about the orders and streams of a scenario without faults.
void warn_of_odd_customers(const Field& scenario, const model::CounterSpec& counter);

}  // namespace sim::scenario
