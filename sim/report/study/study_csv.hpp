#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/sweep.hpp"
#include "sim/report/study/study_json.hpp"

namespace fastfood::report {

/// Returns a study as CSV: a header, then a row for each point with its index and parameters, and the mean (`PATH`),
/// half-width (`PATH.half_width`) and number of values (`PATH.n`) of each metric. If the study asks for a precision, a
/// column says whether the point reached it. A missing value is an empty field. A string has no JSON quotes. A field is
/// quoted if RFC 4180 requires it. Lines end in a line feed.
std::string study_csv(const StudyHeader& study, const std::vector<experiment::PointResult>& points);

}  // namespace fastfood::report
