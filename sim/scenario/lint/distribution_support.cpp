#include "sim/scenario/lint/distribution_support.hpp"

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

namespace fastfood::scenario {
namespace {

// Returns the values that have a weight.
std::vector<Duration> possible_values(const random::Discrete& of) {
  std::vector<Duration> values;
  for (std::size_t i = 0; i != of.values.size(); ++i) {
    if (of.weights[i] > 0) values.push_back(of.values[i]);
  }
  return values;
}

struct Minimum {
  Duration operator()(const random::Constant& of) const { return of.value; }
  Duration operator()(const random::Uniform& of) const { return of.min; }
  Duration operator()(const random::Triangular& of) const { return of.min; }
  Duration operator()(const random::Pert& of) const { return of.min; }
  Duration operator()(const random::Normal& of) const { return of.sd == Duration{} ? of.mean : Duration{}; }
  Duration operator()(const random::Lognormal& of) const { return of.sd == Duration{} ? of.mean : Duration{}; }
  Duration operator()(const random::Discrete& of) const { return std::ranges::min(possible_values(of)); }
  Duration operator()(const random::Empirical& of) const { return std::ranges::min(of.samples); }
  template <class Unbounded>
  Duration operator()(const Unbounded&) const {
    return {};
  }
};

struct Maximum {
  using Bound = std::optional<Duration>;
  Bound operator()(const random::Constant& of) const { return of.value; }
  Bound operator()(const random::Uniform& of) const { return of.max; }
  Bound operator()(const random::Triangular& of) const { return of.max; }
  Bound operator()(const random::Pert& of) const { return of.max; }
  Bound operator()(const random::Normal& of) const { return of.sd == Duration{} ? Bound(of.mean) : std::nullopt; }
  Bound operator()(const random::Lognormal& of) const { return of.sd == Duration{} ? Bound(of.mean) : std::nullopt; }
  Bound operator()(const random::Discrete& of) const { return std::ranges::max(possible_values(of)); }
  Bound operator()(const random::Empirical& of) const { return std::ranges::max(of.samples); }
  template <class Unbounded>
  Bound operator()(const Unbounded&) const {
    return std::nullopt;
  }
};

// Draws below `cap` are at most this many, by Cantelli's inequality.
double share_below(double cap, double mean, double sd) {
  return mean <= cap ? 1 : sd * sd / (sd * sd + (mean - cap) * (mean - cap));
}

/// A bound on the mean of draws up to a cap, in seconds, where a draw may be as short as can be.
struct MeanUpTo {
  double cap;
  double operator()(const random::Exponential& of) const {
    const double mean = in_seconds(of.mean);
    return mean * -std::expm1(-cap / mean);
  }
  double operator()(const random::Normal& of) const { return spread(of); }
  double operator()(const random::Lognormal& of) const { return spread(of); }
  template <class Other>
  double operator()(const Other&) const {
    return 0;
  }

 private:
  template <class Spread>
  double spread(const Spread& of) const {
    return cap * (1 - share_below(cap, in_seconds(of.mean), in_seconds(of.sd)));
  }
};

}  // namespace

double mean_up_to(Duration cap, const random::Distribution& distribution) {
  const auto longest = max_of(distribution);
  if (longest && *longest <= cap) return random::mean_of(distribution);
  const double of_shortest = in_seconds(std::min(cap, min_of(distribution)));
  return std::max(of_shortest,
                  std::visit(MeanUpTo{in_seconds(cap)}, static_cast<const random::AnyDistribution&>(distribution)));
}

Duration min_of(const random::Distribution& distribution) {
  return std::visit(Minimum{}, static_cast<const random::AnyDistribution&>(distribution));
}

std::optional<Duration> max_of(const random::Distribution& distribution) {
  return std::visit(Maximum{}, static_cast<const random::AnyDistribution&>(distribution));
}

}  // namespace fastfood::scenario
