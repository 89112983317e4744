#pragma once

#include <optional>
#include <vector>

#include "sim/model/spec.hpp"

namespace fastfood::scenario {

/// The customers of a stream whose work has to be done from `first` to `last`, in seconds: so many on average.
struct Inflow {
  const model::StreamSpec* stream;
  double first = 0;
  double last = 0;
  double customers = 0;
};

/// Of each stream that tells how many customers come, and when, on average. Left out are streams that bring less than
/// 20, or all of them at once, or whose customers do not wait for ever, and those at set instants.
std::vector<Inflow> inflows_of(const model::CounterSpec& counter);

/// How much work the streams of a counter bring on average, as a share of what can be done from the first to the last
/// arrival. Breakdowns, portions left over and waits at stations come on top: no load is overstated.
/// A load above it is too much, whatever was lost in rounding.
inline constexpr double most_load = 1.001;

/// The load of one station; nothing where it has no work or no time.
std::optional<double> load_of(const model::StationSpec& station, model::StationId id,
                              const model::CounterSpec& counter);

/// The load of all servers together; nothing where they are unlimited, or have no work or no time.
std::optional<double> load_of_servers(const model::CounterSpec& counter);

}  // namespace fastfood::scenario
