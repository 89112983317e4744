#include "sim/random/poisson.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/elementary.hpp"

namespace fastfood::random {

std::optional<Instant> next_event(const std::vector<RateChange>& steps, Instant after, Draws& draws) {
  double expected = -log(1 - draws.uniform());
  const auto later = std::upper_bound(steps.begin(), steps.end(), after,
                                      [](Instant instant, const RateChange& step) { return instant < step.from; });
  Instant at = after;
  for (auto step = later == steps.begin() ? later : later - 1; step != steps.end(); ++step) {
    at = std::max(at, step->from);
    const auto next = step + 1;
    if (next != steps.end()) {
      const double here = step->rate * in_seconds(next->from - at);
      if (expected > here) {
        expected -= here;
        continue;
      }
    }
    if (step->rate > 0) {
      const double ns = std::min(expected / step->rate * 1e9, 3.2e18);  // a hundred years: no clock gets there
      return at + Duration(std::llround(ns));
    }
  }
  return std::nullopt;
}

}  // namespace fastfood::random
