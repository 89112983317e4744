#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::report {

/// Returns the part of the summary with a row for each period. Returns an empty text if the run has no periods.
std::string periods_text(const model::CounterSpec& spec, const model::RunResult& run);

}  // namespace fastfood::report
