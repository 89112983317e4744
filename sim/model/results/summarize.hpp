#pragma once

#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// Computes the result of the runs of `spec` that `all` counts: of one run or, pooled, of several.
RunResult summarize(const CounterSpec& spec, const RunStatistics& all);

/// Returns whether results of `spec` have `money`: it has at least one price or cost.
bool has_money(const CounterSpec& spec);

}  // namespace fastfood::model
