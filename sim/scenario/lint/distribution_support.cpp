#include "sim/scenario/lint/distribution_support.hpp"

#include <algorithm>
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

}  // namespace

Duration min_of(const random::Distribution& distribution) {
  return std::visit(Minimum{}, static_cast<const random::AnyDistribution&>(distribution));
}

std::optional<Duration> max_of(const random::Distribution& distribution) {
  return std::visit(Maximum{}, static_cast<const random::AnyDistribution&>(distribution));
}

}  // namespace fastfood::scenario
