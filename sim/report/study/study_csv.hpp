#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/sweep.hpp"
#include "sim/report/study/study_json.hpp"

namespace fastfood::report {

/// A study as a table, tidy: a header, then a row a point with its number, its parameters, and mean (`PATH`),
/// half-width (`PATH.half_width`) and number of values (`PATH.n`) of each metric, and whether that is as precise as was
/// asked for, where it was. What there is not is an empty field; a text stands without its JSON quotes. A field is
/// quoted where RFC 4180 wants it; lines end as on Unix.
std::string study_csv(const StudyHeader& study, const std::vector<experiment::PointResult>& points);

}  // namespace fastfood::report
