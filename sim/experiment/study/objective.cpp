#include "sim/experiment/study/objective.hpp"

#include <algorithm>
#include <string_view>

#include "sim/experiment/study/conditions.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Field;
using scenario::Object;

constexpr std::string_view objective_keys[] = {"maximize", "minimize"};

/// Returns why an existing metric is null in all runs of `counters`; none if it may have a value.
std::optional<std::string_view> explain_null_metric(const std::string& metric,
                                                    const std::vector<model::CounterSpec>& counters) {
  const model::MetricPath path = scenario::split_path(metric);
  if (counters.empty() || path.empty()) return std::nullopt;
  if (path.front() == "money" && std::ranges::none_of(counters, model::has_money)) {
    return "the scenario has no money; give items a price, or servers and stations a cost_per_hour";
  }
  if (path.front() == "satisfied" && std::ranges::none_of(counters, &model::CounterSpec::has_target)) {
    return "the scenario has no target; add one, as in {\"total_time\": \"5min\"}";
  }
  return std::nullopt;
}

}  // namespace

Objective read_objective(const Field& field, const std::vector<model::CounterSpec>& counters) {
  Objective objective;
  if (field.as<scenario::Node::Object>() == nullptr) {
    field.expected(R"({"maximize": METRIC} or {"minimize": METRIC})");
    return objective;
  }
  const Object object(field, {"objective", objective_keys});
  const auto maximize = object.find("maximize");
  const auto minimize = object.find("minimize");
  if (maximize && minimize) {
    object.fault_at_key("minimize", "is not allowed next to maximize; an objective has one of them");
  }
  if (!maximize && !minimize && !object.has_misspelled("minimize")) {
    object.report_missing("maximize", "an objective has maximize or minimize, and a metric");
  }
  objective.direction = maximize ? Direction::maximize : Direction::minimize;
  if (const auto& metric = maximize ? maximize : minimize) {
    const std::size_t errors = field.faults().errors();
    objective.metric = read_metric(*metric, counters);
    const auto null = explain_null_metric(objective.metric, counters);
    if (null && field.faults().errors() == errors) metric->fault(*null);
  }
  return objective;
}

}  // namespace fastfood::experiment
