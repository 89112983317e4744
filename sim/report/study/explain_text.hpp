#pragma once

#include <optional>
#include <string>

#include "sim/experiment/run/compare.hpp"
#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns where the time of customers went, why, and what would help. The runs of `result` have recorded why. `whatif`
/// compares the scenario with those that have one more of each part, sorted by how much they improve the main metric;
/// it is empty if there is nothing of which there could be more.
std::string explain_text(const ScenarioResult& result, const std::optional<experiment::Comparison>& whatif,
                         const TextStyle& style = {});

/// Writes the object `fastfood-explanation/1`.
void write_explanation(JsonWriter& json, const ScenarioResult& result,
                       const std::optional<experiment::Comparison>& whatif);

}  // namespace fastfood::report
