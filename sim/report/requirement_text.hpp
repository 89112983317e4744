#pragma once

#include <string>

#include "sim/experiment/estimate.hpp"
#include "sim/experiment/requirement.hpp"

namespace sim::report {

/// What a point shows against a requirement: `satisfied fraction 0.8, needed >= 1`. Times have their units, all else is
/// written as in the requirement. A value that is not its limit never looks like it.
std::string shown_text(const experiment::Requirement& requirement, const experiment::Estimate& estimate);

}  // namespace sim::report
