#pragma once

#include <cstddef>
#include <optional>

#include "sim/model/spec.hpp"

namespace fastfood::scenario {

/// Returns the load of the places of a stop: how long customers stand there at least, as a share of how long somebody
/// could. Returns nothing if it has no bound, or that is not known.
std::optional<double> stop_load(model::LineId line, std::size_t stop, const model::CounterSpec& counter);

}  // namespace fastfood::scenario
