#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/run/jobs.hpp"
#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/study.hpp"

/// Runs all points of a study and estimates its metrics at each.
///
/// Thread safety: `sweep` starts threads of its own and joins them before it returns. Sweeps of different studies may
/// run at the same time.
///
/// Invariants:
/// 1. The results depend on the study, its points and its seed alone: not on the number of threads, and not on which
///    runs were recalled.
/// 2. All points see the same customers: replication i has the same random numbers at each point.
/// 3. More replications begin with the same ones.
///
/// Example:
///
///     const Points points(study, seed);
///     SweepOptions options{.jobs = 2};
///     options.callbacks.on_point_end = [](const PointResult& point) { std::cout << point.replications << '\n'; };
///     for (const PointResult& point : sweep(study, points, options)) {
///       std::cout << point.parameters.front().json << ": " << point.metrics.front().mean.value_or(0) << '\n';
///     }
namespace fastfood::experiment {

/// The result of one point. If a replication failed, the estimates are of those before it.
struct PointResult {
  Point parameters;
  std::int64_t replications = 0;
  std::vector<Estimate> metrics;     // in the order of the study's metrics
  std::optional<bool> is_precise;    // whether the precision was reached; none if the study asks for none
  std::optional<std::string> error;  // why a replication failed

  bool operator==(const PointResult&) const = default;
};

/// Functions that a sweep calls, each by one thread at a time. Any of them may be empty.
struct SweepCallbacks {
  /// Returns the outcome of a run that was made before, with the values of the `measured_metrics` of the study; none
  /// if the run is to be made.
  std::function<std::optional<RunOutcome>(const Point&, std::int64_t replication)> recall;

  /// Is told of each run that was made, in the order in which they end.
  std::function<void(const Point&, std::int64_t replication, const RunOutcome&)> on_run_end;

  /// Is told of each point once all of its replications are known.
  std::function<void(const PointResult&)> on_point_end;
};

/// How to run a sweep.
struct SweepOptions {
  Jobs jobs;
  bool fail_fast = false;  // start no further points once one has failed
  SweepCallbacks callbacks;
};

/// Returns the metrics that each run of a study measures: those of the study, then the one of its precision.
MetricSet measured_metrics(const Study& study);

/// Runs all points. Returns their results in order. With `fail_fast` these end with the first point that failed.
std::vector<PointResult> sweep(const Study& study, const Points& points, const SweepOptions& options);

}  // namespace fastfood::experiment
