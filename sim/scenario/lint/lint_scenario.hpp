#pragma once

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Warns about what is legal but probably a mistake in a scenario that has no faults. `counter` is what was read from
/// `scenario`. Every warning is certain to be true, so a sensible scenario has none.
void lint_scenario(const Field& scenario, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
