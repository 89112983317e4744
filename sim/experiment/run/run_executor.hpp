#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/experiment/study/points.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/json/diagnostics.hpp"

namespace fastfood::experiment {

/// What a run shows of some metrics, in their order; null where it has nothing to show.
using MetricValues = std::vector<std::optional<double>>;

/// The metrics that are looked at in each run, each of them once.
class MetricSet {
 public:
  MetricSet() = default;
  explicit MetricSet(const std::vector<std::string>& metrics);

  /// The place of a metric, which joins the others if it is new.
  std::size_t add(const std::string& metric);

  const std::vector<std::string>& names() const { return names_; }

  MetricValues of(const model::RunResult& run) const;

 private:
  std::vector<std::string> names_;
  std::vector<model::MetricPath> paths_;
};

/// What one run has shown, or why it came to no end.
using RunOutcome = Result<MetricValues, std::string>;

/// The faults of a scenario in one text, for where there is no file to point at.
std::string error_text(const scenario::Diagnostics& faults);

/// Runs points, whose counters are made when they are first run. Safe to use on several threads at once.
class RunExecutor {
 public:
  using Counter = Result<model::CounterSpec, std::string>;
  using MakeCounter = std::function<Counter(std::size_t point)>;

  RunExecutor(MakeCounter make, MetricSet figures) : make_(std::move(make)), figures_(std::move(figures)) {}

  RunOutcome run(RunId id);

  const MetricSet& figures() const { return figures_; }

  /// The counter of a point.
  std::shared_ptr<const Counter> counter(std::size_t point);

 private:
  MakeCounter make_;
  MetricSet figures_;
  std::mutex mutex_;
  std::map<std::size_t, std::shared_ptr<const Counter>> counters_;  // of a few points that are being run
};

/// The counter of a point of a study.
RunExecutor::Counter counter_at(const Study& study, const Point& point);

}  // namespace fastfood::experiment
