#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/json/diagnostics.hpp"

/// Makes one run of one point, and reduces its result to the metrics that the caller asked for.
namespace fastfood::experiment {

/// Values of some metrics, in their order. A value is null if the run has nothing to measure.
using MetricValues = std::vector<std::optional<double>>;

/// The metrics that are measured in each run, each of them once.
class MetricSet {
 public:
  MetricSet() = default;
  explicit MetricSet(const std::vector<std::string>& metrics);

  /// Returns the index of the metric. Appends the metric if it is new.
  std::size_t add(const std::string& metric);

  const std::vector<std::string>& names() const { return names_; }

  MetricValues of(const model::RunResult& run) const;

  /// Returns whether runs have to record where the time of customers went.
  bool needs_why() const;

 private:
  std::vector<std::string> names_;
  std::vector<model::MetricPath> paths_;
};

/// The values of one run, or why it failed.
using RunOutcome = Result<MetricValues, std::string>;

/// Runs points. Makes the counter of a point when the point is first run.
///
/// Thread safety: several threads may call any function at the same time.
class RunExecutor {
 public:
  using Counter = Result<model::CounterSpec, std::string>;
  using MakeCounter = std::function<Counter(std::size_t point)>;

  RunExecutor(MakeCounter make_counter, MetricSet metrics)
      : make_counter_(std::move(make_counter)), metrics_(std::move(metrics)) {}

  RunOutcome run(RunId id);

  const MetricSet& metrics() const { return metrics_; }

  /// Returns the counter of a point, or why there is none.
  std::shared_ptr<const Counter> counter(std::size_t point);

 private:
  MakeCounter make_counter_;
  MetricSet metrics_;
  std::mutex mutex_;
  std::map<std::size_t, std::shared_ptr<const Counter>> counters_;  // of some points only
};

/// Returns the scenario of a study with the values of a point, or the errors that those cause.
RunExecutor::Counter counter_at(const Study& study, const Point& point);

/// Returns the texts of all errors, one a line. For errors that have no file to point at.
std::string error_text(const scenario::Diagnostics& diagnostics);

}  // namespace fastfood::experiment
