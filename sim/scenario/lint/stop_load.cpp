#include "sim/scenario/lint/stop_load.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "sim/scenario/lint/offered_load.hpp"
#include "sim/scenario/lint/service.hpp"

namespace fastfood::scenario {
namespace {

using model::StopKind;

// Returns the least of `time(group)` over the groups that take from the line; 0 if there are none.
template <class Time>
double least_of_takers(model::LineId line, const model::CounterSpec& counter, const Time& time) {
  std::optional<double> least;
  for (const model::ServerGroupSpec& group : counter.servers) {
    if (group.takes_from(line)) least = std::min(least.value_or(time(group)), time(group));
  }
  return least.value_or(0);
}

// Returns a lower bound on the mean time for which a customer stands at the stop, in seconds.
double standing_time(model::LineId line, const model::StopSpec& stop, const OrderedItems& items,
                     const model::CounterSpec& counter) {
  if (stop.time) return random::mean_of(*stop.time);
  if (stop.is_order()) {
    const double count = sum_over_items(items, [](const auto&) { return 1.0; });
    return least_of_takers(line, counter, [&](const model::ServerGroupSpec& group) {
      return random::mean_of(group.order_time) + random::mean_of(group.time_per_item) * count;
    });
  }
  if (stop.by) return random::mean_of(counter.servers[stop.by->index()].handover_time);
  return least_of_takers(line, counter, [](const auto& group) { return random::mean_of(group.handover_time); });
}

// Returns true if all customers of the stream come to the stop.
bool come_to(const model::CustomerSpec& who, model::LineId id, std::size_t stop, const model::LineSpec& line) {
  const auto joined = lines_joined_by(who);
  return joined.size() == 1 && joined.front() == id && (!who.comes_after || stop >= line.collect_stop());
}

}  // namespace

std::optional<double> stop_load(model::LineId line, std::size_t stop, const model::CounterSpec& counter) {
  const model::LineSpec& spec = counter.lines[line.index()];
  const auto& stops = spec.stops;
  const bool may_have_left = std::any_of(stops.begin(), stops.begin() + static_cast<std::ptrdiff_t>(stop) + 1,
                                         [](const model::StopSpec& it) { return it.leave_if_full; });
  if (!stops[stop].places || may_have_left) return std::nullopt;
  const std::vector<StreamArrivals> streams = offered_arrivals(counter);
  double offered = 0;
  for (const StreamArrivals& arrivals : streams) {
    if (!come_to(arrivals.stream->who, line, stop, spec)) continue;
    offered += offered_work(
        arrivals, [&](const OrderedItems& items) { return standing_time(line, stops[stop], items, counter); });
  }
  const double capacity = capacity_during(streams, *stops[stop].places);
  if (offered == 0 || capacity == 0) return std::nullopt;
  return offered / capacity;
}

}  // namespace fastfood::scenario
