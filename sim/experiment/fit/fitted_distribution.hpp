#pragma once

#include <array>
#include <span>
#include <string_view>

#include "sim/random/distribution.hpp"

/// Distributions of times whose parameters are doubles, in seconds, as fitting needs them.
namespace fastfood::experiment {

/// The families that are fitted, named as scenarios name them.
enum class Family { exponential, erlang, gamma, lognormal, normal, weibull, uniform, triangular };

inline constexpr std::array all_families{Family::exponential, Family::erlang,  Family::gamma,   Family::lognormal,
                                         Family::normal,      Family::weibull, Family::uniform, Family::triangular};

/// The name of a family in a scenario.
std::string_view name_of(Family family);

/// The keys of the parameters in a scenario, in their order there.
std::span<const std::string_view> parameter_names(Family family);

/// Returns whether a time of exactly 0 has a positive, finite density for some parameters.
bool can_hold_zero(Family family);

/// A member of a family. Parameters mean what they mean in a scenario, in the order of `parameter_names`.
struct FittedDistribution {
  Family family = Family::exponential;
  std::array<double, 3> parameters{};
  double log_likelihood = 0;  // of the data it was fitted to, times in seconds
};

/// Returns the probability of a time of at most `x`. `Normal` is truncated at 0.
double cumulative(const FittedDistribution& of, double x);

/// The mean and the standard deviation of a distribution in seconds.
struct MeanAndDeviation {
  double mean = 0;
  double sd = 0;
};

/// Returns those of the times that are drawn: of `Normal`, after negative draws are drawn again.
MeanAndDeviation mean_and_deviation(const FittedDistribution& of);

/// Returns the distribution that a scenario draws from. Times are rounded to whole nanoseconds; a parameter that must
/// be above 0 is at least one.
random::Distribution to_distribution(const FittedDistribution& of);

/// Returns the same with parameters of `digits` significant digits, to show and to write in a scenario. Those that say
/// where the distribution lies have more if it is narrow.
random::Distribution to_distribution(const FittedDistribution& of, int digits);

/// The mean and the variance of a standard normal variate plus `mean`, given that the sum is not negative.
struct TruncatedMoments {
  double mean = 0;
  double variance = 0;
};

TruncatedMoments truncated_normal_moments(double mean);

/// Returns the standard normal distribution function at `z`, with small relative errors also far below 0.
double normal_below(double z);

}  // namespace fastfood::experiment
