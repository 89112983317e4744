#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/sweep.hpp"
#include "sim/report/format/text_style.hpp"
#include "sim/report/study/study_json.hpp"

namespace fastfood::report {

/// Returns the result of a study for people: a row for each point with the mean and half-width of each metric, then the
/// failed and the imprecise points. Numbers are rounded. Only the first points are listed; the files have all. Metrics
/// that do not fit into a line are named below the table.
std::string study_text(const StudyHeader& study, const std::vector<experiment::PointResult>& points,
                       const TextStyle& style = {});

}  // namespace fastfood::report
