#pragma once

#include <cstddef>

#include "sim/async/task.hpp"
#include "sim/model/floor.hpp"
#include "sim/model/visits.hpp"

namespace sim::model {

/// Makes the item at this place of an order, step by step.
async::Task<> make(Floor& floor, const Visit& visit, std::size_t place);

}  // namespace sim::model
