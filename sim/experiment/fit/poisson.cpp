#include "sim/experiment/fit/poisson.hpp"

#include <numeric>

#include "sim/experiment/fit/special_functions.hpp"

namespace fastfood::experiment {

Interval poisson_interval(std::int64_t count, double confidence) {
  const double tail = (1 - confidence) / 2;
  const auto n = static_cast<double>(count);
  return {count == 0 ? 0 : chi_squared_quantile(2 * n, tail) / 2, chi_squared_quantile(2 * n + 2, 1 - tail) / 2};
}

double Dispersion::p_above() const { return degrees == 0 ? 1 : chi_squared_above(degrees, statistic); }

double Dispersion::p_below() const { return degrees == 0 ? 1 : 1 - chi_squared_above(degrees, statistic); }

Dispersion dispersion_of(std::span<const std::int64_t> counts) {
  const auto sum = static_cast<double>(std::accumulate(counts.begin(), counts.end(), std::int64_t{0}));
  if (sum == 0) {
    return {};
  }
  const double mean = sum / static_cast<double>(counts.size());
  Dispersion dispersion{.degrees = static_cast<int>(counts.size()) - 1};
  for (const std::int64_t count : counts) {
    const double off = static_cast<double>(count) - mean;
    dispersion.statistic += off * off / mean;
  }
  return dispersion;
}

Dispersion pooled(std::span<const Dispersion> dispersions) {
  Dispersion sum;
  for (const Dispersion& dispersion : dispersions) {
    sum.statistic += dispersion.statistic;
    sum.degrees += dispersion.degrees;
  }
  return sum;
}

}  // namespace fastfood::experiment
