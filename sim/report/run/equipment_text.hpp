#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"

namespace sim::report {

/// The part of the summary that tells of the stations, and what is busiest of all where one thing clearly is. Nothing
/// where there are no stations.
std::string equipment_text(const model::Observations& run);

}  // namespace sim::report
