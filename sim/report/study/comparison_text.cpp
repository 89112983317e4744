#include "sim/report/study/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
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

std::string difference_sentence(const Comparison& comparison, const Difference& difference) {
  const MetricDifference& it = difference_in(comparison, difference, comparison.metric);
  std::string what = it.difference.has_value() ? "not distinguishable" : "cannot be compared, a value is missing";
  if (it.verdict != Verdict::not_distinguishable) {
    what = fmt::format("{} by {}", verdict_text(comparison.metric, it.verdict),
                       difference_text(comparison.metric, it, it.verdict == Verdict::lower ? -1 : 1));
  }
  const bool is_of_others =
      kind_of(comparison.metric) == MetricKind::time && served_share_differs(comparison, difference);
  return fmt::format("{}: {} ({}{})\n", one_line(difference.name), what, metric_name(comparison.metric),
                     is_of_others ? ", of other customers" : "");
}

std::string difference_table(const Comparison& comparison, const Difference& difference, const TextStyle& style) {
  const std::vector<std::string> names = metric_names(comparison.metrics);
  const bool has_correlation =
      std::ranges::any_of(difference.metrics, [](const MetricDifference& it) { return it.correlation.has_value(); });
  TextTable table{{one_line(difference.name), "baseline", "value", "difference", "verdict"}};
  if (has_correlation) {
    table.front().emplace_back("correlation");
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& metric = comparison.metrics[i];
    const MetricDifference& it = difference.metrics.at(i);
    const NumberCells row = number_cells(
        kind_of(metric), {{it.baseline}, {it.value}, {it.difference, it.n > 1 ? it.half_width : std::nullopt}});
    table.push_back({with_unit(names[i], row.unit), row.cells[0], row.cells[1], row.cells[2],
                     painted_verdict(metric, it.verdict, style)});
    if (has_correlation) {
      table.back().push_back(format_number(it.correlation));
    }
  }
  return fmt::format("\n{}", lay_out(std::move(table), {style, {"correlation", "value", "baseline"}}));
}

}  // namespace

std::string comparison_text(const Comparison& comparison, const TextStyle& style) {
  std::string text =
      fmt::format("Against {}, on the same customers\n\n", clipped(comparison.baseline, style.width - 31));
  for (const Difference& difference : comparison.differences) {
    text += difference_sentence(comparison, difference);
  }
  for (const Difference& difference : comparison.differences) {
    text += difference_table(comparison, difference, style);
  }
  return text + interval_note(comparison) + served_share_note(comparison);
}

}  // namespace fastfood::report
