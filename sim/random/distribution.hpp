#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/random/draws.hpp"

/// Distributions of times. Parameters are as the reader of scenarios has checked them: min <= mode <= max; means and
/// scales above 0; sd at least 0; shapes above 0; k at least 1; weights at least 0 and not all 0; lists not empty.
namespace fastfood::random {

struct Constant {
  Duration value{};
  bool operator==(const Constant&) const = default;
};

struct Uniform {
  Duration min{};
  Duration max{};
  bool operator==(const Uniform&) const = default;
};

struct Triangular {
  Duration min{};
  Duration mode{};
  Duration max{};
  bool operator==(const Triangular&) const = default;
};

/// A beta distribution from `min` to `max` with mean (min + 4 mode + max) / 6 (Malcolm and others 1959).
struct Pert {
  Duration min{};
  Duration mode{};
  Duration max{};
  bool operator==(const Pert&) const = default;
};

struct Exponential {
  Duration mean{};
  bool operator==(const Exponential&) const = default;
};

/// The sum of `k` exponential times; `mean` is that of the sum.
struct Erlang {
  std::int64_t k = 1;
  Duration mean{};
  bool operator==(const Erlang&) const = default;
};

struct Gamma {
  double shape = 1;
  Duration scale{};
  bool operator==(const Gamma&) const = default;
};

/// Mean and deviation before negative draws are drawn again.
struct Normal {
  Duration mean{};
  Duration sd{};
  bool operator==(const Normal&) const = default;
};

/// Mean and deviation of the time itself, not of its logarithm.
struct Lognormal {
  Lognormal(Duration its_mean, Duration its_sd);

  Duration mean;
  Duration sd;
  double variance_of_log;
  bool operator==(const Lognormal&) const = default;
};

struct Weibull {
  double shape = 1;
  Duration scale{};
  bool operator==(const Weibull&) const = default;
};

struct Discrete {
  std::vector<Duration> values;
  std::vector<double> weights;
  bool operator==(const Discrete&) const = default;
};

/// Each sample with equal chance.
struct Empirical {
  std::vector<Duration> samples;
  bool operator==(const Empirical&) const = default;
};

using AnyDistribution = std::variant<Constant, Uniform, Triangular, Pert, Exponential, Erlang, Gamma, Normal, Lognormal,
                                     Weibull, Discrete, Empirical>;

/// One of them; a plain time is a constant.
struct Distribution : AnyDistribution {
  using AnyDistribution::AnyDistribution;
  Distribution() = default;
  template <class Rep, class Period>
  Distribution(std::chrono::duration<Rep, Period> value) : AnyDistribution(Constant{value}) {}

  bool operator==(const Distribution&) const = default;
};

/// One time, rounded to whole nanoseconds, at most 100 years. Draws from `draws` as often as it takes, and the same
/// from every compiler and on every processor. What has an inverse is drawn by it, one number for one time, so that a
/// longer time comes of a larger number; gamma by Marsaglia and Tsang (2000), normal by Wichura's inverse (1988).
Duration sample(const Distribution& distribution, Draws& draws);

/// One of the places in `weights`, each as likely as its weight; weights at least 0 and not all 0.
std::size_t sample_index(const std::vector<double>& weights, Draws& draws);

/// The mean, in seconds; of a normal one without those drawn again.
double mean_of(const Distribution& distribution);

/// The inverse of the standard normal distribution function, for 0 < p < 1 (Wichura 1988, AS 241), to 16 digits.
double normal_quantile(double p);

}  // namespace fastfood::random
