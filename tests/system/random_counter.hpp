#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

/// Random counters, on which the tests check what is true of every counter. They are small. Many of their times are
/// equal or zero, so many events share an instant. They use every feature of a scenario, and none ends in a deadlock or
/// livelock.
namespace fastfood::model {

/// The random counter with this number. The same number always returns the same counter.
CounterSpec random_counter(std::uint64_t number);

/// The same counter without warm-up, running until everybody has left.
CounterSpec to_the_end(CounterSpec spec);

/// The same counter with constant times, multiples of 250 ms, instead of random ones. A Poisson process becomes one
/// arrival a second.
CounterSpec of_constant_times(CounterSpec spec);

/// Calls `change` with every time that may be drawn, except those of arrivals.
template <class Change>
void each_task_time(CounterSpec& spec, Change change) {
  for (ItemSpec& item : spec.menu) {
    for (RecipeStep& step : item.steps) {
      change(step.time);
    }
  }
  for (StationSpec& station : spec.stations) {
    if (station.batch) {
      change(station.batch->time);
    }
    if (station.breakdown) {
      change(station.breakdown->time_between);
      change(station.breakdown->repair);
    }
  }
  for (ServerGroupSpec& group : spec.servers) {
    change(group.order_time);
    change(group.time_per_item);
    change(group.handover_time);
  }
  for (LineSpec& line : spec.lines) {
    for (StopSpec& stop : line.stops) {
      if (stop.time) {
        change(*stop.time);
      }
    }
  }
}

/// Calls `change` with the behaviour of each customer.
template <class Change>
void each_customer(CounterSpec& spec, Change change) {
  for (OrderSpec& order : spec.orders) {
    change(order.who);
  }
  for (StreamSpec& stream : spec.arrivals) {
    change(stream.who);
  }
}

/// The target that the customer of this order is held to, found by the customer's name if they are of no stream.
inline std::optional<TargetSpec> nearest_target(const CounterSpec& spec, const OrderRecord& order) {
  const auto own = order.stream ? spec.arrivals[order.stream->index()].who.target
                                : std::ranges::find(spec.orders, order.customer, &OrderSpec::customer)->who.target;
  return own ? own : spec.target;
}

/// Calls `change` with every list of items that may be ordered.
template <class Change>
void each_item_list(CounterSpec& spec, Change change) {
  for (OrderSpec& order : spec.orders) {
    change(order.items);
  }
  for (StreamSpec& stream : spec.arrivals) {
    for (MixEntry& entry : stream.items.entries) {
      change(entry.items);
    }
  }
}

}  // namespace fastfood::model
