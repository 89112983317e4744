#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/study/requirement.hpp"
#include "sim/scenario/override.hpp"
#include "tools/cli/commands/run_outputs.hpp"
#include "tools/cli/exit_code.hpp"

namespace cli {

/// The options of `fastfood run`.
struct RunOptions {
  std::vector<std::string> scenarios;
  RunPaths paths;
  std::optional<std::uint64_t> seed;
  std::vector<fastfood::scenario::Override> overrides;
  std::optional<std::int64_t> replications;
  std::optional<double> confidence;
  int jobs = 1;
  std::vector<fastfood::experiment::Requirement> require;
};

/// Runs the scenarios and writes their results. Reads all files before it runs the first.
ExitCode run(const RunOptions& options);

}  // namespace cli
