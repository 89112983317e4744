#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/compare.hpp"
#include "sim/report/format/number_cells.hpp"
#include "sim/report/format/text_style.hpp"

/// The parts that the texts of `compare` and `whatif` share.
namespace fastfood::report {

/// Returns the difference in `metric`, which must be a metric of the comparison.
const experiment::MetricDifference& difference_in(const experiment::Comparison& comparison,
                                                  const experiment::Difference& difference, const std::string& metric);

/// Returns `faster`, `slower`, `lower` or `higher`, or `-` if the difference is not significant.
std::string verdict_text(const std::string& metric, experiment::Verdict verdict);

/// Returns the same in green if the difference is good, and in red if it is bad.
std::string painted_verdict(const std::string& metric, experiment::Verdict verdict, const TextStyle& style);

/// Formats `times` the difference, with the half-width of its interval. One run has no interval.
std::string difference_text(const std::string& metric, const experiment::MetricDifference& it, double times = 1);

/// Returns `times` the difference. One run has no interval.
Number difference_number(const experiment::MetricDifference& it, double times = 1);

/// Returns true if the effect is certainly below 1 % of the baseline. If its sign is uncertain, its whole interval must
/// be.
bool is_negligible(const experiment::MetricDifference& it);

/// Returns the change as people read it, or the name if there is none.
std::string display_name(const experiment::Difference& difference);

/// Returns true if the served share, as shown, differs from that of the baseline. Its times then cover different
/// customers.
bool served_share_differs(const experiment::Comparison& comparison, const experiment::Difference& difference);

/// Returns a line without its line feed for each alternative whose served share differs: `two cooks more serves 98 % of
/// all who came, Lunch 95 %`.
std::vector<std::string> served_share_differences(const experiment::Comparison& comparison);

/// Returns these lines as a paragraph with their meaning for times, or an empty text if there are none.
std::string served_share_note(const experiment::Comparison& comparison);

/// Returns the note on what `±` means and how confident the intervals and verdicts are.
std::string interval_note(const experiment::Comparison& comparison);

}  // namespace fastfood::report
