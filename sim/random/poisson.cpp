#include "sim/random/poisson.hpp"

#include <algorithm>
#include <cmath>

#include "sim/random/elementary.hpp"

namespace fastfood::random {

std::optional<Instant> next_event(const std::vector<RateChange>& rates, Instant after, Draws& draws) {
  double expected = -log(1 - draws.uniform());
  const auto later = std::upper_bound(rates.begin(), rates.end(), after,
                                      [](Instant instant, const RateChange& change) { return instant < change.from; });
  Instant at = after;
  for (auto change = later == rates.begin() ? later : later - 1; change != rates.end(); ++change) {
    at = std::max(at, change->from);
    const auto next = change + 1;
    if (next != rates.end()) {
      const double here = change->rate * in_seconds(next->from - at);
      if (expected > here) {
        expected -= here;
        continue;
      }
    }
    if (change->rate > 0) {
      const double ns = std::min(expected / change->rate * 1e9, 3.2e18);  // a hundred years: no clock gets there
      return at + Duration(std::llround(ns));
    }
  }
  return std::nullopt;
}

}  // namespace fastfood::random
