#pragma once

#include <cstddef>
#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"

/// The part of the summary about customers, paragraph by paragraph.
namespace fastfood::report {

/// Returns what is counted, and of one run the numbers of customers who arrived, were lost and were served within the
/// target.
std::string customers_text(const ScenarioResult& result, const TextStyle& style = {});

/// Returns whether the aim of the target is met; empty if there is none.
std::string target_text(const ScenarioResult& result, const TextStyle& style = {});

/// Returns the number of runs that met the aim.
std::ptrdiff_t runs_that_met(const ScenarioResult& result);

/// Returns `met` in green or `not met` in red. The aim must be known to be one of them.
std::string met_text(const model::Satisfied& satisfied, const TextStyle& style);

/// Returns the table of times; empty if no customer was served and none reneged.
std::string times_text(const ScenarioResult& result, const TextStyle& style = {});

/// Returns the table of arrival streams; empty if there is at most one.
std::string streams_text(const ScenarioResult& result, const TextStyle& style = {});

}  // namespace fastfood::report
