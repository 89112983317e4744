#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"

namespace fastfood::report {

/// The part of the summary that tells of the stations, and what is busiest of all where one thing clearly is. Nothing
/// where there are no stations.
std::string equipment_text(const model::RunResult& run);

}  // namespace fastfood::report
