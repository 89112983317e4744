#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/comparison.hpp"
#include "sim/experiment/jobs.hpp"
#include "sim/model/spec.hpp"

namespace sim::experiment {

/// A counter that is compared, and what was changed to make it: path → value as JSON.
struct Contender {
  std::string name;
  std::vector<std::pair<std::string, std::string>> change;
  model::CounterSpec spec;
  std::string change_text{};  // the change as a person reads it
};

/// How counters are compared. `metric`, the one that matters most, is among the metrics, and so is the one that takes
/// its place where customers balk or renege in any run.
struct ComparisonPlan {
  std::string metric;
  std::optional<std::string> metric_where_some_leave{};
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
Result<Comparison, std::string> compare(std::vector<Contender> contenders, const ComparisonPlan& plan);

}  // namespace sim::experiment
