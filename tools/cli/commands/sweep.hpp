#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/override.hpp"
#include "tools/cli/exit_code.hpp"
#include "tools/cli/files/study_input.hpp"

namespace cli {

/// The options of `fastfood sweep`.
struct SweepOptions {
  std::string file;               // a study, or a scenario
  std::vector<std::string> vary;  // each PATH=VALUES
  std::optional<std::string> out;
  std::optional<std::string> json;
  int jobs = 1;
  std::vector<fastfood::scenario::Override> overrides;
  StudyChanges changes;
  bool list = false;
  bool resume = false;
  bool fail_fast = false;
  bool yes = false;
  bool quiet = false;
};

/// Runs all points of a study and writes their results.
ExitCode sweep(const SweepOptions& options);

}  // namespace cli
