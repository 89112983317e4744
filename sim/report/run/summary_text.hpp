#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// What a run has shown, for a person: who came, how long it took them, whether the target was met, and how busy
/// people and stations were. Rounded, so not for a program; lines of at most 80 columns.
std::string summary_text(const model::CounterSpec& spec, const model::RunResult& run);

/// The same of one run, or of all replications together with how exact that is.
std::string summary_text(const ScenarioResult& result);

}  // namespace fastfood::report
