#include "sim/experiment/run/sweep.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "sim/experiment/run/open_points.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/experiment/statistics/precision.hpp"
#include "sim/model/run/randomness.hpp"

namespace fastfood::experiment {
namespace {

const Precision* precision_of(const Study& study) { return std::get_if<Precision>(&study.replications); }

ReplicationLimits limits_of(const Study& study) {
  if (const Precision* precision = precision_of(study)) {
    return {std::min(precision->min, precision->max), precision->max};
  }
  const std::int64_t replications = std::get<std::int64_t>(study.replications);
  return {replications, replications};
}

/// The runs of a study, point by point.
class SweepPlan {
 public:
  using Outcome = RunOutcome;

  SweepPlan(const Study& study, const Points& points, const SweepOptions& options)
      : study_(study),
        points_(points),
        options_(options),
        executor_([this](std::size_t point) { return counter_at(study_, points_.at(point)); }, measured_metrics(study)),
        min_replications_(limits_of(study).min),
        open_(points.size(), executor_.metrics().names().size()),
        results_(points.size()) {
    if (const Precision* precision = precision_of(study)) {
      precision_metric_ = measured_metrics(study).add(precision->metric);
    }
  }

  Outcome run(RunId id) { return executor_.run(id); }

  std::optional<Outcome> recall(RunId id) const {
    const auto& recall = options_.callbacks.recall;
    return recall ? recall(points_.at(id.point), id.replication) : std::nullopt;
  }

  void on_run_end(RunId id, const Outcome& outcome) const {
    if (options_.callbacks.on_run_end) {
      options_.callbacks.on_run_end(points_.at(id.point), id.replication, outcome);
    }
  }

  std::int64_t on_result(RunId id, Outcome outcome) {
    PrecisionRule* rule = rule_of(id.point);
    if (!outcome) {
      settle(id.point, id.replication, outcome.error());
      return 0;
    }
    const std::int64_t taken = id.replication + 1;
    const std::int64_t needed = rule != nullptr ? needed_by(*rule, *outcome) : min_replications_;
    open_.add(id.point, *outcome);
    if (taken >= needed) {
      settle(id.point, taken, std::nullopt);
    }
    return needed;
  }

  /// Waits for all points before one that failed, so that the sweep always ends with the same one.
  bool finished() const { return options_.fail_fast && first_failed_ < open_.settled_in_order(); }

  std::vector<PointResult> results() && {
    results_.resize(std::min(results_.size(), options_.fail_fast ? first_failed_ + 1 : results_.size()));
    return std::move(results_);
  }

 private:
  /// Returns the rule that stops a point; null if the number of replications is fixed.
  PrecisionRule* rule_of(std::size_t point) {
    const Precision* precision = precision_of(study_);
    if (precision == nullptr) {
      return nullptr;
    }
    if (const auto found = rules_.find(point); found != rules_.end()) {
      return &found->second;
    }
    const auto counter = executor_.counter(point);
    const bool is_random = !*counter || model::is_random(**counter);
    return &rules_.try_emplace(point, *precision, is_random).first->second;
  }

  /// Adds the values of a replication to the rule. Returns how many replications are needed for sure.
  std::int64_t needed_by(PrecisionRule& rule, const MetricValues& values) const {
    rule.add(values[precision_metric_]);
    return rule.is_enough() ? rule.replications() : std::max(min_replications_, rule.replications() + 1);
  }

  void settle(std::size_t point, std::int64_t replications, std::optional<std::string> error) {
    const PrecisionRule* rule = rule_of(point);
    PointResult& result = results_[point];
    result.parameters = points_.at(point);
    result.replications = replications;
    result.metrics = open_.settle(point, study_.confidence, rule != nullptr ? Stopping::by_width : Stopping::fixed);
    result.metrics.resize(study_.metrics.size());  // without the metric of the precision
    if (rule != nullptr) {
      result.is_precise = rule->is_precise();
      rules_.erase(point);
    }
    result.error = std::move(error);
    if (result.error) {
      first_failed_ = std::min(first_failed_, point);
    }
    if (options_.callbacks.on_point_end) {
      options_.callbacks.on_point_end(result);
    }
  }

  const Study& study_;
  const Points& points_;
  const SweepOptions& options_;
  RunExecutor executor_;
  std::int64_t min_replications_;
  std::size_t precision_metric_ = 0;  // the index of the metric that has to be precise
  OpenPoints open_;
  std::map<std::size_t, PrecisionRule> rules_;  // of the open points
  std::vector<PointResult> results_;
  std::size_t first_failed_ = static_cast<std::size_t>(-1);
};

}  // namespace

MetricSet measured_metrics(const Study& study) {
  MetricSet metrics(study.metrics);
  if (const Precision* precision = precision_of(study)) {
    metrics.add(precision->metric);
  }
  return metrics;
}

std::vector<PointResult> sweep(const Study& study, const Points& points, const SweepOptions& options) {
  SweepPlan plan(study, points, options);
  RunScheduler<SweepPlan>(plan, points.size(), limits_of(study), options.jobs).run_all();
  return std::move(plan).results();
}

}  // namespace fastfood::experiment
