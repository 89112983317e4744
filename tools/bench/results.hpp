#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/bench/ratio.hpp"

namespace bench {

/// A measured row. It holds if the lower end of the interval of its ratio is at most the limit.
struct Result {
  std::string name;
  double at_most = 0;
  std::string_view unit;
  Ratio ratio;

  bool holds() const { return ratio.low <= at_most; }
};

/// The ratios of an earlier run, by row.
using Earlier = std::map<std::string, double>;

/// For example `GCC 12.2.0`.
std::string compiler();

/// The compiler and the commit measured; the latter from the environment variable FASTFOOD_COMMIT.
std::string origin();

/// The heading of the table, and a line of it.
std::string header();
std::string line(const Result& result, const Earlier& earlier);

/// Writes and reads results as JSON. Ends the program if a file cannot be written or read.
void write_results(const std::string& file, const std::vector<Result>& results);
Earlier read_results(const std::string& file);

}  // namespace bench
