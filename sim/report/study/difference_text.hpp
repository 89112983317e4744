#pragma once

#include <string>
#include <vector>

#include "sim/experiment/run/compare.hpp"

/// The parts of which what `compare` and `whatif` tell a person is made.
namespace fastfood::report {

/// How one differs in a metric, which is among the comparison's.
const experiment::MetricDifference& difference_in(const experiment::Comparison& comparison,
                                                  const experiment::Difference& difference, const std::string& metric);

/// `total_time mean`
std::string metric_name(const std::string& metric);

/// `faster`, `slower`, `lower` or `higher`; `-` where that cannot be told.
std::string verdict_text(const std::string& metric, experiment::Verdict verdict);

/// `times` the difference and half of its interval; one that was not left to chance has no interval.
std::string difference_text(const std::string& metric, const experiment::MetricDifference& it, double times = 1);

/// The change as a person reads it, else the name.
std::string display_name(const experiment::Difference& difference);

/// Whether one serves another share of those who came than the baseline, as a person reads shares: its times are then
/// of other customers.
bool served_share_differs(const experiment::Comparison& comparison, const experiment::Difference& difference);

/// `two cooks more serves 98 % of all who came, Lunch 95 %` of each that serves others, on a line of its own without an
/// end.
std::vector<std::string> served_share_differences(const experiment::Comparison& comparison);

/// These as a paragraph, and what follows for times; nothing where none serves others.
std::string served_share_note(const experiment::Comparison& comparison);

/// What `±` means, and how sure the intervals and verdicts are.
std::string interval_note(const experiment::Comparison& comparison);

}  // namespace fastfood::report
