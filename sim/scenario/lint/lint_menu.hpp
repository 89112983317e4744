#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns of what is odd about the menu of a scenario without faults.
void lint_menu(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
