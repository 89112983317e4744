#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

/// The part of the summary that tells of customers, paragraph by paragraph.
namespace fastfood::report {

/// From when to when it was counted, who came, who was lost, and how many were served within the target.
std::string customers_text(const model::CounterSpec& spec, const model::RunResult& run);

/// How long it took them; nothing where nobody was taken or gave up.
std::string times_text(const model::RunResult& run);

/// Stream by stream; nothing where there is but one.
std::string streams_text(const model::RunResult& run);

}  // namespace fastfood::report
