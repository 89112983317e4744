#pragma once

#include <optional>

#include "sim/random/distribution.hpp"

/// The range of values that a distribution can draw.
namespace fastfood::scenario {

/// Returns a time that no draw is below.
Duration min_of(const random::Distribution& distribution);

/// Returns a time that no draw is above; nothing if the distribution has no upper bound.
std::optional<Duration> max_of(const random::Distribution& distribution);

/// Returns a lower bound, in seconds, on the mean of draws of which none counts for more than `cap`.
double mean_up_to(Duration cap, const random::Distribution& distribution);

}  // namespace fastfood::scenario
