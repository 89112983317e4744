#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/run/jobs.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/spec.hpp"

/// Compares counters with a baseline on the same customers.
///
/// Thread safety: `compare` starts threads of its own and joins them before it returns. Several comparisons may run at
/// the same time.
///
/// Invariants:
/// 1. The result does not depend on the number of threads.
/// 2. All counters draw from the seed of the baseline, so replication i has the same customers in each of them.
/// 3. All intervals of all differences in all metrics hold together at the confidence of the comparison, if the
///    differences are about normal (see `joint_confidence`). So all verdicts are correct together with it, too.
///
/// Example, of two counters `one_till` and `two_tills`:
///
///     const ComparisonOptions options{.metric = "total_time.mean", .metrics = {"total_time.mean"}};
///     const auto comparison = compare({{"one till", {}, one_till}, {"two tills", {}, two_tills}}, options);
///     if (comparison) {
///       const MetricDifference& it = comparison->differences.front().metrics.front();
///       std::cout << it.difference.value_or(0) << " s, plus or minus " << it.half_width.value_or(0) << " s\n";
///     } else {
///       std::cerr << comparison.error() << '\n';
///     }
namespace fastfood::experiment {

/// A counter to compare, and what was changed to make it: path → value as JSON.
struct Alternative {
  std::string name;
  std::vector<std::pair<std::string, std::string>> change;
  model::CounterSpec spec;
  std::string change_text{};              // the change for a person: `grill: 1 → 2`
  std::optional<double> cost_per_hour{};  // of what was added, if the scenario says
};

/// How to compare. `metric` is the main metric. If customers balk or renege in any run, `metric_if_some_leave` is the
/// main one instead, unless it is none. Both have to be among `metrics`.
struct ComparisonOptions {
  std::string metric;
  std::optional<std::string> metric_if_some_leave{};
  std::vector<std::string> metrics;
  std::vector<std::string> parts{};  // metrics of which only the means are wanted, without a claim on differences
  std::int64_t replications = 10;    // of each counter
  double confidence = 0.95;
  Jobs jobs;
  std::function<void()> on_run_end = [] {};  // called by one thread at a time
};

/// The means of a metric over replications; none if no run has a value.
struct PartMeans {
  std::string metric;
  std::optional<double> baseline;
  std::optional<double> value;

  bool operator==(const PartMeans&) const = default;
};

/// How one counter differs from the baseline.
struct Difference {
  std::string name;
  std::vector<std::pair<std::string, std::string>> change;  // path → value as JSON
  std::vector<MetricDifference> metrics;                    // in the order of `Comparison::metrics`
  std::string change_text{};
  std::optional<double> served{};         // share of the customers who came, over all replications; none if nobody came
  std::optional<double> cost_per_hour{};  // of what was added, if the scenario says
  std::vector<PartMeans> parts{};         // in the order of the options

  bool operator==(const Difference&) const = default;
};

/// The counters against the baseline.
struct Comparison {
  std::string baseline;
  std::string metric;  // the main one
  double confidence = 0.95;
  std::vector<std::string> metrics;
  std::vector<Difference> differences;
  bool is_exact = false;           // no counter has randomness, so one replication of each was enough
  std::optional<double> served{};  // by the baseline: share of the customers who came, over all replications
  bool has_same_customers = true;  // in all counters: they come at the same times and order the same

  bool operator==(const Comparison&) const = default;
};

/// Compares all counters but the first with the first, which is the baseline. There have to be at least two. Returns
/// why a run failed if one did.
Result<Comparison, std::string> compare(std::vector<Alternative> alternatives, const ComparisonOptions& options);

/// Returns the metrics of the parts of customers' time: in line, ordering, waiting and work at each station, by hand,
/// waiting for hands, handing over. Together they are the mean total time, unless a station has the name of a phase,
/// whose part no metric has.
std::vector<std::string> time_parts(const std::vector<Alternative>& alternatives);

/// Returns the metrics to compare by default. The first is the mean total time. Customers who are satisfied are among
/// them if the counter has a target, the profit if it has money.
std::vector<std::string> shown_metrics(bool has_target, bool has_money);

}  // namespace fastfood::experiment
