#pragma once

#include <string>
#include <vector>

#include "sim/experiment/statistics/estimate.hpp"
#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {

/// Writes an estimate as an object.
void write_estimate(JsonWriter& json, const experiment::Estimate& estimate);

/// Writes the object metric path → estimate for all `metrics`. The object is empty if `estimates` is.
void write_estimates(JsonWriter& json, const std::vector<std::string>& metrics,
                     const std::vector<experiment::Estimate>& estimates);

}  // namespace fastfood::report
