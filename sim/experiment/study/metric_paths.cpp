#include "sim/experiment/study/metric_paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "sim/experiment/study/study.hpp"
#include "sim/model/results/metric.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/json/path.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::experiment {
namespace {

// Returns the path with its key at `index` replaced.
std::string corrected(model::MetricPath path, std::size_t index, std::string_view key) {
  path[index] = key;
  return metric_path_text(path);
}

// Lists only the first names: a result may have very many stations or streams.
std::string name_list(const std::vector<std::string>& names) {
  constexpr std::size_t max_listed = 30;
  std::string list;
  for (std::size_t i = 0; i != std::min(names.size(), max_listed); ++i) {
    list += fmt::format("{}{}", list.empty() ? "" : ", ", scenario::excerpt(names[i]));
  }
  if (names.size() > max_listed) list += fmt::format(" and {} more", names.size() - max_listed);
  return list;
}

// Returns the path of what people call by one word.
std::optional<std::string_view> whole_path_of(const model::MetricPath& path) {
  using Word = std::pair<std::string_view, std::string_view>;
  constexpr std::array words{Word{"profit", "money.profit"},
                             Word{"revenue", "money.revenue"},
                             Word{"cost", "money.cost_per_served"},
                             Word{"labour", "money.labour"},
                             Word{"wait", "wait_time.mean"},
                             Word{"waiting", "wait_time.mean"},
                             Word{"total", "total_time.mean"},
                             Word{"target", "satisfied.fraction"},
                             Word{"fraction", "satisfied.fraction"},
                             Word{"served", "customers.served"},
                             Word{"arrived", "customers.arrived"},
                             Word{"reneged", "customers.reneged"},
                             Word{"balked", "customers.balked"},
                             Word{"throughput", "throughput_per_hour"},
                             Word{"utilization", "servers.utilization"},
                             Word{"mean", "total_time.mean"},
                             Word{"p95", "total_time.p95"},
                             Word{"p90", "total_time.p90"}};
  const auto* found = path.size() == 1 ? std::ranges::find(words, path.front(), &Word::first) : words.end();
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::string explain_missing(const model::MetricPath& path, const model::NoMetric& none, scenario::HintBudget& budget) {
  const std::size_t index = none.known.size();
  const std::string known = none.known.empty() ? "a result" : metric_path_text(none.known);
  if (none.instead.empty()) return fmt::format("there is nothing in {}", known);
  if (none.instead == std::vector<std::string>{"0"})
    return fmt::format("{0} is a list; use an index, as in {0}.0", known);
  if (index == path.size()) return fmt::format("{} is no number; it has {}", known, name_list(none.instead));
  const std::string missing = scenario::excerpt(metric_path_text(std::span(path).first(index + 1)), max_shown_path);
  if (const auto whole = whole_path_of(path)) return fmt::format("there is no {}; did you mean {}?", missing, *whole);
  const auto meant = scenario::nearest(path[index], none.instead, budget);
  if (meant) return fmt::format("there is no {}; did you mean {}?", missing, corrected(path, index, *meant));
  return fmt::format("there is no {}; {} has {}", missing, known, name_list(none.instead));
}

}  // namespace

std::optional<std::string> explain_missing_metric(const std::string& path,
                                                  const std::vector<model::CounterSpec>& counters) {
  scenario::HintBudget budget;
  return explain_missing_metric(path, counters, budget);
}

std::optional<std::string> explain_missing_metric(const std::string& path,
                                                  const std::vector<model::CounterSpec>& counters,
                                                  scenario::HintBudget& budget) {
  const model::MetricPath keys = scenario::split_path(path);
  std::optional<model::NoMetric> missing;
  for (const model::CounterSpec& counter : counters) {
    missing = model::missing_metric(counter, keys);
    if (!missing) return std::nullopt;
  }
  return missing ? std::optional(explain_missing(keys, *missing, budget)) : std::nullopt;
}

std::vector<std::string> default_metrics(const std::vector<model::CounterSpec>& counters) {
  std::vector<std::string> metrics = {"total_time.mean", "total_time.p95"};
  if (std::ranges::any_of(counters, &model::CounterSpec::has_target)) metrics.emplace_back("satisfied.fraction");
  metrics.emplace_back("throughput_per_hour");
  return metrics;
}

std::string metric_path_text(std::span<const std::string> keys) {
  scenario::Path path;
  for (const std::string& key : keys) path = path / key;
  return path.str();
}

}  // namespace fastfood::experiment
