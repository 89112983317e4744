#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns the summary of a result for people: of its one run, or of an average run with its intervals and its spread.
/// Numbers are rounded; programs should read the JSON. A scenario with randomness that ran only once says so at the
/// end.
std::string summary_text(const ScenarioResult& result, const TextStyle& style = {});

}  // namespace fastfood::report
