#include "sim/experiment/fit/fitted_distribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "sim/experiment/fit/special_functions.hpp"

namespace fastfood::experiment {
namespace {

constexpr std::string_view exponential_names[] = {"mean"};
constexpr std::string_view erlang_names[] = {"k", "mean"};
constexpr std::string_view moment_names[] = {"mean", "sd"};
constexpr std::string_view shape_names[] = {"shape", "scale"};
constexpr std::string_view uniform_names[] = {"min", "max"};
constexpr std::string_view triangular_names[] = {"min", "mode", "max"};

double triangular_below(const std::array<double, 3>& of, double x) {
  const auto [min, mode, max] = of;
  if (x <= min || x >= max) {
    return x < max ? 0 : 1;
  }
  return x <= mode ? (x - min) * (x - min) / ((max - min) * (mode - min))
                   : 1 - (max - x) * (max - x) / ((max - min) * (max - mode));
}

double lognormal_below(double mean, double sd, double x) {
  const double ratio = sd / mean;
  const double variance = std::log1p(ratio * ratio);
  return normal_below((std::log(x / mean) + variance / 2) / std::sqrt(variance));
}

MeanAndDeviation of_triangular(const std::array<double, 3>& of) {
  const auto [min, mode, max] = of;
  const double variance = (min * min + mode * mode + max * max - min * mode - min * max - mode * max) / 18;
  return {(min + mode + max) / 3, std::sqrt(std::max(variance, 0.0))};
}

MeanAndDeviation of_weibull(double shape, double scale) {
  const double first = std::exp(log_gamma(1 + 1 / shape));
  const double second = std::exp(log_gamma(1 + 2 / shape));
  return {scale * first, scale * std::sqrt(std::max(second - first * first, 0.0))};
}

Duration in_ns(double seconds) {
  constexpr double max = 9e18;
  return Duration(std::llround(std::min(seconds * 1e9, max)));
}

Duration above_zero(double seconds) { return std::max(in_ns(seconds), Duration{1}); }

double rounded(double number, int digits) {
  return std::strtod(fmt::format("{:.{}g}", number, digits).c_str(), nullptr);
}

}  // namespace

std::string_view name_of(Family family) {
  constexpr std::string_view names[] = {"exponential", "erlang",  "gamma",   "lognormal",
                                        "normal",      "weibull", "uniform", "triangular"};
  return names[static_cast<std::size_t>(family)];
}

std::span<const std::string_view> parameter_names(Family family) {
  switch (family) {
    case Family::exponential:
      return exponential_names;
    case Family::erlang:
      return erlang_names;
    case Family::gamma:
    case Family::weibull:
      return shape_names;
    case Family::lognormal:
    case Family::normal:
      return moment_names;
    case Family::uniform:
      return uniform_names;
    case Family::triangular:
      break;
  }
  return triangular_names;
}

bool can_hold_zero(Family family) {
  return family == Family::exponential || family == Family::normal || family == Family::uniform ||
         family == Family::triangular;
}

double normal_below(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

TruncatedMoments truncated_normal_moments(double mean) {
  const double density = std::exp(-mean * mean / 2) / std::sqrt(2 * std::numbers::pi);
  const double hazard = density / normal_below(mean);
  return {mean + hazard, 1 - hazard * (mean + hazard)};
}

double cumulative(const FittedDistribution& of, double x) {
  const auto [first, second, third] = of.parameters;
  switch (of.family) {
    case Family::exponential:
      return -std::expm1(-x / first);
    case Family::erlang:
      return gamma_below(first, x * first / second);
    case Family::gamma:
      return gamma_below(first, x / second);
    case Family::lognormal:
      return x > 0 ? lognormal_below(first, second, x) : 0;
    case Family::normal: {
      const double below_zero = normal_below(-first / second);
      return (normal_below((x - first) / second) - below_zero) / (1 - below_zero);
    }
    case Family::weibull:
      return -std::expm1(-std::pow(x / second, first));
    case Family::uniform:
      return std::clamp((x - first) / (second - first), 0.0, 1.0);
    case Family::triangular:
      break;
  }
  return triangular_below(of.parameters, x);
}

MeanAndDeviation mean_and_deviation(const FittedDistribution& of) {
  const auto [first, second, third] = of.parameters;
  switch (of.family) {
    case Family::exponential:
      return {first, first};
    case Family::erlang:
      return {second, second / std::sqrt(first)};
    case Family::gamma:
      return {first * second, std::sqrt(first) * second};
    case Family::lognormal:
      return {first, second};
    case Family::normal: {
      const TruncatedMoments moments = truncated_normal_moments(first / second);
      return {second * moments.mean, second * std::sqrt(std::max(moments.variance, 0.0))};
    }
    case Family::weibull:
      return of_weibull(first, second);
    case Family::uniform:
      return {(first + second) / 2, (second - first) / std::sqrt(12)};
    case Family::triangular:
      break;
  }
  return of_triangular(of.parameters);
}

random::Distribution to_distribution(const FittedDistribution& of) {
  const auto [first, second, third] = of.parameters;
  switch (of.family) {
    case Family::exponential:
      return random::Exponential{above_zero(first)};
    case Family::erlang:
      return random::Erlang{std::llround(first), above_zero(second)};
    case Family::gamma:
      return random::Gamma{first, above_zero(second)};
    case Family::lognormal:
      return random::Lognormal{above_zero(first), in_ns(second)};
    case Family::normal:
      return random::Normal{in_ns(first), in_ns(second)};
    case Family::weibull:
      return random::Weibull{first, above_zero(second)};
    case Family::uniform:
      return random::Uniform{in_ns(first), in_ns(second)};
    case Family::triangular:
      break;
  }
  return random::Triangular{in_ns(first), in_ns(second), in_ns(third)};
}

random::Distribution to_distribution(const FittedDistribution& of, int digits) {
  const MeanAndDeviation moments = mean_and_deviation(of);
  const double ratio = moments.sd > 0 ? moments.mean / moments.sd : 1;
  const int more = static_cast<int>(std::clamp(std::floor(std::log10(ratio)), 0.0, 12.0));
  const auto names = parameter_names(of.family);
  FittedDistribution shorter = of;
  for (std::size_t i = 0; i != names.size(); ++i) {
    if (names[i] != "k") {
      shorter.parameters.at(i) = rounded(of.parameters.at(i), names[i] == "sd" ? digits : digits + more);
    }
  }
  return to_distribution(shorter);
}

}  // namespace fastfood::experiment
