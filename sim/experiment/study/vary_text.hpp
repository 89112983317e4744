#pragma once

#include <string>
#include <vector>

#include "sim/base/result.hpp"
#include "sim/experiment/study/study.hpp"
#include "sim/scenario/json/document.hpp"

namespace fastfood::experiment {

/// Parses what a command line varies: `PATH=1,2,3`; or `PATH=1:5` and `PATH=1:5:2` for numbers at equal steps. A value
/// is JSON if it parses as JSON, and otherwise a string. Commas inside brackets, braces and quotes belong to the value.
/// Returns what is wrong with the text if it is none of these.
Result<Parameter, std::string> parse_vary(const std::string& text);

/// The same if the scenario is known. If names on the path contain `=`, the longest path that exists in it is taken.
Result<Parameter, std::string> parse_vary(const std::string& text, const scenario::Document& scenario);

/// Returns true if parsing `text` needs the scenario, because it has several `=`.
bool needs_scenario(const std::string& text);

/// Returns the values of a parameter with a single quote at an end. Single quotes do not keep commas together.
std::vector<std::string> with_single_quotes(const Parameter& parameter);

}  // namespace fastfood::experiment
