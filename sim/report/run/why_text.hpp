#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

/// Where customers' time went, for people. All texts are of a result whose runs have recorded why.
namespace fastfood::report {

/// Returns one line on what took most of the time of those beyond the target; an empty text if nobody was.
std::string why_line(const ScenarioResult& result, const TextStyle& style);

/// Returns sentences on what the late customers wait for, and why; if nobody is late, an average customer. The largest
/// differences come first, and those who gave up last.
std::string why_sentences(const ScenarioResult& result, const TextStyle& style);

/// Returns a sentence on the worst period; an empty text without `report_every`.
std::string worst_period_text(const ScenarioResult& result, const TextStyle& style);

}  // namespace fastfood::report
