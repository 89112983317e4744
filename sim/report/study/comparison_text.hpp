#pragma once

#include <string>

#include "sim/experiment/run/compare.hpp"

/// Comparisons for people, rounded: which differences are significant, and how large they are. Tables have at most 80
/// columns.
namespace fastfood::report {

/// Compares each counter with the baseline: first a sentence about the main metric, then a table of all metrics.
std::string comparison_text(const experiment::Comparison& comparison);

}  // namespace fastfood::report
