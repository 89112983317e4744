#pragma once

#include "sim/random/distribution.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::scenario {

/// Reads how long a task takes: a duration, or `{"distribution": NAME, ...}` with the parameters of that distribution.
random::Distribution read_task_time(const Field& field);

}  // namespace fastfood::scenario
