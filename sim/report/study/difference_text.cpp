#include "sim/report/study/difference_text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "sim/base/check.hpp"
#include "sim/experiment/run/whatif.hpp"
#include "sim/report/format/metric_text.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

constexpr std::size_t max_alternative_name = 24;

}  // namespace

using experiment::Comparison;
using experiment::Difference;
using experiment::MetricDifference;
using experiment::Verdict;

const MetricDifference& difference_in(const Comparison& comparison, const Difference& difference,
                                      const std::string& metric) {
  const auto found = std::ranges::find(comparison.metrics, metric);
  check(found != comparison.metrics.end(), "the metric is among those compared");
  return difference.metrics.at(static_cast<std::size_t>(found - comparison.metrics.begin()));
}

std::string verdict_text(const std::string& metric, Verdict verdict) {
  if (verdict == Verdict::not_distinguishable) {
    return "-";
  }
  const bool is_time = kind_of(metric) == MetricKind::time;
  if (verdict == Verdict::lower) {
    return is_time ? "faster" : "lower";
  }
  return is_time ? "slower" : "higher";
}

std::string painted_verdict(const std::string& metric, Verdict verdict, const TextStyle& style) {
  std::string text = verdict_text(metric, verdict);
  const bool may_be_judged = kind_of(metric) == MetricKind::time || experiment::higher_is_better(metric);
  if (verdict == Verdict::not_distinguishable || !may_be_judged) {
    return text;
  }
  const bool is_better = (verdict == Verdict::higher) == experiment::higher_is_better(metric);
  return paint(style, is_better ? Color::green : Color::red, text);
}

std::string difference_text(const std::string& metric, const MetricDifference& it, double times) {
  const Number number = difference_number(it, times);
  return format_difference(metric, number.value, number.half_width);
}

Number difference_number(const MetricDifference& it, double times) {
  return {it.difference.has_value() ? std::optional{times * *it.difference} : std::nullopt,
          it.n > 1 ? it.half_width : std::nullopt};
}

bool is_negligible(const MetricDifference& it) {
  constexpr double negligible = 0.01;  // of today's value
  if (!it.baseline || !it.difference || !it.half_width || (*it.difference == 0 && *it.half_width == 0)) {
    return false;
  }
  const double unsure = it.verdict == Verdict::not_distinguishable ? *it.half_width : 0;
  return std::abs(*it.difference) + unsure < negligible * std::abs(*it.baseline);
}

std::string display_name(const Difference& difference) {
  return difference.change_text.empty() ? difference.name : difference.change_text;
}

bool served_share_differs(const Comparison& comparison, const Difference& difference) {
  return format_share(difference.served) != format_share(comparison.served);
}

std::vector<std::string> served_share_differences(const Comparison& comparison) {
  std::vector<std::string> lines;
  for (const Difference& difference : comparison.differences) {
    if (served_share_differs(comparison, difference)) {
      lines.push_back(fmt::format("{} serves {} of all who came, {} {}",
                                  clipped(display_name(difference), max_alternative_name),
                                  format_share(difference.served), clipped(comparison.baseline, max_alternative_name),
                                  format_share(comparison.served)));
    }
  }
  return lines;
}

std::string served_share_note(const Comparison& comparison) {
  const std::vector<std::string> lines = served_share_differences(comparison);
  return lines.empty() ? ""
                       : fmt::format(
                             "\n{}.\nTimes cover only customers who were served, so the two sides compare different\n"
                             "customers: a time can be longer because more are served, or shorter because\n"
                             "more leave.\n",
                             fmt::join(lines, ".\n"));
}

std::string interval_note(const Comparison& comparison) {
  if (comparison.is_exact) {
    return "\nThe scenario has no randomness: the differences are exact.\n";
  }
  const auto is_estimated = [](const Difference& it) {
    return std::ranges::any_of(it.metrics, [](const MetricDifference& metric) { return metric.n > 1; });
  };
  if (std::ranges::none_of(comparison.differences, is_estimated)) {
    return "\nOne replication has no interval, so no difference is certain. Run more of them.\n";
  }
  return fmt::format(
      "\n± is half of the interval of a difference. All intervals and verdicts together\n"
      "hold with {} confidence; the verdict - says that no difference is certain.\n",
      format_share(comparison.confidence));
}

}  // namespace fastfood::report
