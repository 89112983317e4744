#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns the summary of a run for people: numbers of customers, times, the target, and the utilization of servers and
/// stations. Numbers are rounded; programs should read the JSON. Lines have at most 80 columns.
std::string summary_text(const model::CounterSpec& spec, const model::RunResult& run);

/// Returns the same for one run, or for all replications together with their confidence intervals.
std::string summary_text(const ScenarioResult& result);

}  // namespace fastfood::report
