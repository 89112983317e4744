#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/json_writer.hpp"

namespace sim::report {

/// Writes one customer's visit as an object, which begins with the number of the replication where there is one. `spec`
/// is the counter that was visited: it has the names.
void write_order(JsonWriter& json, const model::CounterSpec& spec, const model::OrderRecord& order,
                 std::optional<std::int64_t> replication = {});

/// Puts the same behind `text`, as one line of NDJSON.
void append_order(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                  std::optional<std::int64_t> replication = {});

}  // namespace sim::report
