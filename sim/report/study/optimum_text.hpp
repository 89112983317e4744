#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/optimize.hpp"
#include "sim/report/format/text_style.hpp"
#include "sim/report/study/study_json.hpp"

namespace fastfood::report {

/// Returns the result of a search for people, rounded: first the best point with its metrics, then the runner-up, then
/// all points tried in order of cost and why they were not chosen. If the search had an objective, costs are its means,
/// and there is no runner-up.
std::string optimum_text(const StudyHeader& study, const std::vector<experiment::Requirement>& require,
                         double confidence, const experiment::Optimum& optimum, const TextStyle& style = {});

}  // namespace fastfood::report
