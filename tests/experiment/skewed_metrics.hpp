#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <ostream>
#include <string>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

/// Metrics whose mean is known but may not show in a few values.
namespace fastfood::experiment {

/// Values, one per replication, and their mean.
struct SkewedMetric {
  std::string name;
  std::function<double(random::Draws&)> draw;
  double mean = 0;
};

inline std::ostream& operator<<(std::ostream& out, const SkewedMetric& metric) { return out << metric.name; }

/// `usual`, but `other` with probability `p`.
inline SkewedMetric event(const std::string& name, double usual, double other, double p) {
  return {name, [=](random::Draws& draws) { return draws.uniform() < p ? other : usual; }, usual + p * (other - usual)};
}

/// With mean 1. Its skewness is cv (3 + cv²).
inline SkewedMetric lognormal(const std::string& name, double cv) {
  const double variance = std::log(1 + cv * cv);
  return {name,
          [=](random::Draws& draws) {
            return std::exp(std::sqrt(variance) * random::normal_quantile(draws.uniform()) - variance / 2);
          },
          1};
}

inline SkewedMetric exponential() {
  return {"Exponential", [](random::Draws& draws) { return -std::log(draws.uniform()); }, 1};
}

/// Shares of satisfied customers. On one day in five a breakdown costs up to half of them.
inline SkewedMetric breakdown_days() {
  return {"BreakdownDays", [](random::Draws& draws) { return draws.uniform() < 0.2 ? 0.5 + 0.5 * draws.uniform() : 1; },
          0.95};
}

/// Shares that hardly vary, except on one day in fifty.
inline SkewedMetric steady_but_for_disasters() {
  return {"SteadyButForDisasters",
          [](random::Draws& draws) {
            const double steady = 0.93 + 0.04 * draws.uniform();
            return draws.uniform() < 0.02 ? steady - 0.8 : steady;
          },
          0.934};
}

inline SkewedMetric normal() {
  return {"Normal", [](random::Draws& draws) { return 1 + 0.3 * random::normal_quantile(draws.uniform()); }, 1};
}

/// The mean wait in M/M/1 of 25 customers from an empty start, at a load of 0.9, in minutes (Law: 2.12449).
inline SkewedMetric day_of_one_server() {
  const auto mean_wait = [](random::Draws& draws) {
    double wait = 0;
    double sum = 0;
    for (int customer = 1; customer != 25; ++customer) {
      const double service = -0.9 * std::log(draws.uniform());
      const double gap = -std::log(draws.uniform());
      wait = std::max(0.0, wait + service - gap);  // Lindley's recursion
      sum += wait;
    }
    return sum / 25;
  };
  return {"DayOfOneServer", mean_wait, 2.12449};
}

}  // namespace fastfood::experiment
