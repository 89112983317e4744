#include "sim/report/study/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/path_names.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/study/difference_text.hpp"

namespace fastfood::report {
namespace {

using experiment::Comparison;
using experiment::Difference;
using experiment::MetricDifference;
using experiment::Verdict;

constexpr std::size_t max_metric_name = 28;

std::string difference_sentence(const Comparison& comparison, const Difference& difference) {
  const MetricDifference& it = difference_in(comparison, difference, comparison.metric);
  std::string what = it.difference.has_value() ? "not distinguishable" : "cannot be compared, a value is missing";
  if (it.verdict != Verdict::not_distinguishable) {
    what = fmt::format("{} by {}", verdict_text(comparison.metric, it.verdict),
                       difference_text(comparison.metric, it, it.verdict == Verdict::lower ? -1 : 1));
  }
  const bool is_of_others =
      kind_of(comparison.metric) == MetricKind::time && served_share_differs(comparison, difference);
  return fmt::format("{}: {} ({}{})\n", clipped(difference.name, line_width), what, metric_name(comparison.metric),
                     is_of_others ? ", of other customers" : "");
}

/// A row of the table: one metric of a difference.
struct MetricRow {
  const std::string& metric;
  std::string name;
  const MetricDifference& it;
};

std::string difference_table(const Comparison& comparison, const Difference& difference) {
  const std::vector<std::string> names = short_names(comparison.metrics);
  std::vector<MetricRow> rows;
  for (std::size_t i = 0; i < names.size(); ++i) {
    rows.push_back({comparison.metrics[i], clipped(names[i], max_metric_name), difference.metrics.at(i)});
  }
  const std::vector<Column<MetricRow>> columns{
      {clipped(difference.name, max_metric_name), [](const MetricRow& row) { return row.name; }},
      {"baseline", [](const MetricRow& row) { return format_metric(row.metric, row.it.baseline); }},
      {"value", [](const MetricRow& row) { return format_metric(row.metric, row.it.value); }},
      {"difference", [](const MetricRow& row) { return difference_text(row.metric, row.it); }},
      {"verdict", [](const MetricRow& row) { return verdict_text(row.metric, row.it.verdict); }},
      {"correlation", [](const MetricRow& row) { return format_number(row.it.correlation); },
       std::ranges::any_of(rows, [](const MetricRow& row) { return row.it.correlation.has_value(); })},
  };
  return fmt::format("\n{}", lay_out(fitted(table_of(rows, columns), {"value", "baseline"})));
}

}  // namespace

std::string comparison_text(const Comparison& comparison) {
  std::string text =
      fmt::format("Against {}, on the same customers\n\n", clipped(comparison.baseline, line_width - 31));
  for (const Difference& difference : comparison.differences) {
    text += difference_sentence(comparison, difference);
  }
  for (const Difference& difference : comparison.differences) {
    text += difference_table(comparison, difference);
  }
  return text + interval_note(comparison) + served_share_note(comparison);
}

}  // namespace fastfood::report
