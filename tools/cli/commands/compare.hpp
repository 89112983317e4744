#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/override.hpp"
#include "tools/cli/exit_code.hpp"

namespace cli {

/// The options of `fastfood compare` and `whatif`. The latter has one scenario.
struct CompareOptions {
  std::vector<std::string> scenarios;
  std::optional<std::string> json;
  std::optional<std::string> metric;
  std::vector<fastfood::scenario::Override> overrides;
  std::optional<std::uint64_t> seed;
  std::optional<std::int64_t> replications;
  std::optional<double> confidence;
  int jobs = 1;
  bool fewer = false;  // whatif: one fewer of each resource
  bool quiet = false;
};

/// Compares all scenarios with the first, on the same customers.
ExitCode compare(const CompareOptions& options);

/// Compares a scenario with versions that have one more (or one fewer) of each resource, the bottleneck first.
ExitCode whatif(const CompareOptions& options);

}  // namespace cli
