#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/optimize.hpp"
#include "sim/report/study/study_json.hpp"

namespace fastfood::report {

/// What was found of a study with these requirements, for a person: the answer first and what it shows, the next one
/// after it, then in order of cost why those before it are no answer. Rounded.
std::string optimum_text(const StudyHeader& study, const std::vector<experiment::Requirement>& require,
                         double confidence, const experiment::Optimum& optimum);

}  // namespace fastfood::report
