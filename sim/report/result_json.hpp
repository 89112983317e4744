#pragma once

#include "sim/report/json_writer.hpp"
#include "sim/report/run_result.hpp"

namespace sim::report {

/// Writes the object `fastfood-result/1`: the same keys in the same order for every run, `orders` last. With several
/// replications it also has what each of them has shown, the estimates over all, and for each order its replication.
void write_result(JsonWriter& json, const RunResult& result);

}  // namespace sim::report
