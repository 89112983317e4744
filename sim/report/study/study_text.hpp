#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/sweep.hpp"
#include "sim/report/study/study_json.hpp"

namespace fastfood::report {

/// What a study has shown, for a person: a row a point, with the mean of each metric and the half-width of its
/// interval, then what failed and what is not as precise as asked for. Rounded, and only the first points of many: the
/// files have all. A table has at most 80 columns: metrics for which there is no room are named.
std::string study_text(const StudyHeader& study, const std::vector<experiment::PointResult>& points);

}  // namespace fastfood::report
