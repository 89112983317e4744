#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {

/// The result of a scenario, of one run or pooled over several replications.
struct ScenarioResult {
  model::CounterSpec spec;
  model::RunResult pooled;                                                // over all replications
  std::optional<std::vector<std::vector<model::OrderRecord>>> orders{};   // of each replication, if requested
  std::vector<std::pair<std::string, std::string>> overrides{};           // path, and value as JSON
  std::vector<model::RunResult> by_replication{};                         // empty if there is only one
  std::vector<std::pair<std::string, experiment::Estimate>> estimates{};  // metric path → estimate over replications
  bool shows_why = false;  // the result and its orders say where the time went, which the runs have recorded
};

/// Writes the object `fastfood-result/1`. Every run has the same keys in the same order, with `orders` and `why` last.
/// With several replications the object also has the results of each, the estimates over all, and the replication of
/// each order.
void write_result(JsonWriter& json, const ScenarioResult& result);

}  // namespace fastfood::report
