#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns about probable mistakes in the menu of a scenario that has no faults.
void lint_menu(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
