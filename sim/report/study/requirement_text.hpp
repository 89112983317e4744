#pragma once

#include <string>

#include "sim/experiment/statistics/estimate.hpp"
#include "sim/experiment/study/requirement.hpp"

namespace fastfood::report {

/// Returns the value of a metric and its requirement: `within target: 80 %, needed >= 100 %`. The limit is never
/// rounded. A value that differs from the limit never reads like it.
std::string requirement_text(const experiment::Requirement& requirement, const experiment::Estimate& estimate);

}  // namespace fastfood::report
