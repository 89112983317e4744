#pragma once

#include <cstddef>

#include "sim/async/task.hpp"
#include "sim/model/counter_run.hpp"
#include "sim/model/order_mix.hpp"
#include "sim/model/results/visits.hpp"

namespace fastfood::model {

/// One customer's visit, from arrival until they leave: served, after balking or after reneging. `run` must outlive the
/// task.
async::Task<> visit(CounterRun& run, Customer customer);

/// Makes the item at this index of the visit's order, step by step. `run` and `visit` must outlive the task.
async::Task<> make_item(CounterRun& run, const Visit& visit, std::size_t index);

}  // namespace fastfood::model
