#pragma once

#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/scenario/json/document.hpp"

namespace fastfood::experiment {

/// What is to be varied, as on a command line: `PATH=1,2,3`, or `PATH=1:5` and `PATH=1:5:2` for numbers from one to
/// another in equal steps. A value is JSON if it parses as JSON, else a string; commas inside brackets, braces and
/// quotes belong to it. What is wrong with the text, where it is none of these.
Result<Parameter, std::string> parse_vary(const std::string& text);

/// The same where the scenario is known: in it the longest path wins, where names on it hold `=`.
Result<Parameter, std::string> parse_vary(const std::string& text, const scenario::Document& scenario);

/// Whether parsing `text` needs the scenario: it has several `=`.
bool needs_scenario(const std::string& text);

/// The values of a parameter that have a single quote at an end, which does not keep commas together; none otherwise.
std::vector<std::string> with_single_quotes(const Parameter& parameter);

}  // namespace fastfood::experiment
