#pragma once

#include <string>

#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// The part of the summary that says how exact it is: mean waits and times, who was in time, throughput, and how busy
/// people and stations were, each with its interval over replications. Nothing where there is but one.
std::string estimates_text(const ScenarioResult& result);

}  // namespace fastfood::report
