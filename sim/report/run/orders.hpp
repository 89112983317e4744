#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {

/// Writes one customer's visit as an object, which begins with the number of the replication where there is one. `spec`
/// is the counter that was visited: it has the names.
void write_order(JsonWriter& json, const model::CounterSpec& spec, const model::OrderRecord& order,
                 std::optional<std::int64_t> replication = {});

/// Puts the same behind `text`, as one line of NDJSON.
void append_order_json(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                       std::optional<std::int64_t> replication = {});

/// Orders as a table. What has not happened is an empty field, the names of the items are joined by `+`. A field is
/// quoted where RFC 4180 wants it; lines end as on Unix.
/// The first line: the names of the columns.
std::string_view orders_csv_header();

/// Puts one customer's visit to the counter `spec`, in this replication (none is 0), behind `text`.
void append_order_csv(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                      std::optional<std::int64_t> replication = {});

}  // namespace fastfood::report
