#include "sim/experiment/fit/maximum_likelihood.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "sim/experiment/fit/special_functions.hpp"

namespace fastfood::experiment {
namespace {

using Times = std::span<const double>;

constexpr double tolerance = 1e-12;
constexpr int max_steps = 100;
constexpr double max_shape = 1e6;  // a gamma distribution of a larger one is a normal distribution

double mean_of(Times times) {
  double sum = 0;
  for (const double time : times) {
    sum += time;
  }
  return sum / static_cast<double>(times.size());
}

/// The mean and the variance, with divisor n.
struct Spread {
  double mean = 0;
  double variance = 0;
};

Spread spread_of(Times values) {
  Spread spread{mean_of(values), 0};
  for (const double value : values) {
    spread.variance += (value - spread.mean) * (value - spread.mean);
  }
  spread.variance /= static_cast<double>(values.size());
  return spread;
}

std::vector<double> logs_of(Times times) {
  std::vector<double> logs(times.size());
  std::ranges::transform(times, logs.begin(), [](double time) { return std::log(time); });
  return logs;
}

FittedDistribution with_likelihood(Family family, std::array<double, 3> parameters, Times times) {
  FittedDistribution fitted{family, parameters};
  fitted.log_likelihood = log_likelihood(fitted, times);
  return fitted;
}

FittedDistribution fit_exponential(Times times) {
  return with_likelihood(Family::exponential, {mean_of(times)}, times);
}

/// The logarithm of the mean less the mean of the logarithm: 0 if all times are equal.
double log_excess(Times times) { return std::log(mean_of(times)) - mean_of(logs_of(times)); }

/// The shape of the gamma distribution whose logarithm has this excess.
double gamma_shape(double excess) {
  double shape = (3 - excess + std::sqrt((excess - 3) * (excess - 3) + 24 * excess)) / (12 * excess);
  for (int step = 0; step != max_steps; ++step) {
    const double gap = std::log(shape) - digamma(shape) - excess;
    const double next = 1 / (1 / shape + gap / (shape * shape * (1 / shape - trigamma(shape))));
    const double change = std::abs(next - shape);
    shape = next;
    if (change <= tolerance * shape) {
      break;
    }
  }
  return shape;
}

std::optional<FittedDistribution> fit_gamma(Times times) {
  const double excess = log_excess(times);
  if (!(excess > tolerance)) {
    return std::nullopt;
  }
  const double shape = gamma_shape(excess);
  if (!(shape <= max_shape)) {
    return std::nullopt;
  }
  return with_likelihood(Family::gamma, {shape, mean_of(times) / shape}, times);
}

std::optional<FittedDistribution> fit_erlang(Times times) {
  const double excess = log_excess(times);
  if (!(excess > tolerance)) {
    return std::nullopt;
  }
  const double shape = gamma_shape(excess);
  if (!(shape <= max_shape)) {
    return std::nullopt;
  }
  const double below = std::max(std::floor(shape), 1.0);
  const double mean = mean_of(times);
  const FittedDistribution smaller = with_likelihood(Family::erlang, {below, mean}, times);
  const FittedDistribution larger = with_likelihood(Family::erlang, {below + 1, mean}, times);
  return larger.log_likelihood > smaller.log_likelihood ? larger : smaller;
}

std::optional<FittedDistribution> fit_lognormal(Times times) {
  const Spread logs = spread_of(logs_of(times));
  if (!(logs.variance > tolerance * tolerance)) {
    return std::nullopt;
  }
  const double mean = std::exp(logs.mean + logs.variance / 2);
  return with_likelihood(Family::lognormal, {mean, mean * std::sqrt(std::expm1(logs.variance))}, times);
}

/// Solves for the mean in units of the sd: the squared coefficient of variation falls with it.
double truncated_mean(double squared_variation) {
  double low = 0;
  double high = 1 / std::sqrt(squared_variation) + 1;
  for (int step = 0; step != max_steps && high - low > tolerance * high; ++step) {
    const double middle = (low + high) / 2;
    const TruncatedMoments moments = truncated_normal_moments(middle);
    (moments.variance > squared_variation * moments.mean * moments.mean ? low : high) = middle;
  }
  return (low + high) / 2;
}

std::optional<FittedDistribution> fit_normal(Times times) {
  const Spread spread = spread_of(times);
  const double squared_variation = spread.variance / (spread.mean * spread.mean);
  if (!(squared_variation > tolerance * tolerance)) {
    return std::nullopt;
  }
  constexpr double of_mean_zero = std::numbers::pi / 2 - 1;  // a scenario may have no mean below 0
  if (squared_variation >= of_mean_zero) {
    const double sd = std::sqrt(spread.variance + spread.mean * spread.mean);
    return with_likelihood(Family::normal, {0, sd}, times);
  }
  const double standardized = truncated_mean(squared_variation);
  const double sd = spread.mean / truncated_normal_moments(standardized).mean;
  return with_likelihood(Family::normal, {standardized * sd, sd}, times);
}

std::optional<FittedDistribution> fit_weibull(Times times) {
  // Relative to the largest time, so that no power overflows.
  std::vector<double> logs = logs_of(times);
  const double largest = logs.back();
  for (double& log : logs) {
    log -= largest;
  }
  const Spread spread = spread_of(logs);
  if (!(spread.variance > tolerance * tolerance)) {
    return std::nullopt;
  }
  double shape = std::numbers::pi / std::sqrt(6 * spread.variance);
  double powers = 0;
  for (int step = 0; step != max_steps; ++step) {
    powers = 0;
    double first = 0;
    double second = 0;
    for (const double log : logs) {
      const double power = std::exp(shape * log);
      powers += power;
      first += power * log;
      second += power * log * log;
    }
    const double mean = first / powers;
    const double gap = mean - 1 / shape - spread.mean;
    const double slope = second / powers - mean * mean + 1 / (shape * shape);
    const double next = std::max(shape - gap / slope, shape / 10);
    const double change = std::abs(next - shape);
    shape = next;
    if (change <= tolerance * shape) {
      break;
    }
  }
  const double log_scale = std::log(powers / static_cast<double>(times.size())) / shape + largest;
  return with_likelihood(Family::weibull, {shape, std::exp(log_scale)}, times);
}

std::optional<FittedDistribution> fit_uniform(Times times) {
  if (times.front() == times.back()) {
    return std::nullopt;
  }
  return with_likelihood(Family::uniform, {times.front(), times.back()}, times);
}

double sum_over(Times times, auto term) {
  double sum = 0;
  for (const double time : times) {
    sum += term(time);
  }
  return sum;
}

double log_likelihood_of_gamma(double shape, double scale, Times times) {
  const auto n = static_cast<double>(times.size());
  const double logs = shape == 1 ? 0 : sum_over(times, [](double time) { return std::log(time); });
  return (shape - 1) * logs - n * (mean_of(times) / scale + log_gamma(shape) + shape * std::log(scale));
}

double log_likelihood_of_lognormal(double mean, double sd, Times times) {
  const double variance = std::log1p(sd * sd / (mean * mean));
  const double middle = std::log(mean) - variance / 2;
  const double constant = std::log(2 * std::numbers::pi * variance) / 2;
  return -sum_over(times, [&](double time) {
    const double log = std::log(time);
    return log + constant + (log - middle) * (log - middle) / (2 * variance);
  });
}

double log_likelihood_of_normal(double mean, double sd, Times times) {
  const double constant = std::log(2 * std::numbers::pi) / 2 + std::log(sd) + std::log(normal_below(mean / sd));
  return -sum_over(times, [&](double time) {
    const double z = (time - mean) / sd;
    return constant + z * z / 2;
  });
}

double log_likelihood_of_weibull(double shape, double scale, Times times) {
  const double constant = std::log(shape / scale);
  return sum_over(times, [&](double time) {
    const double log = std::log(time / scale);
    return constant + (shape - 1) * log - std::exp(shape * log);
  });
}

double log_likelihood_of_triangular(const std::array<double, 3>& of, Times times) {
  const auto [min, mode, max] = of;
  const double constant = std::log(2 / (max - min));
  return sum_over(times, [&](double time) {
    const double share = time < mode ? (time - min) / (mode - min) : time > mode ? (max - time) / (max - mode) : 1;
    return constant + std::log(share);
  });
}

}  // namespace

double log_likelihood(const FittedDistribution& of, std::span<const double> times) {
  const auto [first, second, third] = of.parameters;
  const auto n = static_cast<double>(times.size());
  switch (of.family) {
    case Family::exponential:
      return -n * (std::log(first) + mean_of(times) / first);
    case Family::erlang:
      return log_likelihood_of_gamma(first, second / first, times);
    case Family::gamma:
      return log_likelihood_of_gamma(first, second, times);
    case Family::lognormal:
      return log_likelihood_of_lognormal(first, second, times);
    case Family::normal:
      return log_likelihood_of_normal(first, second, times);
    case Family::weibull:
      return log_likelihood_of_weibull(first, second, times);
    case Family::uniform:
      return -n * std::log(second - first);
    case Family::triangular:
      break;
  }
  return log_likelihood_of_triangular(of.parameters, times);
}

std::optional<FittedDistribution> fit_by_likelihood(Family family, std::span<const double> sorted) {
  if (sorted.empty() || !(sorted.back() > 0) || (sorted.front() == 0 && !can_hold_zero(family))) {
    return std::nullopt;
  }
  switch (family) {
    case Family::exponential:
      return fit_exponential(sorted);
    case Family::erlang:
      return fit_erlang(sorted);
    case Family::gamma:
      return fit_gamma(sorted);
    case Family::lognormal:
      return fit_lognormal(sorted);
    case Family::normal:
      return fit_normal(sorted);
    case Family::weibull:
      return fit_weibull(sorted);
    case Family::uniform:
      return fit_uniform(sorted);
    case Family::triangular:
      break;
  }
  return fit_triangular(sorted);
}

}  // namespace fastfood::experiment
