#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/format/json_writer.hpp"

/// Orders as JSON and as CSV. In both, `spec` is the counter that took the order: it holds the names of items, stations
/// and streams.
namespace fastfood::report {

/// Writes an order as an object. The object starts with the number of the replication if there is one, and ends with
/// where the customer's time went if `has_why`.
void write_order(JsonWriter& json, const model::CounterSpec& spec, const model::OrderRecord& order,
                 std::optional<std::int64_t> replication = {}, bool has_why = false);

/// Appends the same object to `text`, as one line of NDJSON.
void append_order_json(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                       std::optional<std::int64_t> replication = {}, bool has_why = false);

/// Returns the first line of the CSV form: the names of the columns. A time that has not been reached is an empty
/// field, and the names of the items are joined by `+`. A field is quoted if RFC 4180 requires it. Lines end in a line
/// feed.
std::string_view orders_csv_header();

/// Appends an order to `text`, as one line of CSV. Without a `replication`, its column is 0.
void append_order_csv(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                      std::optional<std::int64_t> replication = {});

}  // namespace fastfood::report
