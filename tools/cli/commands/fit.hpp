#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/experiment/fit/rate_fit.hpp"
#include "tools/cli/exit_code.hpp"

namespace cli {

/// The options of `fastfood fit`.
struct FitOptions {
  std::string file;
  std::optional<std::string> column;
  std::optional<fastfood::Duration> every;
  std::optional<fastfood::experiment::TimeBound> from;
  std::optional<fastfood::experiment::TimeBound> until;
  std::optional<std::uint64_t> seed;
  std::optional<double> confidence;
  bool quiet = false;
};

/// Fits a distribution to a column of times, or an arrival stream to a till's orders. Prints JSON for a scenario, and a
/// report on standard error.
ExitCode fit(const FitOptions& options);

}  // namespace cli
