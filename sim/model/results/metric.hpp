#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

/// The numbers of a result, by their path in it (`stations.grill.wait_time.p90`). Times are in seconds; true is 1 and
/// false is 0. Paths that begin with `why` (why_metrics.hpp) need a run that records why.
namespace fastfood::model {

/// The names and list indexes on the way to a number.
using MetricPath = std::vector<std::string>;

/// What a metric measures: seconds; a number from 0 to 1; 0 or 1; the currency of the scenario; anything else.
enum class MetricKind { time, share, truth, money, number };

/// Returns the number at `path`; none if it is null or does not exist.
std::optional<double> metric(const RunResult& run, const MetricPath& path);

/// Returns the kind of the metric at `path`. Stations, lines, stops and streams may have any name, and lists any index.
/// Returns `number` if there is no such metric.
MetricKind metric_kind(const MetricPath& path);

/// Returns whether the metric at `path` is from 0 to 1 in every run: a share or a truth.
bool is_share(const MetricPath& path);

/// Why no result of a scenario has a number at a path.
struct NoMetric {
  MetricPath known;                  // the longest prefix of the path that exists
  std::vector<std::string> instead;  // the names that can follow it; empty if none can

  bool operator==(const NoMetric&) const = default;
};

/// Returns none if results of `spec` may have a number at `path`. Any list index is valid.
std::optional<NoMetric> missing_metric(const CounterSpec& spec, const MetricPath& path);

/// Returns the paths of all metrics that are estimated over replications, each once. First come the numbers of
/// summaries, throughputs, shares of satisfied customers, utilizations and lines, then all other numbers that a run
/// measures (money, counts, `down`, `blocked`, `elapsed`); both in the order of the result. What the scenario fixes
/// (`target`, `aim`, capacities) is not among them.
std::vector<MetricPath> estimated_metrics(const RunResult& run);

}  // namespace fastfood::model
