#pragma once

#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// A second simulator of lines with stops, which steps from second to second and looks at everybody in each. It knows
/// counters of this kind only: all times are constant, whole seconds and positive; customers come from `orders`, with
/// one item each, of one step that needs no station; each line has stops; groups are of a constant number of people,
/// who may have several orders open; nobody has patience.
///
/// Returns the orders as `run_counter` does, with the outcome, the server and all instants of the customer and the
/// stops, but without items and what is only recorded to explain them.
std::vector<OrderRecord> plain_lanes(const CounterSpec& spec);

}  // namespace fastfood::model
