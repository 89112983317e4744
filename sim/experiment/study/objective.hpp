#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// Reads `objective`. Its metric has to be one of the runs of `counters`, and not null in all of them.
Objective read_objective(const scenario::Field& field, const std::vector<model::CounterSpec>& counters);

}  // namespace fastfood::experiment
