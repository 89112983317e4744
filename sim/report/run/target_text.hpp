#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/model/results/metric.hpp"
#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

/// The text about targets. Customers may have different ones; a text names a time only if it is that of all of them.
namespace fastfood::report {

/// Customers who are counted together against their targets: all of the counter, or those of a stream with its own.
struct TargetGroup {
  std::string stream;          // its name on one line; empty for all customers
  model::MetricPath path;      // of its `satisfied` in a result
  model::Satisfied satisfied;  // over all runs
  std::string within;          // `5 min` or `their target`
  bool all_have_a_target = true;
};

/// Returns all customers, if any has a target, and then the streams that have a target of their own. All customers are
/// left out if they would repeat the only stream.
std::vector<TargetGroup> target_groups(const ScenarioResult& result);

/// Returns the time within which all customers are to be served, as `5 min`, or `their target` if that is not the same
/// for all.
std::string target_words(const model::CounterSpec& spec);

/// Returns `the target of 5 min`, or `their target` if that is not the same for all.
std::string target_phrase(const model::CounterSpec& spec);

/// Returns how many customers of one run were served within their targets, or whether several runs met the aims; empty
/// if there is nothing to tell.
std::string target_text(const ScenarioResult& result, const TextStyle& style = {});

/// Returns the number of runs in which the group met its aim.
std::ptrdiff_t runs_that_met(const ScenarioResult& result, const TargetGroup& group);

/// Returns `met` in green or `not met` in red. The aim must be known to be one of them.
std::string met_text(const model::Satisfied& satisfied, const TextStyle& style);

}  // namespace fastfood::report
