#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/field.hpp"
#include "sim/scenario/menu.hpp"

namespace sim::scenario {

/// Streams of customers, whose names differ, who order from `menu`.
std::vector<model::StreamSpec> read_arrivals(const Field& field, const Menu& menu);

}  // namespace sim::scenario
