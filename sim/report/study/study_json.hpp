#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/experiment/run/compare.hpp"
#include "sim/experiment/run/optimize.hpp"
#include "sim/experiment/run/sweep.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {

/// What reports state about a study as a whole.
struct StudyHeader {
  std::string scenario;  // name
  std::uint64_t seed = 1;
  experiment::Design design = experiment::Design::grid;
  std::vector<std::string> parameters;  // paths
  std::vector<std::string> metrics;     // paths
  std::vector<std::string> names{};     // of all parameters, as people read them
  bool is_random = false;               // the scenario draws random numbers
};

/// Writes the object path → value.
void write_parameters(JsonWriter& json, const std::vector<std::string>& paths, const experiment::Point& values);

/// Writes the object `fastfood-study/1`. `points` are all points of the study, in the order of its design.
void write_study(JsonWriter& json, const StudyHeader& study, const std::vector<experiment::PointResult>& points);

/// Appends the point with this index to `text`, as one line of NDJSON.
void append_point(std::string& text, const StudyHeader& study, std::size_t index, const experiment::PointResult& point);

/// Writes the object `fastfood-comparison/1`.
void write_comparison(JsonWriter& json, const experiment::Comparison& comparison);

/// Writes the object `fastfood-optimum/1`, the result of a search under these requirements.
void write_optimum(JsonWriter& json, const StudyHeader& study, const std::vector<experiment::Requirement>& require,
                   double confidence, const experiment::Optimum& optimum);

}  // namespace fastfood::report
