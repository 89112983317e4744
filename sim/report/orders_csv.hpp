#pragma once

#include <string>

#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"

/// Orders as a table. What has not happened is an empty field, the names of the items are joined by `+`. A field is
/// quoted where RFC 4180 wants it; lines end as on Unix.
namespace sim::report {

/// The first line: the names of the columns.
std::string csv_header();

/// One customer's visit to the counter `spec`, in run number `replication`.
std::string csv_line(const model::CounterSpec& spec, const model::OrderRecord& order, int replication = 0);

}  // namespace sim::report
