#pragma once

#include <string>

#include "sim/experiment/study.hpp"

namespace sim::report {

/// A value that was tried as a person would write it: a text without its quotes, anything else as JSON.
std::string value_text(const experiment::Value& value);

}  // namespace sim::report
