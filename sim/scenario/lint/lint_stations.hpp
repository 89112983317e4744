#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns of each station that no step of the menu uses. Only the menu has to be without faults.
void lint_unused_stations(const Field& stations, const model::CounterSpec& counter);

/// Warns of what else is odd about the stations of a scenario without faults.
void lint_stations(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
