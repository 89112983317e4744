#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tools/bench/ratio.hpp"

namespace bench {

/// A row once it was measured. It holds if the lower end of its ratio's interval does.
struct Result {
  std::string name;
  double at_most = 0;
  std::string_view unit;
  Ratio ratio;

  bool holds() const { return ratio.low <= at_most; }
};

/// Row → its ratio in an earlier run.
using Earlier = std::map<std::string, double>;

/// For example `GCC 12.2.0`.
std::string compiler();

/// Which compiler and which commit this is of; the environment's FASTFOOD_COMMIT tells.
std::string origin();

/// The table: what its columns are, and a row.
std::string header();
std::string line(const Result& result, const Earlier& earlier);

/// Results as JSON. A file that cannot be written or read ends the program.
void write_results(const std::string& file, const std::vector<Result>& results);
Earlier read_results(const std::string& file);

}  // namespace bench
