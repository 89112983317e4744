#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns the table of the lines, and that of their stops if they have any. Empty if the scenario lists no lines.
std::string lines_text(const ScenarioResult& result, const TextStyle& style = {});

}  // namespace fastfood::report
