#pragma once

#include "sim/async/task.hpp"
#include "sim/model/floor.hpp"
#include "sim/model/wants.hpp"

namespace sim::model {

/// A customer's visit, from the door to the door.
async::Task<> visit(Floor& floor, Customer customer);

}  // namespace sim::model
