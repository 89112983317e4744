#pragma once

#include <optional>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::random {

/// From `from` on, the mean is `rate` events a second.
struct RateChange {
  Instant from{};
  double rate = 0;
};

/// Returns the first event after `after` of a Poisson process whose rate changes in steps, by inverting the expected
/// number of events at an exponential increment (Cinlar 1975). Empty if no more events are expected. Draws one number.
std::optional<Instant> next_event(const std::vector<RateChange>& rates, Instant after, Draws& draws);

}  // namespace fastfood::random
