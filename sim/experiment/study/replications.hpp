#pragma once

#include <vector>

#include "sim/experiment/study/study.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {

/// Reads a number between 0 and 1, both excluded.
double read_confidence(const scenario::Field& field);

/// Reads `replications`: their number, or the precision to reach. The precision has `confidence` unless it names its
/// own. Its metric is one of the runs of `counters`.
Replications read_replications(const scenario::Field& field, double confidence,
                               const std::vector<model::CounterSpec>& counters);

}  // namespace fastfood::experiment
