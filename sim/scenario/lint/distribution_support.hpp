#pragma once

#include <optional>

#include "sim/random/distribution.hpp"

namespace fastfood::scenario {

/// No draw is below it.
Duration min_of(const random::Distribution& distribution);

/// No draw is above it; nothing where there is no such time.
std::optional<Duration> max_of(const random::Distribution& distribution);

}  // namespace fastfood::scenario
