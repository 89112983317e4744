#include "sim/experiment/run/compare.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>

#include "sim/base/printable.hpp"
#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/run/run_scheduler.hpp"
#include "sim/model/results/why_metrics.hpp"
#include "sim/model/run/randomness.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::experiment {
namespace {

/// Runs each counter, as a point, and keeps all values.
class ComparePlan {
 public:
  using Outcome = RunOutcome;

  ComparePlan(const std::vector<Alternative>& alternatives, const std::vector<std::string>& metrics,
              std::int64_t replications, const std::function<void()>& on_run_end)
      : alternatives_(alternatives),
        replications_(replications),
        on_run_end_(on_run_end),
        executor_([&alternatives](std::size_t point) -> RunExecutor::Counter { return alternatives[point].spec; },
                  MetricSet(metrics)),
        values_(alternatives.size(), std::vector<MetricValues>(metrics.size())) {}

  Outcome run(RunId id) { return executor_.run(id); }
  std::optional<Outcome> recall(RunId) const { return std::nullopt; }
  void on_run_end(RunId, const Outcome&) const { on_run_end_(); }

  std::int64_t on_result(RunId id, Outcome outcome) {
    if (!outcome) {
      failures_[id.point] = outcome.error();
      return 0;
    }
    for (std::size_t metric = 0; metric != outcome->size(); ++metric) {
      values_[id.point][metric].push_back((*outcome)[metric]);
    }
    return replications_;
  }

  bool finished() const { return false; }

  /// Returns why the first counter that failed did; none if none failed.
  std::optional<std::string> failure() const {
    if (failures_.empty()) {
      return std::nullopt;
    }
    const auto& [point, why] = *failures_.begin();
    return printable(alternatives_[point].name) + ": " + why;
  }

  /// Returns the values of a metric, in order of replication.
  const MetricValues& values(std::size_t alternative, const std::string& metric) const {
    const std::vector<std::string>& names = executor_.metrics().names();
    return values_[alternative][static_cast<std::size_t>(std::ranges::find(names, metric) - names.begin())];
  }

 private:
  const std::vector<Alternative>& alternatives_;
  std::int64_t replications_;
  const std::function<void()>& on_run_end_;
  RunExecutor executor_;
  std::vector<std::vector<MetricValues>> values_;  // by alternative and metric
  std::map<std::size_t, std::string> failures_;
};

/// Returns the metrics to measure: those to show, and those that tell how many customers the times are of.
std::vector<std::string> all_metrics(const ComparisonOptions& options) {
  std::vector<std::string> shown = options.metrics;
  shown.insert(shown.end(), options.parts.begin(), options.parts.end());
  shown.insert(shown.end(), {"customers.arrived", "customers.served", "customers.balked", "customers.reneged"});
  return shown;
}

double sum_of(const MetricValues& values) {
  const auto add = [](double sum, std::optional<double> value) { return sum + value.value_or(0); };
  return std::accumulate(values.begin(), values.end(), 0.0, add);
}

/// Returns the means of the parts, of the baseline and of another counter.
std::vector<PartMeans> parts_of(const ComparePlan& runs, std::size_t alternative, const ComparisonOptions& options) {
  const auto mean = [&](std::size_t which, const std::string& metric) {
    return estimate(runs.values(which, metric), options.confidence).mean;
  };
  std::vector<PartMeans> parts;
  for (const std::string& metric : options.parts) {
    parts.push_back({metric, mean(0, metric), mean(alternative, metric)});
  }
  return parts;
}

std::optional<double> share_served(const ComparePlan& runs, std::size_t alternative) {
  const double arrived = sum_of(runs.values(alternative, "customers.arrived"));
  return arrived > 0 ? std::optional{sum_of(runs.values(alternative, "customers.served")) / arrived} : std::nullopt;
}

bool does_anyone_leave(const ComparePlan& runs, std::size_t alternatives) {
  for (std::size_t i = 0; i != alternatives; ++i) {
    if (sum_of(runs.values(i, "customers.balked")) + sum_of(runs.values(i, "customers.reneged")) > 0) {
      return true;
    }
  }
  return false;
}

/// The runs decide which of two metrics is the main one, so both count as main.
bool may_be_main(const ComparisonOptions& options, const std::string& metric) {
  return metric == options.metric || metric == options.metric_if_some_leave;
}

JointConfidence joint_confidence_of(const ComparisonOptions& options, std::size_t alternatives) {
  const auto main = static_cast<std::size_t>(std::ranges::count_if(
      options.metrics, [&options](const std::string& metric) { return may_be_main(options, metric); }));
  return joint_confidence(options.confidence, alternatives, main, options.metrics.size() - main);
}

/// Returns the differences of one counter from the baseline in each metric.
std::vector<MetricDifference> differences_of(const ComparePlan& runs, std::size_t alternative,
                                             const ComparisonOptions& options, bool is_exact,
                                             const JointConfidence& confidence) {
  std::vector<MetricDifference> differences;
  for (const std::string& metric : options.metrics) {
    const MetricValues& baseline = runs.values(0, metric);
    const MetricValues& value = runs.values(alternative, metric);
    const double each = may_be_main(options, metric) ? confidence.of_main : confidence.of_others;
    differences.push_back(is_exact ? exact_difference(baseline.front(), value.front())
                                   : paired_difference(baseline, value, each));
  }
  return differences;
}

/// Returns whether customers come to both counters at the same times, and order the same.
bool have_same_customers(const model::CounterSpec& one, const model::CounterSpec& other) {
  const auto same_order = [](const model::OrderSpec& a, const model::OrderSpec& b) {
    return std::tie(a.at, a.items) == std::tie(b.at, b.items);
  };
  const auto same_stream = [](const model::StreamSpec& a, const model::StreamSpec& b) {
    return std::tie(a.name, a.when, a.count, a.items, a.from, a.until) ==
           std::tie(b.name, b.when, b.count, b.items, b.from, b.until);
  };
  // Orders name items by their place in the menu. A counter may offer more at its end.
  const auto items = static_cast<std::ptrdiff_t>(std::min(one.menu.size(), other.menu.size()));
  return one.until == other.until && std::ranges::equal(one.orders, other.orders, same_order) &&
         std::ranges::equal(one.arrivals, other.arrivals, same_stream) &&
         std::equal(one.menu.begin(), one.menu.begin() + items, other.menu.begin(),
                    [](const auto& a, const auto& b) { return a.name == b.name; });
}

}  // namespace

