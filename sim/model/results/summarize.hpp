#pragma once

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/model/results/run_statistics.hpp"

namespace sim::model {

/// What the tallies of runs of `spec` show: those of one run or, pooled, of several.
Observations observe(const CounterSpec& spec, const Tallies& all);

/// Whether runs of `spec` show money: where it has any price or cost.
bool has_money(const CounterSpec& spec);

}  // namespace sim::model
