#include "sim/report/study/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/path_names.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/study/difference_text.hpp"

namespace fastfood::report {
namespace {

using experiment::Comparison;
using experiment::Difference;
using experiment::MetricDifference;
using experiment::Verdict;

constexpr std::size_t max_sentence_name = 32;

std::string difference_sentence(const Comparison& comparison, const Difference& difference, const TextStyle& style) {
  const MetricDifference& it = difference_in(comparison, difference, comparison.metric);
  std::string what = it.difference.has_value() ? "not distinguishable" : "cannot be compared, a value is missing";
  if (it.verdict != Verdict::not_distinguishable) {
    what = fmt::format("{} by {}", verdict_text(comparison.metric, it.verdict),
                       difference_text(comparison.metric, it, it.verdict == Verdict::lower ? -1 : 1));
  }
  const bool is_of_others =
      kind_of(comparison.metric) == MetricKind::time && served_share_differs(comparison, difference);
  return wrapped(fmt::format("{}: {} ({}{})", clipped(difference.name, max_sentence_name), what,
                             metric_name(comparison.metric), is_of_others ? ", of other customers" : ""),
                 style.width);
}

std::string difference_table(const Comparison& comparison, const Difference& difference, const TextStyle& style) {
  const std::vector<std::string> names = metric_names(comparison.metrics);
  std::vector<NumberRow> numbers;
  for (std::size_t metric = 0; metric < names.size(); ++metric) {
    const MetricDifference& it = difference.metrics.at(metric);
    numbers.push_back({kind_of(comparison.metrics[metric]), {{it.baseline}, {it.value}, difference_number(it)}});
  }
  const std::vector<NumberCells> metrics = row_cells(numbers);
  std::vector<std::string> rows;
  std::vector<std::string> verdicts;
  std::vector<std::vector<std::string>> columns(3);
  std::vector<Number> correlations;
  for (std::size_t metric = 0; metric < names.size(); ++metric) {
    const MetricDifference& it = difference.metrics.at(metric);
    rows.push_back(with_unit(names[metric], metrics[metric].unit));
    for (std::size_t column = 0; column < columns.size(); ++column) {
      columns[column].push_back(metrics[metric].cells.at(column));
    }
    verdicts.push_back(painted_verdict(comparison.metrics[metric], it.verdict, style));
    correlations.push_back({it.correlation});
  }
  TableBuilder table;
  table.add_text(one_line(difference.name), rows);
  table.add_text("baseline", columns[0]);
  table.add_text("value", columns[1]);
  table.add_text("difference", columns[2]);
  table.add_text("verdict", verdicts);
  if (std::ranges::any_of(correlations, [](const Number& it) { return it.value.has_value(); })) {
    table.add_numbers("correlation", MetricKind::number, correlations);
  }
  return fmt::format("\n{}", lay_out(std::move(table).take(), {style, {"correlation", "value", "baseline"}}));
}

/// Returns the parts of customers' time side by side. Parts below half a percent of both are left out.
std::string parts_table(const Difference& difference, const TextStyle& style) {
  constexpr double min_share = 0.005;
  double total = 0;
  for (const experiment::PartMeans& part : difference.parts) {
    total += std::max(part.baseline.value_or(0), part.value.value_or(0));
  }
  std::vector<experiment::PartMeans> shown;
  std::ranges::copy_if(difference.parts, std::back_inserter(shown), [&](const experiment::PartMeans& part) {
    return std::max(part.baseline.value_or(0), part.value.value_or(0)) > min_share * total;
  });
  if (shown.empty()) {
    return "";
  }
  std::vector<std::string> names;
  std::vector<Number> times(3 * shown.size());
  for (std::size_t i = 0; i != shown.size(); ++i) {
    const auto& [metric, baseline, value] = shown[i];
    names.push_back(metric_name(metric));
    times[i] = {baseline};
    times[shown.size() + i] = {value};
    times[2 * shown.size() + i] = {value.value_or(0) - baseline.value_or(0)};
  }
  const NumberCells cells = number_cells(MetricKind::time, times);
  const auto column = [&](std::size_t number) {
    const auto begin = cells.cells.begin() + static_cast<std::ptrdiff_t>(number * names.size());
    return std::vector<std::string>(begin, begin + std::ssize(names));
  };
  TableBuilder table;
  table.add_text(with_unit("where the time goes", cells.unit), names);
  table.add_text("baseline", column(0));
  table.add_text("value", column(1));
  table.add_text("difference", column(2));
  return fmt::format("\n{}These are means over all runs, without intervals.\n",
                     lay_out(std::move(table).take(), {style}));
}

}  // namespace

std::string comparison_text(const Comparison& comparison, const TextStyle& style) {
  const std::string_view for_whom = comparison.has_same_customers ? ", on the same customers" : ", with the same seed";
  std::string text = fmt::format("Against {}{}\n\n", clipped(comparison.baseline, style.width - 31), for_whom);
  for (const Difference& difference : comparison.differences) {
    text += difference_sentence(comparison, difference, style);
  }
  for (const Difference& difference : comparison.differences) {
    text += difference_table(comparison, difference, style) + parts_table(difference, style);
  }
  return text + interval_note(comparison) + served_share_note(comparison);
}

}  // namespace fastfood::report
