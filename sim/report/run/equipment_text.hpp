#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"

namespace fastfood::report {

/// Returns the part of the summary about the stations. Names the busiest resource if one is clearly the busiest.
/// Returns an empty text if there are no stations.
std::string equipment_text(const model::RunResult& run);

}  // namespace fastfood::report
