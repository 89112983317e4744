#include "sim/experiment/run/run_executor.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sim/base/printable.hpp"
#include "sim/model/counter.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/model/results/why_metrics.hpp"
#include "sim/scenario/json/path.hpp"

namespace fastfood::experiment {

MetricSet::MetricSet(const std::vector<std::string>& metrics) {
  for (const std::string& metric : metrics) {
    add(metric);
  }
}

std::size_t MetricSet::add(const std::string& metric) {
  const auto found = std::ranges::find(names_, metric);
  const auto index = static_cast<std::size_t>(found - names_.begin());
  if (found == names_.end()) {
    names_.push_back(metric);
    paths_.push_back(scenario::split_path(metric));
  }
  return index;
}

MetricValues MetricSet::of(const model::RunResult& run) const {
  MetricValues values;
  for (const model::MetricPath& path : paths_) {
    values.push_back(model::metric(run, path));
  }
  return values;
}

bool MetricSet::needs_why() const { return std::ranges::any_of(paths_, model::is_why_metric); }

RunOutcome RunExecutor::run(RunId id) {
  const auto counter = this->counter(id.point);
  if (!*counter) {
    return Unexpected(counter->error());
  }
  const model::CounterSpec& spec = **counter;
  const auto run = model::collect_statistics(
      spec, {.replication = static_cast<std::uint64_t>(id.replication), .why = metrics_.needs_why()});
  if (!run) {
    return Unexpected(run.error().what);
  }
  return metrics_.of(model::summarize(spec, *run));
}

std::shared_ptr<const RunExecutor::Counter> RunExecutor::counter(std::size_t point) {
  constexpr std::size_t max_kept = 64;
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = counters_.find(point); found != counters_.end()) {
      return found->second;
    }
  }
  auto made = std::make_shared<const Counter>(make_counter_(point));
  const std::lock_guard lock(mutex_);
  if (counters_.size() == max_kept) {
    // Points are run in order, some of them several times: the farthest one is needed last.
    const auto last = std::prev(counters_.end());
    const std::size_t before = point - std::min(point, counters_.begin()->first);
    const std::size_t behind = last->first - std::min(last->first, point);
    counters_.erase(before > behind ? counters_.begin() : last);
  }
  return counters_.emplace(point, std::move(made)).first->second;
}

RunExecutor::Counter counter_at(const Study& study, const Point& point) {
  auto scenario = study.scenario.with(overrides_of(study, point));
  if (!scenario) {
    return Unexpected(error_text(scenario.error()));
  }
  return std::move(scenario->spec);
}

std::string error_text(const scenario::Diagnostics& diagnostics) {
  std::string text;
  for (const scenario::Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == scenario::Severity::error) {
      text += text.empty() ? "" : "\n";
      text += diagnostic.override_path.empty() ? diagnostic.text
                                               : printable(diagnostic.override_path) + ": " + diagnostic.text;
    }
  }
  return text;
}

}  // namespace fastfood::experiment
