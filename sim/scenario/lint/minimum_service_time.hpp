#pragma once

#include <optional>

#include "sim/model/spec.hpp"

namespace fastfood::scenario {

/// Returns the shortest time in which any server can serve any order that may come, from taking it to handing it over,
/// but at most 100 years. Returns nothing if nobody comes or nobody serves.
std::optional<Duration> minimum_service_time(const model::CounterSpec& counter);

}  // namespace fastfood::scenario
