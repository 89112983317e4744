#pragma once

#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

/// The part of the summary about customers, paragraph by paragraph.
namespace fastfood::report {

/// Returns the period that is counted, the numbers of arrivals and losses, and how many customers were served within
/// the target.
std::string customers_text(const model::CounterSpec& spec, const model::RunResult& run);

/// Returns the table of times. Returns an empty text if no customer was served and none left the line.
std::string times_text(const model::RunResult& run);

/// Returns a table of the arrival streams. Returns an empty text if there is at most one.
std::string streams_text(const model::RunResult& run);

}  // namespace fastfood::report
