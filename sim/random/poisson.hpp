#pragma once

#include <optional>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::random {

/// From `from` on, `rate` events a second on average.
struct RateChange {
  Instant from{};
  double rate = 0;
};

/// The first event after `after` of a Poisson process whose rate changes in steps: the inverse of the expected number
/// of events, at an exponential number more (Cinlar 1975). None if that many are not expected in all time to come. One
/// number is drawn.
std::optional<Instant> next_event(const std::vector<RateChange>& steps, Instant after, Draws& draws);

}  // namespace fastfood::random
