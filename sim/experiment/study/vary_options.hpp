#pragma once

#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/study_reader.hpp"

namespace fastfood::experiment {

/// Makes the study of a command line: the grid of all `vary` options, each `PATH=VALUES`, over a scenario, with the
/// default metrics. Checks it as `read_study` does. Faults of a parameter are reported as `--vary PATH`,
/// before those of the scenario. All faults are about one file, whose name is empty here. `overrides` are set in the
/// scenario.
Result<StudyFile, std::vector<FileFaults>> read_vary_options(scenario::Template scenario,
                                                             const std::vector<std::string>& vary,
                                                             const std::vector<scenario::Override>& overrides = {});

}  // namespace fastfood::experiment
