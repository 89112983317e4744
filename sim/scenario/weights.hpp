#pragma once

#include <vector>

#include "sim/scenario/field.hpp"

namespace sim::scenario {

/// Weights by which one of several is chosen: that they are all 0, or more together than a double holds, is a fault of
/// `list`.
void check_weights(const std::vector<double>& weights, const Field& list);

}  // namespace sim::scenario
