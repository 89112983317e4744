#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace sim::scenario {

/// Warns of what is odd about the menu of a scenario without faults.
void warn_of_odd_menu(const Field& scenario, const model::CounterSpec& counter);

}  // namespace sim::scenario
