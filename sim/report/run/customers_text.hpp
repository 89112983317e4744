#pragma once

#include <string>

#include "sim/report/format/text_style.hpp"
#include "sim/report/run/result_json.hpp"
#include "sim/report/run/result_table.hpp"

/// The part of the summary about customers, paragraph by paragraph.
namespace fastfood::report {

/// Returns what is counted, and of one run the numbers of customers who arrived, were lost and were served within their
/// targets.
std::string customers_text(const ScenarioResult& result, const TextStyle& style = {});

/// Returns the table of times; empty if no customer was served and none reneged.
std::string times_text(const ScenarioResult& result, const TextStyle& style = {});

/// Adds the columns of customers who came, of how many were served or lost, and of their times.
void add_customer_columns(ResultTable& table);

/// Returns the table of arrival streams; empty if there is at most one.
std::string streams_text(const ScenarioResult& result, const TextStyle& style = {});

}  // namespace fastfood::report
