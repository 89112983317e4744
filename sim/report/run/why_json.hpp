#pragma once

#include <vector>

#include "sim/model/results/why.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {

/// Writes the object `why` of a result.
void write_why(JsonWriter& json, const model::Why& why);

/// Writes the list `why` of an order. `spec` is the counter that took it.
void write_why(JsonWriter& json, const model::CounterSpec& spec, const std::vector<model::TimePart>& parts);

}  // namespace fastfood::report
