#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tools/cli/exit_code.hpp"

namespace cli {

/// What `fastfood compare` or `whatif` was told; the latter has one scenario.
struct CompareOptions {
  std::vector<std::string> scenarios;
  std::optional<std::string> json;
  std::optional<std::string> metric;
  std::optional<std::uint64_t> seed;
  std::optional<std::int64_t> replications;
  std::optional<double> confidence;
  int jobs = 1;
  bool fewer = false;  // of whatif: one fewer of each
  bool quiet = false;
};

/// Compares all scenarios but the first with it, on the same customers.
ExitCode compare(const CompareOptions& options);

/// Compares a scenario with what it would be with one more of each part, the bottleneck first; or with one fewer.
ExitCode whatif(const CompareOptions& options);

}  // namespace cli
