#pragma once

#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// Reads `cost`: sets the prices of the parameters that it names.
void read_cost(const scenario::Field& field, std::vector<Parameter>& parameters);

/// Warns of each parameter that `cost` leaves out. Such a parameter is free.
void warn_of_unpriced(const scenario::Field& cost, const std::vector<Parameter>& parameters);

}  // namespace fastfood::experiment
