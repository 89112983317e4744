#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {

/// Writes the orders of one counter as JSON and as CSV. An order has a `line` and its `stops` if the counter has lines,
/// and `ordered_at` if it has lines or anybody orders from afar.
class OrderFormat {
 public:
  /// `spec` holds the names of items, stations, lines and streams, and must outlive the format. With `has_why`, JSON
  /// says where the customer's time went.
  explicit OrderFormat(const model::CounterSpec& spec, bool has_why = false);

  /// Writes an order as an object. The object starts with the number of the replication if there is one.
  void write(JsonWriter& json, const model::OrderRecord& order, std::optional<std::int64_t> replication = {}) const;

  /// Appends the same object to `text`, as one line of NDJSON.
  void append_json(std::string& text, const model::OrderRecord& order,
                   std::optional<std::int64_t> replication = {}) const;

  /// Returns the first line of the CSV form: the names of the columns. A time that has not been reached is an empty
  /// field, and the names of the items are joined by `+`. A field is quoted if RFC 4180 requires it. Lines end in a
  /// line feed.
  std::string csv_header() const;

  /// Appends an order to `text`, as one line of CSV. Without a `replication`, its column is 0.
  void append_csv(std::string& text, const model::OrderRecord& order,
                  std::optional<std::int64_t> replication = {}) const;

 private:
  void write_stops(JsonWriter& json, const model::OrderRecord& order) const;
  const model::LineSpec& line_of(const model::OrderRecord& order) const { return spec_.lines.at(order.line.index()); }

  const model::CounterSpec& spec_;
  bool has_why_;
  bool has_lines_;
  bool has_ordered_at_;
};

}  // namespace fastfood::report
