#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/override.hpp"
#include "tools/cli/exit_code.hpp"

namespace cli {

/// The options of `fastfood explain`.
struct ExplainOptions {
  std::string scenario;
  std::optional<std::string> json;
  std::vector<fastfood::scenario::Override> overrides;
  std::optional<std::uint64_t> seed;
  std::optional<std::int64_t> replications;
  std::optional<double> confidence;
  int jobs = 1;
  bool quiet = false;
};

/// Runs a scenario, and says where the time of customers went, why, and what would help.
ExitCode explain(const ExplainOptions& options);

}  // namespace cli
