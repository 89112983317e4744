#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns of what is legal but odd in a scenario without faults, which was read as `counter`. A warning is only given
/// where what it says is sure: a sensible scenario has none.
void lint_scenario(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
