#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace sim::scenario {

/// Warns of each station that no step of the menu uses. Only the menu has to be without faults.
void warn_of_idle_stations(const Field& stations, const model::CounterSpec& counter);

/// Warns of what else is odd about the stations of a scenario without faults.
void warn_of_odd_stations(const Field& scenario, const model::CounterSpec& counter);

}  // namespace sim::scenario
