#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "sim/experiment/fit/fitted_distribution.hpp"

namespace fastfood::experiment {

/// A confidence interval.
struct Interval {
  double lower = 0;
  double upper = 0;

  bool operator==(const Interval&) const = default;
};

/// Returns the interval of each parameter of a distribution that was fitted to these times by maximum likelihood, in
/// the order of `parameter_names`. `confidence` holds for each by itself.
///
/// Exact: exponential (chi-squared), erlang's mean for the k that was fitted, uniform (the gaps beyond the ends and the
/// range are Dirichlet). Normal: Student's and chi-squared while truncation does not matter; from there on, and for
/// gamma and weibull, by the observed information on a logarithmic scale. Lognormal: the delta method (Cox, in Land
/// 1972). Erlang's k: those whose likelihood is not too far below. None: triangular, and the mean of a normal
/// distribution that was fitted as 0.
std::vector<std::optional<Interval>> parameter_intervals(const FittedDistribution& of, std::span<const double> times,
                                                         double confidence);

}  // namespace fastfood::experiment
