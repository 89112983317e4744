#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/random/draws.hpp"

/// Distributions of times. The scenario reader has checked the parameters: min <= mode <= max; means and scales above
/// 0; sd at least 0; shapes above 0; k at least 1; weights at least 0 and not all 0; lists not empty.
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

/// The sum of `k` exponential times. `mean` is the mean of the sum.
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

/// Mean and standard deviation before negative draws are repeated.
struct Normal {
  Duration mean{};
  Duration sd{};
  bool operator==(const Normal&) const = default;
};

/// Mean and standard deviation of the time itself, not of its logarithm.
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

/// Each sample is equally likely.
struct Empirical {
  std::vector<Duration> samples;
  bool operator==(const Empirical&) const = default;
};

using AnyDistribution = std::variant<Constant, Uniform, Triangular, Pert, Exponential, Erlang, Gamma, Normal, Lognormal,
                                     Weibull, Discrete, Empirical>;

/// Any of these distributions. A `std::chrono::duration` converts to a `Constant`.
struct Distribution : AnyDistribution {
  using AnyDistribution::AnyDistribution;
  Distribution() = default;
  template <class Rep, class Period>
  Distribution(std::chrono::duration<Rep, Period> value) : AnyDistribution(Constant{value}) {}

  bool operator==(const Distribution&) const = default;
};

/// Samples a time, rounded to whole nanoseconds, at most 100 years. The result is the same with every compiler and on
/// every processor. Inverts the distribution function (one uniform number, and a larger one gives a longer time) where
/// that is possible. Gamma: Marsaglia and Tsang (2000). Normal: AS 241 (Wichura 1988).
Duration sample(const Distribution& distribution, Draws& draws);

/// Returns an index into `weights`, each with probability proportional to its weight. Weights must be at least 0 and
/// not all 0.
std::size_t sample_index(const std::vector<double>& weights, Draws& draws);

/// Returns the mean in seconds. For `Normal` it is the mean before truncation at 0 (negative samples are drawn again).
double mean_of(const Distribution& distribution);

/// The inverse of the standard normal distribution function for 0 < p < 1, to 16 digits (Wichura 1988, AS 241).
double normal_quantile(double p);

}  // namespace fastfood::random
