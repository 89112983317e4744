#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/menu.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// Streams of customers, whose names differ, who order from `menu`. Where the doors close, a stream may go on till
/// then.
std::vector<model::StreamSpec> read_arrivals(const Field& field, const Menu& menu, const Clock& clock,
                                             bool doors_close);

}  // namespace fastfood::scenario
