#pragma once

#include "sim/async/task.hpp"
#include "sim/model/floor.hpp"
#include "sim/model/visits.hpp"

/// How an order is prepared: item by item, each step by step.
namespace sim::model {

/// One item after another, in the order listed.
async::Task<> prepare_in_turn(Floor& floor, const Visit& visit);

/// All items started together; done when the last one is.
async::Task<> prepare_together(Floor& floor, const Visit& visit);

}  // namespace sim::model
