#pragma once

#include "sim/async/task.hpp"
#include "sim/model/counter_run.hpp"

namespace fastfood::model {

/// Lets the customers come, each at his instant, after all that ends and starts there; those of one instant one by one:
/// the orders first, then the streams as listed. Ends when the last of them has left.
async::Task<> open_doors(CounterRun& floor);

}  // namespace fastfood::model
