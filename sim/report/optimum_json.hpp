#pragma once

#include <vector>

#include "sim/experiment/optimize.hpp"
#include "sim/report/json_writer.hpp"
#include "sim/report/study_head.hpp"

namespace sim::report {

/// Writes the object `fastfood-optimum/1`: what was found of a study with these requirements.
void write_optimum(JsonWriter& json, const StudyHead& study, const std::vector<experiment::Requirement>& require,
                   double confidence, const experiment::Optimum& optimum);

}  // namespace sim::report
