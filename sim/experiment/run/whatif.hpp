#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/compare.hpp"
#include "sim/model/spec.hpp"
#include "sim/scenario/reader.hpp"

/// Asks what one more or one fewer of each part of a counter would change. `compare` then compares these alternatives.
namespace fastfood::experiment {

enum class Margin { one_more, one_fewer };

/// The current counter, first, and the counter with one part changed, for each part. Each alternative has a
/// `change_text`, such as `till: 2, 0, 2 → 3, 1, 3`.
struct MarginalAlternatives {
  std::vector<Alternative> alternatives;
  std::vector<std::string> left_out;  // changes that make no valid scenario, and why
};

/// Changes, one at a time: the units of each station, the portions of each batch, the servers of each group that has a
/// limit, the orders in flight of each such group with the mode `async`, the room in each line and before each stop,
/// and the places at each stop, where these have a bound.
///
/// `one_more` adds one at all times of a schedule, even at those with 0. It also asks what a station would change that
/// never closes (where its schedule has 0, it keeps the number before, or at the start the number after), and one that
/// never fails. `one_fewer` takes one off where the value is at least 2, and leaves out parts that never have 2.
/// `current` is the counter of `scenario`.
MarginalAlternatives marginal_alternatives(const scenario::Template& scenario, const model::CounterSpec& current,
                                           Margin margin);

/// Sets the metrics of `options`, and nothing else. They are the `shown_metrics` and, of each stop that customers leave
/// if it is full, how many did. The main one is the fraction of
/// satisfied customers if the counter has a target. Otherwise it is the number of customers served if some leave in a
/// run, and the mean total time if none does.
void choose_metrics(ComparisonOptions& options, const model::CounterSpec& current);

/// Returns whether a higher value of the metric is better: of customers served or satisfied, or of money earned. A
/// lower value of all other metrics is better.
bool higher_is_better(const std::string& metric);

/// Returns whether the metric counts the customers who left a full stop.
bool counts_who_left_a_stop(const std::string& metric);

/// Sorts the differences by how much they improve the main metric, the largest improvement first.
void sort_by_improvement(Comparison& comparison);

}  // namespace fastfood::experiment
