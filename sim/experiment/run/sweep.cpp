#include "sim/experiment/run/sweep.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/experiment/statistics/precision.hpp"
#include "sim/model/run/randomness.hpp"

namespace fastfood::experiment {
namespace {

const Precision* precision_of(const Study& study) { return std::get_if<Precision>(&study.replications); }

Replicate replicate_of(const Study& study) {
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

  SweepPlan(const Study& study, const Points& points, const SweepOptions& order)
      : study_(study),
        points_(points),
        order_(order),
        trials_([this](std::size_t point) { return counter_at(study_, points_.at(point)); }, measured_metrics(study)),
        least_(replicate_of(study).least),
        results_(points.size()),
        is_settled_(points.size()) {
    if (const Precision* precision = precision_of(study)) {
      measure_ = measured_metrics(study).add(precision->metric);
    }
  }

  Outcome run(RunId id) { return trials_.run(id); }

  std::optional<Outcome> recall(RunId id) const {
    return order_.watch.recall ? order_.watch.recall(points_.at(id.point), id.replication) : std::nullopt;
  }

  void finished(RunId id, const Outcome& outcome) const {
    if (order_.watch.on_run_end) {
      order_.watch.on_run_end(points_.at(id.point), id.replication, outcome);
    }
  }

  std::int64_t take(RunId id, Outcome outcome) {
    Open& open = opened(id.point);
    if (!outcome) {
      settle(id.point, open, id.replication, outcome.error());
      return 0;
    }
    const std::int64_t taken = id.replication + 1;
    const std::int64_t needed = open.rule ? needed_by(open, *outcome) : least_;
    for (std::size_t i = 0; i != outcome->size(); ++i) {
      open.metrics[i].push_back((*outcome)[i]);
    }
    if (taken >= needed) {
      settle(id.point, open, taken, std::nullopt);
    }
    return needed;
  }

  /// Those before the first that failed are waited for, so that it is always the same one.
  bool is_over() const { return order_.fail_fast && first_failed_ < settled_; }

  std::vector<PointResult> results() && {
    results_.resize(std::min(results_.size(), order_.fail_fast ? first_failed_ + 1 : results_.size()));
    return std::move(results_);
  }

 private:
  /// A point that is being run.
  struct Open {
    explicit Open(std::size_t figures) : metrics(figures) {}

    std::vector<MetricValues> metrics;  // of each its values, in order of replication
    std::optional<PrecisionRule> rule;
  };

  Open& opened(std::size_t point) {
    const auto [found, is_new] = open_.try_emplace(point, trials_.figures().names().size());
    const Precision* precision = precision_of(study_);
    if (is_new && precision != nullptr) {
      const auto counter = trials_.counter(point);
      found->second.rule.emplace(*precision, !*counter || model::is_random(**counter));
    }
    return found->second;
  }

  /// How many replications are needed for sure, with the values of one more.
  std::int64_t needed_by(Open& open, const MetricValues& values) const {
    open.rule->add(values[measure_]);
    const std::int64_t taken = open.rule->replications();
    return open.rule->is_enough() ? taken : std::max(least_, taken + 1);
  }

  void settle(std::size_t point, const Open& open, std::int64_t replications, std::optional<std::string> error) {
    PointResult& result = results_[point];
    result.parameters = points_.at(point);
    result.replications = replications;
    for (std::size_t i = 0; i != study_.metrics.size(); ++i) {
      result.metrics.push_back(
          estimate(open.metrics[i], study_.confidence, open.rule ? Stopping::by_width : Stopping::fixed));
    }
    if (open.rule) {
      result.is_precise = open.rule->is_precise();
    }
    result.error = std::move(error);
    if (result.error) {
      first_failed_ = std::min(first_failed_, point);
    }
    open_.erase(point);
    is_settled_[point] = true;
    while (settled_ != is_settled_.size() && is_settled_[settled_]) {
      ++settled_;
    }
    if (order_.watch.on_point_end) {
      order_.watch.on_point_end(result);
    }
  }

  const Study& study_;
  const Points& points_;
  const SweepOptions& order_;
  RunExecutor trials_;
  std::int64_t least_;
  std::size_t measure_ = 0;  // the place of the metric whose precision was asked for
  std::map<std::size_t, Open> open_;
  std::vector<PointResult> results_;
  std::vector<bool> is_settled_;
  std::size_t settled_ = 0;  // the first so many are
  std::size_t first_failed_ = static_cast<std::size_t>(-1);
};

}  // namespace

MetricSet measured_metrics(const Study& study) {
  MetricSet figures(study.metrics);
  if (const Precision* precision = precision_of(study)) {
    figures.add(precision->metric);
  }
  return figures;
}

std::vector<PointResult> sweep(const Study& study, const Points& points, const SweepOptions& order) {
  SweepPlan plan(study, points, order);
  RunScheduler<SweepPlan>(plan, points.size(), replicate_of(study), order.jobs).run_all();
  return std::move(plan).results();
}

}  // namespace fastfood::experiment
