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

/// A run that came to its end, or several replications put together: the counter, with the seed it was run with, and
/// what it has shown.
struct ScenarioResult {
  model::CounterSpec spec;
  model::RunResult pooled;                                                // pooled over all replications
  std::optional<std::vector<std::vector<model::OrderRecord>>> orders{};   // of each replication, where wanted
  std::vector<std::pair<std::string, std::string>> overrides{};           // what was set: path, and value as JSON
  std::vector<model::RunResult> by_replication{};                         // none where there is but one
  std::vector<std::pair<std::string, experiment::Estimate>> estimates{};  // metric path → estimate over replications
};

/// Writes the object `fastfood-result/1`: the same keys in the same order for every run, `orders` last. With several
/// replications it also has what each of them has shown, the estimates over all, and for each order its replication.
void write_result(JsonWriter& json, const ScenarioResult& result);

}  // namespace fastfood::report
