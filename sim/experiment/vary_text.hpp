#pragma once

#include <string>

#include "sim/base/result.hpp"
#include "sim/experiment/study.hpp"

namespace sim::experiment {

/// What is to be varied, as on a command line: `PATH=1,2,3`, or `PATH=1:5` and `PATH=1:5:2` for numbers from one to
/// another in equal steps. A value is JSON if it parses as JSON, else a string; commas inside brackets, braces and
/// quotes belong to it. What is wrong with the text, where it is none of these.
Result<Parameter, std::string> parse_vary(const std::string& text);

}  // namespace sim::experiment
