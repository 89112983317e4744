#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/hints/nearest.hpp"

/// Metrics by their paths as users write them: `total_time.p95`.
namespace fastfood::experiment {

/// Returns why the runs of none of `counters` have a number at `path`; none if one of them may have it.
std::optional<std::string> explain_missing_metric(const std::string& path,
                                                  const std::vector<model::CounterSpec>& counters);

/// The same for a path in a file. The hints of all its faults share a budget.
std::optional<std::string> explain_missing_metric(const std::string& path,
                                                  const std::vector<model::CounterSpec>& counters,
                                                  scenario::HintBudget& budget);

/// Returns the metrics to show by default: the mean and the 95th percentile of the total time, the fraction of
/// satisfied customers if any of `counters` has a target, and the throughput.
std::vector<std::string> default_metrics(const std::vector<model::CounterSpec>& counters);

/// Returns the path of a metric as users write it.
std::string metric_path_text(std::span<const std::string> keys);

}  // namespace fastfood::experiment
