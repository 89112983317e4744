#pragma once

#include <cstdint>
#include <span>

#include "sim/experiment/fit/parameter_intervals.hpp"

namespace fastfood::experiment {

/// Returns the exact confidence interval of the mean of a Poisson variate that was seen to be `count` (Garwood 1936).
Interval poisson_interval(std::int64_t count, double confidence);

/// Whether counts vary as much as those of a Poisson process with one rate do.
struct Dispersion {
  double statistic = 0;  // the sum of (count - mean)^2 / mean: chi-squared if they do
  int degrees = 0;       // of freedom; 0 if there is nothing to compare

  bool operator==(const Dispersion&) const = default;

  /// Returns the variance divided by the mean: about 1 for a Poisson process.
  double index() const { return degrees == 0 ? 1 : statistic / degrees; }

  /// Returns the probability of a dispersion at least as large, or at most as large, by chance.
  double p_above() const;
  double p_below() const;
};

/// Compares counts over equal exposures (Fisher 1950). Counts that are all 0 have nothing to compare.
Dispersion dispersion_of(std::span<const std::int64_t> counts);

/// Adds the dispersions of independent sets of counts, each with a mean of its own.
Dispersion pooled(std::span<const Dispersion> dispersions);

}  // namespace fastfood::experiment
