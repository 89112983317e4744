#include "sim/report/run/result_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "sim/experiment/study/metric_paths.hpp"

namespace fastfood::report {

ResultNumbers::ResultNumbers(const ScenarioResult& result) : result_(result) {
  for (const auto& [path, estimate] : result.estimates) {
    estimates_.emplace(path, &estimate);
  }
}

Number ResultNumbers::at(const model::MetricPath& path) const {
  if (!are_means()) {
    return {model::metric(result_.pooled, path)};
  }
  const auto found = estimates_.find(experiment::metric_path_text(path));
  return found == estimates_.end() ? Number{} : number_of(*found->second);
}

std::optional<double> ResultNumbers::percentile(const model::MetricPath& path, double percent) const {
  std::vector<double> values;
  for (const model::RunResult& run : result_.by_replication) {
    if (const auto value = model::metric(run, path)) {
      values.push_back(*value);
    }
  }
  if (values.empty()) {
    return std::nullopt;
  }
  std::ranges::sort(values);
  const double rank = percent / 100 * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(rank);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return std::lerp(values[below], values[above], rank - static_cast<double>(below));
}

void ResultTable::add_metric(std::string_view heading, const model::MetricPath& path, Show show, Interval interval) {
  std::vector<Number> numbers;
  model::MetricKind kind = model::MetricKind::number;
  for (model::MetricPath row : rows_) {
    row.insert(row.end(), path.begin(), path.end());
    kind = model::metric_kind(row);
    Number number = numbers_.at(row);
    if (interval == Interval::hidden) {
      number.half_width = std::nullopt;
    }
    numbers.push_back(number);
  }
  const auto is_there = [](const Number& it) { return it.value.has_value(); };
  const auto is_not_zero = [](const Number& it) { return it.value.value_or(0) != 0; };
  const bool is_shown = show == Show::always ||
                        (show == Show::if_any_is_there && std::ranges::any_of(numbers, is_there)) ||
                        (show == Show::if_any_is_not_zero && std::ranges::any_of(numbers, is_not_zero));
  if (is_shown) {
    table_.add_numbers(heading, kind, numbers);
  }
}

}  // namespace fastfood::report
