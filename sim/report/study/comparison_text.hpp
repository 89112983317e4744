#pragma once

#include <string>

#include "sim/experiment/run/compare.hpp"
#include "sim/report/format/text_style.hpp"

/// Comparisons for people, rounded: which differences are significant, and how large they are.
namespace fastfood::report {

/// Compares each counter with the baseline: first a sentence about the main metric, then a table of all metrics.
std::string comparison_text(const experiment::Comparison& comparison, const TextStyle& style = {});

}  // namespace fastfood::report
