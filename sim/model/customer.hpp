#pragma once

#include <cstddef>

#include "sim/async/task.hpp"
#include "sim/model/counter_run.hpp"
#include "sim/model/order_mix.hpp"
#include "sim/model/results/visits.hpp"

namespace fastfood::model {

/// A customer's visit, from the door to the door.
async::Task<> visit(CounterRun& floor, Customer customer);

/// Makes the item at this place of an order, step by step.
async::Task<> make(CounterRun& floor, const Visit& visit, std::size_t place);

}  // namespace fastfood::model
