#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "sim/report/run/result_json.hpp"

namespace fastfood::report {

/// A table for a spreadsheet: the name of its file without `.csv`, and its text.
struct CsvTable {
  std::string_view name;
  std::string text;
};

/// The names of all tables of a result.
inline constexpr std::array<std::string_view, 9> table_names{"summary", "money",   "servers", "stations",    "streams",
                                                             "lines",   "periods", "why",     "replications"};

/// Returns every table of a result, with all digits and all percentiles, also those that are empty, in the
/// order of `table_names`. A row is an entry, a column is a metric; times are
/// in seconds, shares from 0 to 1. A line has a row of its own, and one for each of its stops; what only one of the two
/// has is empty in the other. With several replications, values are means, and each has a column with the
/// half-width of its interval. The format is that of RFC 4180. A name that a spreadsheet would read as a formula, a
/// number or a date begins with an apostrophe. A table with other characters than ASCII begins with a byte order mark.
std::vector<CsvTable> csv_tables(const ScenarioResult& result);

}  // namespace fastfood::report
