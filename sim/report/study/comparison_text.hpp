#pragma once

#include <string>

#include "sim/experiment/run/compare.hpp"

/// Comparisons for a person to read, rounded: what is different, by how much, and what cannot be told apart. Tables
/// have at most 80 columns.
namespace fastfood::report {

/// Some counters against the first: a sentence each on the metric that matters most, then a table each of all metrics.
std::string comparison_text(const experiment::Comparison& comparison);

}  // namespace fastfood::report
