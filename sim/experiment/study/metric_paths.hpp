#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/hints/nearest.hpp"

/// Metrics by their paths as they are written: `total_time.p95`.
namespace fastfood::experiment {

/// Why there is no such number in the runs of any of `counters`; nothing where one of them may have it.
std::optional<std::string> explain_missing_metric(const std::string& path,
                                                  const std::vector<model::CounterSpec>& counters);

/// The same of a path in a file, whose faults share a budget.
std::optional<std::string> explain_missing_metric(const std::string& path,
                                                  const std::vector<model::CounterSpec>& counters,
                                                  scenario::HintBudget& budget);

/// What is shown unless something else is asked for: how long it takes, how many are satisfied (where any of
/// `counters` has a target) and how many are served.
std::vector<std::string> default_metrics(const std::vector<model::CounterSpec>& counters);

}  // namespace fastfood::experiment
