#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/study/requirement.hpp"
#include "sim/model/results/run_result.hpp"
#include "tools/cli/exit_code.hpp"

namespace cli {

/// Says of each requirement that a run does not meet what it is instead; `not_met` where there is one. `name` is that
/// of the scenario's file.
ExitCode log_unmet(const std::string& name, const std::vector<fastfood::experiment::Requirement>& require,
                   const fastfood::model::RunResult& run);

/// Says that a requirement is not met by this value.
void log_unmet_requirement(const std::string& name, const fastfood::experiment::Requirement& requirement,
                           std::optional<double> value);

}  // namespace cli
