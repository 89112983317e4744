#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/experiment/fit/fitted_distribution.hpp"

/// How well a fitted distribution describes the times it was fitted to.
namespace fastfood::experiment {

/// The distance of a distribution function from the empirical one of sorted times.
struct Distance {
  double kolmogorov_smirnov = 0;  // the largest difference
  double anderson_darling = 0;    // squared differences, those in the tails with more weight

  bool operator==(const Distance&) const = default;
};

Distance distance(const FittedDistribution& of, std::span<const double> sorted);

/// How the distribution of the two distances is found if the distribution is the true one.
struct BootstrapOptions {
  std::uint64_t seed = 1;
  int replicates = 199;
  /// Times are recorded as the nearest multiple of it.
  Duration resolution{1};
};

/// The two distances, and the probability of one at least as large if the fitted family is the true one.
struct GoodnessOfFit {
  Distance distance;
  double kolmogorov_smirnov_p = 1;
  double anderson_darling_p = 1;
};

/// Tests the fit of a family to sorted times by the parametric bootstrap (Stute, Gonzáles Manteiga and Presedo
/// Quindimil 1993): replicates are drawn from the fitted distribution, rounded as the data are, and fitted in turn.
/// Tables of the two tests do not hold with fitted parameters. p is (1 + replicates at least as far) / (1 +
/// replicates).
GoodnessOfFit test_fit(const FittedDistribution& of, std::span<const double> sorted, const BootstrapOptions& options);

}  // namespace fastfood::experiment
