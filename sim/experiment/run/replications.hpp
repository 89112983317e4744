#pragma once

#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// A number between 0 and 1, neither of them.
double read_confidence(const scenario::Field& field);

/// A number of them, or how exact the result is to be: at `confidence`, unless told otherwise. The metric is one of a
/// run of `counters`.
Replications read_replications(const scenario::Field& field, double confidence,
                               const std::vector<model::CounterSpec>& counters);

}  // namespace fastfood::experiment
