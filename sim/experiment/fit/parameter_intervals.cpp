#include "sim/experiment/fit/parameter_intervals.hpp"

#include <algorithm>
#include <cmath>

#include "sim/experiment/fit/maximum_likelihood.hpp"
#include "sim/experiment/fit/special_functions.hpp"

namespace fastfood::experiment {
namespace {

using Intervals = std::vector<std::optional<Interval>>;

/// The data, and the share of the error on each side.
struct Data {
  std::span<const double> times;
  double tail;

  double n() const { return static_cast<double>(times.size()); }
  double normal_quantile() const { return random::normal_quantile(1 - tail); }
};

Interval around_on_log_scale(double value, double variance_of_log, const Data& data) {
  const double factor = std::exp(data.normal_quantile() * std::sqrt(variance_of_log));
  return {value / factor, value * factor};
}

/// The sum of gamma variates of this total shape is what was seen; its mean is `mean`.
Interval of_gamma_mean(double total_shape, double mean, const Data& data) {
  const double degrees = 2 * total_shape;
  return {mean * degrees / chi_squared_quantile(degrees, 1 - data.tail),
          mean * degrees / chi_squared_quantile(degrees, data.tail)};
}

Interval of_k(const FittedDistribution& of, const Data& data) {
  const double allowed = chi_squared_quantile(1, 1 - 2 * data.tail) / 2;
  const auto is_likely = [&](double k) {
    FittedDistribution other = of;
    other.parameters[0] = k;
    return k >= 1 && log_likelihood(other, data.times) >= of.log_likelihood - allowed;
  };
  const auto farthest = [&](double step) {
    double k = of.parameters[0];
    double stride = step;
    while (is_likely(k + stride)) {
      k += stride;
      stride *= 2;
    }
    for (; std::abs(stride) >= 1; stride = std::trunc(stride / 2)) {
      k = is_likely(k + stride) ? k + stride : k;
    }
    return k;
  };
  return {farthest(-1), farthest(1)};
}

Intervals of_gamma(const FittedDistribution& of, const Data& data) {
  const auto [shape, scale, unused] = of.parameters;
  const double determinant = shape * trigamma(shape) - 1;
  const double variance_of_log_shape = 1 / (shape * determinant * data.n());
  const double variance_of_log_scale = trigamma(shape) / (determinant * data.n());
  return {around_on_log_scale(shape, variance_of_log_shape, data),
          around_on_log_scale(scale, variance_of_log_scale, data)};
}

Intervals of_weibull(const FittedDistribution& of, const Data& data) {
  const auto [shape, scale, unused] = of.parameters;
  double first = 0;
  double second = 0;
  for (const double time : data.times) {
    const double log = std::log(time / scale);
    const double power = std::exp(shape * log);
    first += log * power;
    second += log * log * power;
  }
  // The observed information of the shape and of the logarithm of the scale.
  const double of_shape = data.n() / (shape * shape) + second;
  const double of_scale = shape * shape * data.n();
  const double of_both = -shape * first;
  const double determinant = of_shape * of_scale - of_both * of_both;
  return {around_on_log_scale(shape, of_scale / determinant / (shape * shape), data),
          around_on_log_scale(scale, of_shape / determinant, data)};
}

Intervals of_lognormal(const FittedDistribution& of, const Data& data) {
  const auto [mean, sd, unused] = of.parameters;
  const double variance = std::log1p(sd * sd / (mean * mean));
  const double variance_of_variance = 2 * variance * variance / (data.n() - 1);
  const double slope_of_sd = 0.5 + std::exp(variance) / (2 * std::expm1(variance));
  return {around_on_log_scale(mean, variance / data.n() + variance_of_variance / 4, data),
          around_on_log_scale(sd, variance / data.n() + slope_of_sd * slope_of_sd * variance_of_variance, data)};
}

Intervals of_plain_normal(double mean, double sd, const Data& data) {
  const double degrees = data.n() - 1;
  const double half_width = student_quantile(degrees, 1 - data.tail) * sd / std::sqrt(degrees);
  return {Interval{std::max(mean - half_width, 0.0), mean + half_width},
          Interval{sd * std::sqrt(data.n() / chi_squared_quantile(degrees, 1 - data.tail)),
                   sd * std::sqrt(data.n() / chi_squared_quantile(degrees, data.tail))}};
}

/// The normal distribution is an exponential family, also if it is truncated: the information of mean / sd^2 and
/// -1 / (2 sd^2) is the covariance of a time and its square. The moments of the truncated one follow from each other.
Intervals of_truncated_normal(double mean, double sd, const Data& data) {
  const double standardized = mean / sd;
  const double first = truncated_normal_moments(standardized).mean;
  const double second = 1 + standardized * first;
  const double third = 2 * first + standardized * second;
  const double fourth = 3 * second + standardized * third;
  const double of_time = second - first * first;
  const double of_square = fourth - second * second;
  const double of_both = third - first * second;
  // In units of the sd: the derivatives of the two parameters are (1, 0) by the mean and (-2 mean, 1) by the sd.
  const double twice = 2 * standardized;
  const double mean_mean = of_time;
  const double mean_sd = of_both - twice * of_time;
  const double sd_sd = twice * twice * of_time - 2 * twice * of_both + of_square;
  const double determinant = mean_mean * sd_sd - mean_sd * mean_sd;
  Intervals intervals{std::nullopt, around_on_log_scale(sd, mean_mean / determinant / data.n(), data)};
  if (mean > 0) {
    const double half_width = data.normal_quantile() * sd * std::sqrt(sd_sd / determinant / data.n());
    intervals[0] = Interval{std::max(mean - half_width, 0.0), mean + half_width};
  }
  return intervals;
}

Intervals of_normal(const FittedDistribution& of, const Data& data) {
  constexpr double far = 5;  // less than one draw in a million is repeated
  const auto [mean, sd, unused] = of.parameters;
  return mean > far * sd ? of_plain_normal(mean, sd, data) : of_truncated_normal(mean, sd, data);
}

/// The largest gap beyond an end, in units of the range, has the tail (1 + gap)^-(n - 1).
Intervals of_uniform(const FittedDistribution& of, const Data& data) {
  const auto [min, max, unused] = of.parameters;
  const double gap = (max - min) * (std::pow(2 * data.tail, -1 / (data.n() - 1)) - 1);
  return {Interval{std::max(min - gap, 0.0), min}, Interval{max, max + gap}};
}

}  // namespace

Intervals parameter_intervals(const FittedDistribution& of, std::span<const double> times, double confidence) {
  const Data data{times, (1 - confidence) / 2};
  switch (of.family) {
    case Family::exponential:
      return {of_gamma_mean(data.n(), of.parameters[0], data)};
    case Family::erlang:
      return {of_k(of, data), of_gamma_mean(data.n() * of.parameters[0], of.parameters[1], data)};
    case Family::gamma:
      return of_gamma(of, data);
    case Family::lognormal:
      return of_lognormal(of, data);
    case Family::normal:
      return of_normal(of, data);
    case Family::weibull:
      return of_weibull(of, data);
    case Family::uniform:
      return of_uniform(of, data);
    case Family::triangular:
      break;
  }
  return {std::nullopt, std::nullopt, std::nullopt};
}

}  // namespace fastfood::experiment
