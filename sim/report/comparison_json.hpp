#pragma once

#include "sim/experiment/comparison.hpp"
#include "sim/report/json_writer.hpp"

namespace sim::report {

/// Writes the object `fastfood-comparison/1`.
void write_comparison(JsonWriter& json, const experiment::Comparison& comparison);

}  // namespace sim::report
