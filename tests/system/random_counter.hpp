#pragma once

#include <cstdint>

#include "sim/model/spec.hpp"

/// Counters made up by chance, to try on them what is true of every counter. They are small, with short times, many of
/// them equal or none, so that much falls on one instant; all that a scenario can say comes up, and none gets stuck.
namespace fastfood::model {

/// The counter of this number: the same one each time.
CounterSpec random_counter(std::uint64_t number);

/// The same counter without warm-up, running until everybody has left.
CounterSpec to_the_end(CounterSpec spec);

/// The same counter with quarters of a second where times were drawn; those of a Poisson process come once a second.
CounterSpec of_constant_times(CounterSpec spec);

/// Calls `change` with every time that may be drawn, but not with those of arrivals.
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
}

/// Calls `change` with how each customer behaves in the line.
template <class Change>
void each_customer(CounterSpec& spec, Change change) {
  for (OrderSpec& order : spec.orders) {
    change(order.who);
  }
  for (StreamSpec& stream : spec.arrivals) {
    change(stream.who);
  }
}

/// Calls `change` with every list of items that somebody may order.
template <class Change>
void each_list(CounterSpec& spec, Change change) {
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
