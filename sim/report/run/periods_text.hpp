#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns the table of periods; empty if there are none.
std::string periods_text(const ScenarioResult& result, const TextStyle& style = {});

}  // namespace fastfood::report
