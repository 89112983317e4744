#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns about each station that no step of the menu uses. Only the menu has to be free of faults.
void lint_unused_stations(const Field& stations, const model::CounterSpec& counter);

/// Warns about other probable mistakes in the stations of a scenario that has no faults.
void lint_stations(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
