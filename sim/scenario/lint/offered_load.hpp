#pragma once

#include <optional>
#include <vector>

#include "sim/model/spec.hpp"

/// The offered load: the work that customers bring on average, as a share of what can be done from the first to the
/// last arrival. It leaves out breakdowns, wasted portions and waits at stations, so it is never overstated.
namespace fastfood::scenario {

/// A load above this is too high, whatever was lost in rounding.
inline constexpr double max_load = 1.001;

/// How many customers of a stream come on average from `first` to `last`, in seconds.
struct StreamArrivals {
  const model::StreamSpec* stream;
  double first = 0;
  double last = 0;
  double customers = 0;
};

/// Returns the arrivals of each stream whose average number of customers is known. Leaves out streams at set instants,
/// streams of less than 20 customers or all at one instant, and streams whose customers may leave.
std::vector<StreamArrivals> offered_arrivals(const model::CounterSpec& counter);

/// Returns the load of one station; nothing if it has no work or no time.
std::optional<double> station_load(const model::StationSpec& station, model::StationId id,
                                   const model::CounterSpec& counter);

/// Returns the load of all servers together; nothing if they are unlimited, or have no work or no time.
std::optional<double> server_load(const model::CounterSpec& counter);

}  // namespace fastfood::scenario
