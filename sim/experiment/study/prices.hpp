#pragma once

#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// Gives what is varied the prices that `cost` has for it.
void read_cost(const scenario::Field& field, std::vector<Parameter>& parameters);

/// Warns of each that `cost` leaves out: it is free.
void warn_of_unpriced(const scenario::Field& cost, const std::vector<Parameter>& parameters);

}  // namespace fastfood::experiment
