#pragma once

#include <string>

#include "sim/experiment/statistics/estimate.hpp"
#include "sim/experiment/study/requirement.hpp"

namespace fastfood::report {

/// What a point shows against a requirement, both written as metrics are everywhere: `satisfied fraction 80 %, needed
/// >= 100 %`. The limit is never rounded, and a value that is not its limit never looks like it.
std::string requirement_text(const experiment::Requirement& requirement, const experiment::Estimate& estimate);

}  // namespace fastfood::report
