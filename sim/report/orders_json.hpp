#pragma once

#include <string>

#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/json_writer.hpp"

namespace sim::report {

/// Writes one customer's visit as an object. `spec` is the counter that was visited: it has the names.
void write_order(JsonWriter& json, const model::CounterSpec& spec, const model::OrderRecord& order);

/// Puts the same behind `text`, as one line of NDJSON.
void append_order(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order);

}  // namespace sim::report
