#pragma once

#include <string>

#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns the part of the summary that shows means with their confidence intervals over replications: times, the share
/// within the target, throughput, utilizations and money. Returns an empty text if there is only one replication.
std::string estimates_text(const ScenarioResult& result);

}  // namespace fastfood::report
