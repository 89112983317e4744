#pragma once

#include "sim/async/task.hpp"
#include "sim/model/counter_run.hpp"

namespace fastfood::model {

/// Starts the visit of each customer at the instant they arrive, after all that ends or starts at that instant.
/// Customers of one instant arrive one by one, each after all that follows from the one before: first those in
/// `orders`, then the streams in the order listed. Ends when the last customer has left.
async::Task<> admit_customers(CounterRun& run);

}  // namespace fastfood::model
