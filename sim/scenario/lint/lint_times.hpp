#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns of what is odd about when a scenario without faults begins, changes and ends, what is measured in between, and
/// of distributions that are not what they seem to be.
void lint_times(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
