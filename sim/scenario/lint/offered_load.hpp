#pragma once

#include <functional>
#include <numeric>
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

using OrderedItems = std::vector<model::OrderedItem>;

/// Returns the work that the customers of a stream bring together, in seconds, where an order of `items` is
/// `work(items)` on average.
double offered_work(const StreamArrivals& arrivals, const std::function<double(const OrderedItems&)>& work);

/// Returns the mean of the sum of `work(ordered)` over the items of an order.
template <class Work>
double sum_over_items(const OrderedItems& items, const Work& work) {
  return std::accumulate(items.begin(), items.end(), 0.0, [&](double sum, const model::OrderedItem& ordered) {
    return sum + static_cast<double>(ordered.count) * ordered.chance * work(ordered);
  });
}

/// Returns the integral of `schedule` from the first to the last of the arrivals, in unit-seconds.
double capacity_during(const std::vector<StreamArrivals>& streams, const model::Schedule& schedule);

/// Returns the load of one station; nothing if it has no work or no time.
std::optional<double> station_load(const model::StationSpec& station, model::StationId id,
                                   const model::CounterSpec& counter);

}  // namespace fastfood::scenario
