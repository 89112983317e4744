#pragma once

#include "sim/model/spec.hpp"

namespace fastfood::model {

/// Returns whether the scenario draws any random number that can change a result. If not, all replications are equal.
bool is_random(const CounterSpec& spec);

}  // namespace fastfood::model
