#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/study_reader.hpp"

namespace fastfood::experiment {

/// The grid of `vary`, each PATH=VALUES, over the scenario in a JSON text, with the metrics that are shown by default:
/// the study of a command line. It is checked as one in a file is; what is wrong with a parameter is said of `--vary
/// PATH`, before what is wrong with the scenario. All of it is about one file, which has no name here.
Result<StudyFile, std::vector<FileFaults>> read_vary_options(std::string_view text, const std::string& default_name,
                                                             const std::vector<std::string>& vary);

}  // namespace fastfood::experiment
