#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns of what is odd about the servers of a scenario without faults.
void lint_servers(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
