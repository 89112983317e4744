#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/run/jobs.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/counter.hpp"

namespace fastfood::experiment {

/// Several runs of one counter: what they show pooled, and each by itself.
struct Replicated {
  model::RunResult pooled;
  std::vector<model::RunResult> each;  // in order of replication
};

/// Who is told what of a replication.
using MakeRunOptions = std::function<model::RunOptions(std::uint64_t replication)>;

/// Runs replications 0 to `replications` - 1, which is at least 1, on so many threads; the result does not depend on
/// these. With one, orders and events come replication by replication. Else why the first that failed did, or why they
/// cannot be pooled.
Result<Replicated, std::string> replicate(const model::CounterSpec& spec, std::int64_t replications, const Jobs& jobs,
                                          const MakeRunOptions& watch);

/// Metric path → estimate over replications, for every number that a run measures, in the order of
/// `model::estimated_metrics`.
std::vector<std::pair<std::string, Estimate>> estimates(const Replicated& runs, double confidence);

}  // namespace fastfood::experiment
