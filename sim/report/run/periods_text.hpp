#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::report {

/// The part of the summary that goes through the run period by period; nothing where it has none.
std::string periods_text(const model::CounterSpec& spec, const model::RunResult& run);

}  // namespace fastfood::report
