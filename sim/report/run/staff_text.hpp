#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns the paragraph about the servers: each of them if they are few, otherwise their groups, and the line before
/// them. Empty if the counter has no servers.
std::string staff_text(const ScenarioResult& result, const TextStyle& style = {});

}  // namespace fastfood::report
