#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/run/jobs.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::experiment {

/// Whether an interval leaves out 0.
enum class Verdict { lower, higher, not_distinguishable };

/// How a metric differs from the baseline's, replication by replication on the same customers.
struct MetricDifference {
  std::optional<double> baseline;
  std::optional<double> value;
  std::optional<double> difference;   // value - baseline
  std::optional<double> half_width;   // of its interval
  std::optional<double> correlation;  // of the two over replications; none where one of them does not vary
  std::int64_t n = 0;                 // the replications in which neither is null
  Verdict verdict = Verdict::not_distinguishable;

  bool operator==(const MetricDifference&) const = default;
};

/// How one counter differs from the baseline.
struct Difference {
  std::string name;
  std::vector<std::pair<std::string, std::string>> change;  // path → value as JSON
  std::vector<MetricDifference> metrics;                    // in the order of `Comparison::metrics`
  std::string change_text{};                                // the change as a person reads it, `grill: 1 → 2`
  std::optional<double> served{};                           // the share of those who came, over all replications

  bool operator==(const Difference&) const = default;
};

/// Some counters against one. All intervals of all metrics hold together at this confidence, of differences that are
/// about normal. Each verdict is what its interval says, so that all verdicts are right together with it, too.
struct Comparison {
  std::string baseline;
  std::string metric;  // the one that matters most, among the metrics
  double confidence = 0.95;
  std::vector<std::string> metrics;
  std::vector<Difference> differences;
  bool is_exact = false;           // nothing was left to chance
  std::optional<double> served{};  // by the baseline: the share of those who came, over all replications

  bool operator==(const Comparison&) const = default;
};

/// A counter that is compared, and what was changed to make it: path → value as JSON.
struct Alternative {
  std::string name;
  std::vector<std::pair<std::string, std::string>> change;
  model::CounterSpec spec;
  std::string change_text{};  // the change as a person reads it
};

/// How counters are compared. `metric`, the one that matters most, is among the metrics, and so is the one that takes
/// its place where customers balk or renege in any run.
struct ComparisonOptions {
  std::string metric;
  std::optional<std::string> metric_if_some_leave{};
  std::vector<std::string> metrics;
  std::int64_t replications = 10;
  double confidence = 0.95;
  Jobs jobs;
};

/// The metrics that people ask about counters: the mean total time first, how many are satisfied where there is a
/// target, and the profit where there is money.
std::vector<std::string> shown_metrics(bool has_target, bool has_money);

/// Compares all but the first of at least two counters with the first, replication by replication on the same
/// customers: all draw from the first one's seed. The intervals of all differences in all metrics hold together (see
/// `joint_confidence`). Where nothing is left to chance one replication decides. Else why a run failed.
Result<Comparison, std::string> compare(std::vector<Alternative> alternatives, const ComparisonOptions& plan);

}  // namespace fastfood::experiment
