#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns the paragraph about the stations, and which resource is busiest if that is clear. Empty without stations.
std::string equipment_text(const ScenarioResult& result, const TextStyle& style = {});

}  // namespace fastfood::report
