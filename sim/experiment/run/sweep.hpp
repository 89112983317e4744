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

namespace fastfood::experiment {

/// What a point of a study has shown. Where a replication failed it is that of those before it.
struct PointResult {
  Point parameters;
  std::int64_t replications = 0;
  std::vector<Estimate> metrics;   // in the order of the study's
  std::optional<bool> is_precise;  // whether the precision was reached, where one was asked for
  std::optional<std::string> error;

  bool operator==(const PointResult&) const = default;
};

/// Who knows of runs from before, and who is told how a sweep goes: each called by one thread at a time.
struct SweepCallbacks {
  /// What a run has shown before, in the order of `measured_metrics` the study.
  std::function<std::optional<RunOutcome>(const Point&, std::int64_t replication)> recall;
  std::function<void(const Point&, std::int64_t replication, const RunOutcome&)> on_run_end;
  std::function<void(const PointResult&)> on_point_end;
};

/// How a sweep is carried out.
struct SweepOptions {
  Jobs jobs;
  bool fail_fast = false;  // not to begin with further points once one has failed
  SweepCallbacks watch;
};

/// The metrics that each run of a study shows: those asked for, then what its precision is measured by.
MetricSet measured_metrics(const Study& study);

/// Runs all points of a study, on as many threads as there are jobs. What comes of it depends neither on these nor on
/// what was known before. Where it is to fail fast, the points end with the first that failed.
std::vector<PointResult> sweep(const Study& study, const Points& points, const SweepOptions& order);

}  // namespace fastfood::experiment
