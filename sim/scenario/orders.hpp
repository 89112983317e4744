#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/field.hpp"
#include "sim/scenario/menu.hpp"
#include "sim/scenario/times.hpp"

namespace sim::scenario {

/// Customers who come at set instants, in the order written, and order from `menu`.
std::vector<model::OrderSpec> read_orders(const Field& field, const Menu& menu, const Clock& clock);

}  // namespace sim::scenario
