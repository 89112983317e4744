#pragma once

#include <string>

#include "sim/experiment/fit/rate_fit.hpp"
#include "sim/random/distribution.hpp"

namespace fastfood::report {

/// Returns the distribution as an object to paste into a scenario, on one line.
std::string distribution_json(const random::Distribution& distribution);

/// Returns the keys of an arrival stream to paste into a scenario: `rate_per_hour`, `until` and `mix`, one entry a
/// line. If the file has clock times, the scenario's `opens_at` must be the fit's.
std::string stream_json(const experiment::RateFit& fit, const experiment::Till& till);

}  // namespace fastfood::report
