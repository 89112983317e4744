#include "sim/report/comparison_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/base/check.hpp"
#include "sim/experiment/whatif.hpp"
#include "sim/report/metric_text.hpp"
#include "sim/report/path_names.hpp"
#include "sim/report/rounded.hpp"
#include "sim/report/text_table.hpp"

namespace sim::report {
namespace {

using experiment::Comparison;
using experiment::Difference;
using experiment::MetricDifference;
using experiment::Verdict;

constexpr std::size_t longest_name = 28;

std::optional<std::size_t> place_of(const Comparison& comparison, const std::string& metric) {
  const auto found = std::ranges::find(comparison.metrics, metric);
  const auto place = static_cast<std::size_t>(found - comparison.metrics.begin());
  return found != comparison.metrics.end() ? std::optional{place} : std::nullopt;
}

/// How it differs in the metric that matters most.
const MetricDifference& main_metric(const Comparison& comparison, const Difference& difference) {
  const auto place = place_of(comparison, comparison.metric);
  check(place.has_value(), "the metric that matters most is among the metrics");
  return difference.metrics.at(*place);
}

std::string main_name(const Comparison& comparison) { return short_names({comparison.metric}).front(); }

/// `faster`, `slower`, `lower` or `higher`; `-` where that cannot be told.
std::string verdict_word(const std::string& metric, Verdict verdict) {
  if (verdict == Verdict::not_distinguishable) {
    return "-";
  }
  const bool is_time = kind_of(metric) == MetricKind::time;
  if (verdict == Verdict::lower) {
    return is_time ? "faster" : "lower";
  }
  return is_time ? "slower" : "higher";
}

/// `times` the difference; one that was not left to chance has no interval.
std::string difference_text(const std::string& metric, const MetricDifference& it, double times = 1) {
  const auto difference = it.difference.has_value() ? std::optional{times * *it.difference} : std::nullopt;
  return rounded_difference(metric, difference, it.n > 1 ? it.half_width : std::nullopt);
}

std::string sentence(const Comparison& comparison, const Difference& difference) {
  const MetricDifference& it = main_metric(comparison, difference);
  std::string what = "not distinguishable";
  if (it.verdict != Verdict::not_distinguishable) {
    what = fmt::format("{} by {}", verdict_word(comparison.metric, it.verdict),
                       difference_text(comparison.metric, it, it.verdict == Verdict::lower ? -1 : 1));
  }
  return fmt::format("{}: {} ({})\n", clipped(difference.name, line_width), what, main_name(comparison));
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
  for (std::size_t place = 0; place < names.size(); ++place) {
    rows.push_back({comparison.metrics[place], clipped(names[place], longest_name), difference.metrics.at(place)});
  }
  const std::vector<Column<Row>> columns{
      {clipped(difference.name, longest_name), [](const Row& row) { return row.name; }},
      {"baseline", [](const Row& row) { return rounded_metric(row.metric, row.it.baseline); }},
      {"value", [](const Row& row) { return rounded_metric(row.metric, row.it.value); }},
      {"difference", [](const Row& row) { return difference_text(row.metric, row.it); }},
      {"verdict", [](const Row& row) { return verdict_word(row.metric, row.it.verdict); }},
      {"correlation", [](const Row& row) { return rounded(row.it.correlation); },
       std::ranges::any_of(rows, [](const Row& row) { return row.it.correlation.has_value(); })},
  };
  return fmt::format("\n{}", lay_out(fitted(table_of(rows, columns), {"value", "baseline"})));
}

std::string footnote(const Comparison& comparison) {
  if (comparison.is_exact) {
    return "\nNothing is left to chance: the differences are exact.\n";
  }
  const auto is_estimated = [](const Difference& it) {
    return std::ranges::any_of(it.metrics, [](const MetricDifference& metric) { return metric.n > 1; });
  };
  if (std::ranges::none_of(comparison.differences, is_estimated)) {
    return "\nOne replication has no interval: nothing can be told apart. Run more of them.\n";
  }
  return fmt::format("\n± is half of an interval; those of a metric hold together with {} confidence.\n",
                     rounded_share(comparison.confidence));
}

/// What one more does where it helps, and by which sign that is told.
struct Help {
  std::string_view does;
  double sign;
  Verdict verdict;
};

Help help_of(const Comparison& comparison) {
  if (experiment::is_more_better(comparison.metric)) {
    return {"adds", 1, Verdict::higher};
  }
  return {kind_of(comparison.metric) == MetricKind::time ? "saves" : "lowers it by", -1, Verdict::lower};
}

/// The first that helps for certain.
std::string bottleneck_text(const Comparison& comparison) {
  const Help help = help_of(comparison);
  const std::string metric = main_name(comparison);
  for (const Difference& difference : comparison.differences) {
    const MetricDifference& it = main_metric(comparison, difference);
    if (it.verdict == help.verdict) {
      return fmt::format("The bottleneck first: {} {} {} ({}).\n", clipped(difference.name, longest_name), help.does,
                         difference_text(comparison.metric, it, help.sign), metric);
    }
  }
  return fmt::format("Nothing betters {} for certain.\n", metric);
}

std::string savings_text(const Comparison& comparison) {
  const Help help = help_of(comparison);
  const auto served = place_of(comparison, "customers.served");
  const std::vector<Column<Difference>> columns{
      {"one more", [](const Difference& it) { return clipped(it.name, longest_name); }},
      {std::string{help.does},
       [&](const Difference& it) {
         return difference_text(comparison.metric, main_metric(comparison, it), help.sign);
       }},
      {"verdict",
       [&](const Difference& it) { return verdict_word(comparison.metric, main_metric(comparison, it).verdict); }},
      {"customers won",
       [&](const Difference& it) { return difference_text("customers.served", it.metrics.at(*served)); },
       served.has_value()},
  };
  return fmt::format("\n{}", lay_out(table_of(comparison.differences, columns)));
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
  return text + footnote(comparison);
}

std::string whatif_text(const Comparison& comparison) {
  std::string text = fmt::format("One more of each, against {} on the same customers\n\n",
                                 clipped(comparison.baseline, line_width - 45));
  if (comparison.differences.empty()) {
    return text + "There is nothing of which there could be more.\n";
  }
  return text + bottleneck_text(comparison) + savings_text(comparison) + footnote(comparison);
}

}  // namespace sim::report
