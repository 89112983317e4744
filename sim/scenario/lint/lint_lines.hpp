#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns of odd lines and stops of a scenario that reads as `counter`.
void lint_lines(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
