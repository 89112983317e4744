#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns about probable mistakes in the times of a scenario that has no faults: when it begins, changes and ends, what
/// is measured, and distributions whose parameters mislead.
void lint_times(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
