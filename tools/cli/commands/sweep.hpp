#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/experiment/study/requirement.hpp"
#include "sim/experiment/study/study.hpp"
#include "tools/cli/exit_code.hpp"

namespace cli {

/// The options of `fastfood sweep`.
struct SweepOptions {
  std::string file;               // a study, or a scenario
  std::vector<std::string> vary;  // each PATH=VALUES
  std::optional<std::string> out;
  std::optional<std::string> json;
  std::optional<std::uint64_t> seed;
  std::optional<std::int64_t> replications;
  std::optional<double> confidence;
  int jobs = 1;
  std::vector<fastfood::experiment::Requirement> require;
  bool list = false;
  bool resume = false;
  bool fail_fast = false;
  bool yes = false;
  bool quiet = false;
};

/// Runs all points of a study and writes their results.
ExitCode sweep(const SweepOptions& options);

}  // namespace cli
