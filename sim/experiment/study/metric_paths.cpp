#include "sim/experiment/study/metric_paths.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "sim/model/results/metric.hpp"
#include "sim/scenario/hints/nearest.hpp"
#include "sim/scenario/json/path.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::experiment {
namespace {

constexpr std::size_t longest_path = 200;

std::string written(std::span<const std::string> keys) {
  scenario::Path path;
  for (const std::string& key : keys) path = path / key;
  return path.str();
}

// The whole path with `key` in the place where it led astray.
std::string corrected(model::MetricPath path, std::size_t place, std::string_view key) {
  path[place] = key;
  return written(path);
}

// Of a result with very many stations or streams only the first: each fault would list all of them.
std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t most_listed = 30;
  std::string list;
  for (std::size_t at = 0; at != std::min(names.size(), most_listed); ++at) {
    list += fmt::format("{}{}", list.empty() ? "" : ", ", scenario::excerpt(names[at]));
  }
  if (names.size() > most_listed) list += fmt::format(" and {} more", names.size() - most_listed);
  return list;
}

std::string explain(const model::MetricPath& path, const model::NoMetric& none, scenario::HintBudget& budget) {
  const std::size_t place = none.known.size();
  const std::string known = none.known.empty() ? "a result" : written(none.known);
  if (none.instead.empty()) return fmt::format("there is nothing in {}", known);
  if (none.instead == std::vector<std::string>{"0"})
    return fmt::format("{0} is a list; say which is meant, as in {0}.0", known);
  if (place == path.size()) return fmt::format("{} is no number; it has {}", known, listed(none.instead));
  const std::string missing = scenario::excerpt(written(std::span(path).first(place + 1)), longest_path);
  const auto meant = scenario::nearest(path[place], none.instead, budget);
  if (meant) return fmt::format("there is no {}; did you mean {}?", missing, corrected(path, place, *meant));
  return fmt::format("there is no {}; {} has {}", missing, known, listed(none.instead));
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
  return missing ? std::optional(explain(keys, *missing, budget)) : std::nullopt;
}

std::vector<std::string> default_metrics(const std::vector<model::CounterSpec>& counters) {
  const auto has_target = [](const model::CounterSpec& counter) { return counter.target.has_value(); };
  std::vector<std::string> metrics = {"total_time.mean", "total_time.p95"};
  if (std::ranges::any_of(counters, has_target)) metrics.emplace_back("satisfied.fraction");
  metrics.emplace_back("throughput_per_hour");
  return metrics;
}

}  // namespace fastfood::experiment
