#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/study/requirement.hpp"
#include "sim/model/results/run_result.hpp"
#include "tools/cli/exit_code.hpp"

namespace cli {

/// Logs each requirement that a run does not meet, with the actual value. Returns `not_met` if there is one. `name` is
/// the scenario's file.
ExitCode log_unmet(const std::string& name, const std::vector<fastfood::experiment::Requirement>& require,
                   const fastfood::model::RunResult& run);

/// Logs that `value` does not meet a requirement.
void log_unmet_requirement(const std::string& name, const fastfood::experiment::Requirement& requirement,
                           std::optional<double> value);

}  // namespace cli
