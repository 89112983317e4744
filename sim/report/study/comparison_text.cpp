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

constexpr std::size_t longest_name = 28;

std::string sentence(const Comparison& comparison, const Difference& difference) {
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

/// One metric of a difference.
struct Row {
  const std::string& metric;
  std::string name;
  const MetricDifference& it;
};

std::string table_text(const Comparison& comparison, const Difference& difference) {
  const std::vector<std::string> names = short_names(comparison.metrics);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < names.size(); ++i) {
    rows.push_back({comparison.metrics[i], clipped(names[i], longest_name), difference.metrics.at(i)});
  }
  const std::vector<Column<Row>> columns{
      {clipped(difference.name, longest_name), [](const Row& row) { return row.name; }},
      {"baseline", [](const Row& row) { return format_metric(row.metric, row.it.baseline); }},
      {"value", [](const Row& row) { return format_metric(row.metric, row.it.value); }},
      {"difference", [](const Row& row) { return difference_text(row.metric, row.it); }},
      {"verdict", [](const Row& row) { return verdict_text(row.metric, row.it.verdict); }},
      {"correlation", [](const Row& row) { return format_number(row.it.correlation); },
       std::ranges::any_of(rows, [](const Row& row) { return row.it.correlation.has_value(); })},
  };
  return fmt::format("\n{}", lay_out(fitted(table_of(rows, columns), {"value", "baseline"})));
}

}  // namespace

std::string comparison_text(const Comparison& comparison) {
  std::string text =
      fmt::format("Against {}, on the same customers\n\n", clipped(comparison.baseline, line_width - 31));
  for (const Difference& difference : comparison.differences) {
    text += sentence(comparison, difference);
  }
  for (const Difference& difference : comparison.differences) {
    text += table_text(comparison, difference);
  }
  return text + certainty_text(comparison) + served_share_note(comparison);
}

}  // namespace fastfood::report
