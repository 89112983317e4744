#pragma once

#include "sim/model/spec.hpp"

namespace fastfood::model {

/// Whether anything is left to chance: if not, all replications are alike.
bool is_random(const CounterSpec& spec);

}  // namespace fastfood::model
