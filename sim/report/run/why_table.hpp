#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns a table of the parts of the time of an average customer and of a late one, with bars. Parts below 1 % of
/// both are added up. The runs of the result have recorded why. The text is empty if nobody was served.
std::string why_table(const ScenarioResult& result, const TextStyle& style);

}  // namespace fastfood::report
