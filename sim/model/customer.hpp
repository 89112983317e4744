#pragma once

#include "sim/async/task.hpp"
#include "sim/model/counter_run.hpp"
#include "sim/model/order_mix.hpp"

namespace fastfood::model {

/// One customer's visit, from arrival until they leave: served, after balking or after reneging. `run` must outlive the
/// task.
async::Task<> visit(CounterRun& run, Customer customer);

}  // namespace fastfood::model
