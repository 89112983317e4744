#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// Returns the table of an average run: customers, the share within the target, times, utilizations and money, each
/// with its mean and interval, and its 10th and 90th percentile over the replications. There must be several.
std::string average_text(const ScenarioResult& result, const TextStyle& style = {});

}  // namespace fastfood::report