Result<Comparison, std::string> compare(std::vector<Alternative> alternatives, const ComparisonOptions& options) {
  for (Alternative& alternative : alternatives) {
    alternative.spec.seed = alternatives.front().spec.seed;
  }
  const bool exact =
      std::ranges::none_of(alternatives, [](const Alternative& it) { return model::is_random(it.spec); });
  const std::int64_t replications = exact ? 1 : options.replications;
  ComparePlan runs(alternatives, all_metrics(options), replications, options.on_run_end);
  RunScheduler<ComparePlan>(runs, alternatives.size(), {replications, replications}, options.jobs).run_all();
  if (const auto failure = runs.failure()) {
    return Unexpected(*failure);
  }

  Comparison comparison{alternatives.front().name, options.metric, options.confidence, options.metrics, {}, exact};
  if (options.metric_if_some_leave && does_anyone_leave(runs, alternatives.size())) {
    comparison.metric = *options.metric_if_some_leave;
  }
  comparison.served = share_served(runs, 0);
  comparison.has_same_customers = std::ranges::all_of(
      alternatives, [&](const Alternative& it) { return have_same_customers(alternatives.front().spec, it.spec); });
  const JointConfidence confidence = joint_confidence_of(options, alternatives.size() - 1);
  for (std::size_t i = 1; i != alternatives.size(); ++i) {
    const Alternative& alternative = alternatives[i];
    comparison.differences.push_back({alternative.name, alternative.change,
                                      differences_of(runs, i, options, exact, confidence), alternative.change_text,
                                      share_served(runs, i), alternative.cost_per_hour, parts_of(runs, i, options)});
  }
  return comparison;
}

std::vector<std::string> time_parts(const std::vector<Alternative>& alternatives) {
  std::vector<std::string> parts{"why.line.mean", "why.ordering.mean"};
  for (const Alternative& alternative : alternatives) {
    for (const model::StationSpec& station : alternative.spec.stations) {
      if (!model::is_why_station(station.name)) {
        continue;
      }
      const scenario::Path path = scenario::Path() / "why" / station.name;
      for (const scenario::Path& part : {path / "wait" / "mean", path / "work" / "mean"}) {
        if (std::ranges::find(parts, part.str()) == parts.end()) {
          parts.push_back(part.str());
        }
      }
    }
  }
  parts.insert(parts.end(), {"why.by_hand.mean", "why.ready.mean", "why.handing_over.mean"});
  return parts;
}

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

}  // namespace fastfood::experiment
