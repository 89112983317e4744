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

/// Runs one counter several times, each time with other random numbers.
///
/// Thread safety: `replicate` starts threads of its own and joins them before it returns. It calls `make_options` and
/// the sinks on all of these threads, several at the same time if there is more than one job.
///
/// Invariants:
/// 1. The result does not depend on the number of threads.
/// 2. With one job, the sinks receive replication after replication, in order.
///
/// Example:
///
///     const auto options = [](std::uint64_t replication) -> model::RunOptions { return {.replication = replication};
///     }; const auto runs = replicate(spec, 10, 2, options); if (runs) {
///       for (const auto& [metric, estimate] : estimates(*runs, 0.95)) {
///         std::cout << metric << ": " << estimate.mean.value_or(0) << '\n';
///       }
///     } else {
///       std::cerr << runs.error() << '\n';
///     }
namespace fastfood::experiment {

/// Several runs of one counter: their results pooled, and each by itself.
struct Replicated {
  model::RunResult pooled;
  std::vector<model::RunResult> each;  // in order of replication; if there are several, without `why`
};

/// Returns how to run a replication, with the sinks that observe it. Its `replication` has to be that number.
using MakeRunOptions = std::function<model::RunOptions(std::uint64_t replication)>;

/// Runs replications 0 to `replications` - 1; there is at least one. Returns why the first that failed did, or why they
/// cannot be pooled. Calls `on_run_end` after each run, one call at a time.
Result<Replicated, std::string> replicate(
    const model::CounterSpec& spec, std::int64_t replications, const Jobs& jobs, const MakeRunOptions& make_options,
    const std::function<void()>& on_run_end = [] {});

/// Returns metric path → estimate over replications, in the order of `model::estimated_metrics`.
std::vector<std::pair<std::string, Estimate>> estimates(const Replicated& runs, double confidence);

}  // namespace fastfood::experiment
