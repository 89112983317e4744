#pragma once

#include <optional>
#include <span>

#include "sim/experiment/fit/fitted_distribution.hpp"

/// Maximum likelihood for the parameters of a distribution, from independent times.
namespace fastfood::experiment {

/// Fits a family to times in seconds, sorted, none of them negative. Returns nothing if the likelihood has no maximum:
/// all times are equal, or one is 0 and the family does not hold it; nor if the shape of a gamma or erlang distribution
/// were above a million.
///
/// Closed forms: exponential, lognormal, uniform (the least and the largest time). Gamma: Newton's method in 1 / shape
/// (Minka 2002). Erlang: the better of the two whole numbers around the shape of the gamma; the likelihood is concave
/// in it. Weibull: Newton's method for the shape (Lawless 2003, section 5.2). Normal: as drawn, truncated at 0, with a
/// mean of at least 0; moments and parameters determine each other (Cohen 1950). Triangular: see
/// `fit_triangular`.
std::optional<FittedDistribution> fit_by_likelihood(Family family, std::span<const double> sorted);

/// Fits min, mode and max. Given the ends, the likelihood is largest where the mode is one of the times (Kotz and van
/// Dorp 2004, section 1.4.1); given the mode, it is maximized over the ends by Newton's method. The two alternate from
/// several modes. The density falls to 0 linearly at the ends, the border case in which likelihood loses its usual
/// properties (Smith 1985): there are no intervals.
std::optional<FittedDistribution> fit_triangular(std::span<const double> sorted);

/// Returns the logarithm of the likelihood of times in seconds, of which none is outside of the support.
double log_likelihood(const FittedDistribution& of, std::span<const double> times);

}  // namespace fastfood::experiment
