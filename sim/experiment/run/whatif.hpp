#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/compare.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/reader.hpp"

namespace fastfood::experiment {

/// What is asked of each part of a counter.
enum class Margin { one_more, one_fewer };

/// The counter as it is, first, and with one more or one fewer of this and that, one at a time. Each tells its change
/// as a person reads it: `till: 2, 0, 2 → 3, 1, 3`.
struct MarginalAlternatives {
  std::vector<Alternative> alternatives;
  std::vector<std::string> left_out;  // what cannot be changed so, and why
};

/// Of units of each station, portions in each batch, servers of each group that has a limit, and orders in flight of
/// each such group that works async: one more, at all times of a schedule, also where it says 0; or one fewer, where
/// and when there are at least two.
MarginalAlternatives marginal_alternatives(const scenario::Template& scenario, const model::CounterSpec& today,
                                           Margin margin);

/// What changes of this counter are ordered by: the satisfied fraction where there is a target, else customers served
/// where some leave in a run, else the mean total time. Shows beside it the `shown_metrics`. Sets the metrics of the
/// plan, nothing else.
void choose_metrics(ComparisonOptions& plan, const model::CounterSpec& today);

/// Whether more of a metric is better: of customers served or satisfied, or of profit. For all other metrics less is
/// better.
bool higher_is_better(const std::string& metric);

/// Sorts by the comparison's metric: first what improves it most.
void sort_by_improvement(Comparison& comparison);

}  // namespace fastfood::experiment
