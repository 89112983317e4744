#pragma once

#include <optional>

#include "sim/model/spec.hpp"

/// How much work the streams of a counter bring on average, as a share of what can be done from the first to the last
/// arrival. Breakdowns, portions left over and waits at stations come on top: no load is overstated.
namespace sim::scenario {

/// A load above it is too much, whatever was lost in rounding.
inline constexpr double most_load = 1.001;

/// The load of one station; nothing where it has no work or no time.
std::optional<double> load_of(const model::StationSpec& station, model::StationId id,
                              const model::CounterSpec& counter);

/// The load of all servers together; nothing where they are unlimited, or have no work or no time.
std::optional<double> load_of_servers(const model::CounterSpec& counter);

}  // namespace sim::scenario
