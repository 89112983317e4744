#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/experiment/sweep.hpp"
#include "sim/report/json_writer.hpp"
#include "sim/report/study_head.hpp"

namespace sim::report {

/// Writes the object path → value.
void write_parameters(JsonWriter& json, const std::vector<std::string>& paths, const experiment::Point& values);

/// Writes the object `fastfood-study/1`; the points are all of the study, in the order of its design.
void write_study(JsonWriter& json, const StudyHead& study, const std::vector<experiment::PointResult>& points);

/// Puts the point of this number behind `text`, as one line of NDJSON.
void append_point(std::string& text, const StudyHead& study, std::size_t index, const experiment::PointResult& point);

}  // namespace sim::report
