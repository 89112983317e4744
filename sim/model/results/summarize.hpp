#pragma once

#include "sim/model/results/run_result.hpp"
#include "sim/model/results/run_statistics.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

/// What the tallies of runs of `spec` show: those of one run or, pooled, of several.
RunResult summarize(const CounterSpec& spec, const RunStatistics& all);

/// Whether runs of `spec` show money: where it has any price or cost.
bool has_money(const CounterSpec& spec);

}  // namespace fastfood::model
