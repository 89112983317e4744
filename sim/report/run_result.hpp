#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/experiment/estimate.hpp"
#include "sim/model/observations.hpp"
#include "sim/model/spec.hpp"

namespace sim::report {

/// A run that came to its end, or several replications put together: the counter, with the seed it was run with, and
/// what it has shown.
struct RunResult {
  model::CounterSpec spec;
  model::Observations observations;                                       // pooled over all replications
  std::optional<std::vector<std::vector<model::OrderRecord>>> orders{};   // of each replication, where wanted
  std::vector<std::pair<std::string, std::string>> overrides{};           // what was set: path, and value as JSON
  std::vector<model::Observations> by_replication{};                      // none where there is but one
  std::vector<std::pair<std::string, experiment::Estimate>> estimates{};  // metric path → estimate over replications
};

}  // namespace sim::report
