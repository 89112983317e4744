#include "sim/experiment/run/compare.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>

#include "sim/base/printable.hpp"
#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/run/randomness.hpp"

namespace fastfood::experiment {
namespace {

/// Each alternative is a point; of each metric its values, in order of replication.
class ComparisonRuns {
 public:
  using Outcome = RunOutcome;

  ComparisonRuns(const std::vector<Alternative>& alternatives, const std::vector<std::string>& metrics,
                 std::int64_t replications)
      : alternatives_(alternatives),
        replications_(replications),
        trials_([&alternatives](std::size_t point) -> RunExecutor::Counter { return alternatives[point].spec; },
                MetricSet(metrics)),
        values_(alternatives.size(), std::vector<MetricValues>(metrics.size())) {}

  Outcome run(RunId id) { return trials_.run(id); }
  std::optional<Outcome> recall(RunId) const { return std::nullopt; }
  void finished(RunId, const Outcome&) const {}

  std::int64_t take(RunId id, Outcome outcome) {
    if (!outcome) {
      failures_[id.point] = outcome.error();
      return 0;
    }
    for (std::size_t metric = 0; metric != outcome->size(); ++metric) {
      values_[id.point][metric].push_back((*outcome)[metric]);
    }
    return replications_;
  }

  bool is_over() const { return false; }

  /// Why the first of those that failed did.
  std::optional<std::string> failure() const {
    return failures_.empty() ? std::nullopt
                             : std::optional(printable(alternatives_[failures_.begin()->first].name) + ": " +
                                             failures_.begin()->second);
  }

  const MetricValues& values(std::size_t alternative, const std::string& metric) const {
    const std::vector<std::string>& names = trials_.figures().names();
    return values_[alternative][static_cast<std::size_t>(std::ranges::find(names, metric) - names.begin())];
  }

 private:
  const std::vector<Alternative>& alternatives_;
  std::int64_t replications_;
  RunExecutor trials_;
  std::vector<std::vector<MetricValues>> values_;
  std::map<std::size_t, std::string> failures_;
};

/// The metrics that are shown, and those that tell whose times they are.
std::vector<std::string> all_of(std::vector<std::string> shown) {
  shown.insert(shown.end(), {"customers.arrived", "customers.served", "customers.balked", "customers.reneged"});
  return shown;
}

double sum(const MetricValues& values) {
  const auto add = [](double sum, std::optional<double> value) { return sum + value.value_or(0); };
  return std::accumulate(values.begin(), values.end(), 0.0, add);
}

std::optional<double> share_served(const ComparisonRuns& runs, std::size_t alternative) {
  const double came = sum(runs.values(alternative, "customers.arrived"));
  return came > 0 ? std::optional{sum(runs.values(alternative, "customers.served")) / came} : std::nullopt;
}

bool does_anyone_leave(const ComparisonRuns& runs, std::size_t alternatives) {
  for (std::size_t i = 0; i != alternatives; ++i) {
    if (sum(runs.values(i, "customers.balked")) + sum(runs.values(i, "customers.reneged")) > 0) {
      return true;
    }
  }
  return false;
}

/// The runs may decide which metric matters most, so that both of those count as the main one.
bool may_matter_most(const ComparisonOptions& plan, const std::string& metric) {
  return metric == plan.metric || metric == plan.metric_if_some_leave;
}

JointConfidence joint_confidence_of(const ComparisonOptions& plan, std::size_t alternatives) {
  const auto main = static_cast<std::size_t>(std::ranges::count_if(
      plan.metrics, [&plan](const std::string& metric) { return may_matter_most(plan, metric); }));
  return joint_confidence(plan.confidence, alternatives, main, plan.metrics.size() - main);
}

/// The differences of one from the baseline in each metric.
std::vector<MetricDifference> differences_of(const ComparisonRuns& runs, std::size_t alternative,
                                             const ComparisonOptions& plan, bool is_exact,
                                             const JointConfidence& confidence) {
  std::vector<MetricDifference> differences;
  for (const std::string& metric : plan.metrics) {
    const MetricValues& baseline = runs.values(0, metric);
    const MetricValues& value = runs.values(alternative, metric);
    const bool is_main = may_matter_most(plan, metric);
    differences.push_back(is_exact
                              ? exact_difference_of(baseline.front(), value.front())
                              : difference_of(baseline, value, is_main ? confidence.of_main : confidence.of_others));
  }
  return differences;
}

}  // namespace

std::vector<std::string> shown_metrics(bool has_target, bool has_money) {
  std::vector<std::string> metrics{"total_time.mean", "total_time.p95", "wait_time.mean"};
  if (has_target) {
    metrics.emplace_back("satisfied.fraction");
  }
  metrics.insert(metrics.end(), {"customers.served", "throughput_per_hour"});
  if (has_money) {
    metrics.emplace_back("money.profit");
  }
  return metrics;
}

Result<Comparison, std::string> compare(std::vector<Alternative> alternatives, const ComparisonOptions& plan) {
  for (Alternative& alternative : alternatives) {
    alternative.spec.seed = alternatives.front().spec.seed;
  }
  const bool exact =
      std::ranges::none_of(alternatives, [](const Alternative& it) { return model::is_random(it.spec); });
  const std::int64_t replications = exact ? 1 : plan.replications;
  ComparisonRuns runs(alternatives, all_of(plan.metrics), replications);
  RunScheduler<ComparisonRuns>(runs, alternatives.size(), {replications, replications}, plan.jobs).run_all();
  if (const auto failure = runs.failure()) {
    return Unexpected(*failure);
  }

  Comparison comparison{alternatives.front().name, plan.metric, plan.confidence, plan.metrics, {}, exact};
  if (plan.metric_if_some_leave && does_anyone_leave(runs, alternatives.size())) {
    comparison.metric = *plan.metric_if_some_leave;
  }
  comparison.served = share_served(runs, 0);
  const JointConfidence confidence = joint_confidence_of(plan, alternatives.size() - 1);
  for (std::size_t i = 1; i != alternatives.size(); ++i) {
    comparison.differences.push_back({alternatives[i].name, alternatives[i].change,
                                      differences_of(runs, i, plan, exact, confidence), alternatives[i].change_text,
                                      share_served(runs, i)});
  }
  return comparison;
}

}  // namespace fastfood::experiment
