#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"

/// Orders as a table. What has not happened is an empty field, the names of the items are joined by `+`. A field is
/// quoted where RFC 4180 wants it; lines end as on Unix.
namespace sim::report {

/// The first line: the names of the columns.
std::string_view csv_header();

/// Puts one customer's visit to the counter `spec`, in this replication (none is 0), behind `text`.
void append_csv(std::string& text, const model::CounterSpec& spec, const model::OrderRecord& order,
                std::optional<std::int64_t> replication = {});

}  // namespace sim::report
