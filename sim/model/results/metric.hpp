#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

/// Numbers that a run shows, by their path in the result (`stations.grill.wait_time.p90`). Times are in seconds; true
/// is 1 and false 0.
namespace fastfood::model {

/// The names and places in lists on the way to it.
using MetricPath = std::vector<std::string>;

/// The number at `path`; none where it is null, or where there is none.
std::optional<double> metric(const RunResult& run, const MetricPath& path);

/// Whether what is at `path` is from 0 to 1 in every run: a share, or a truth. Stations and streams may have any name.
bool is_share(const MetricPath& path);

/// Why no run of `spec` has a number at `path`: where the path leads astray, and what there is instead.
struct NoMetric {
  MetricPath known;                  // how far the path leads
  std::vector<std::string> instead;  // what goes on from there; nothing where `known` is all there is of it

  bool operator==(const NoMetric&) const = default;
};

/// Nothing where runs of `spec` may have a number there. A place in a list is any.
std::optional<NoMetric> missing_metric(const CounterSpec& spec, const MetricPath& path);

/// The paths of all that is estimated over replications, each once: first the numbers of summaries, throughputs, shares
/// of satisfied customers, utilizations and lines, then all other numbers that a run measures (money, counts, `down`,
/// `elapsed`), both in the order of the result. What the scenario fixes (`target`, `aim`, capacities) is not among
/// them.
std::vector<MetricPath> estimated_metrics(const RunResult& run);

}  // namespace fastfood::model
