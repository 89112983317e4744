#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/counter.hpp"
#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"

/// Helpers to build counters and to read their results in tests. Items and stations are given by their index.
namespace fastfood::model {

using namespace std::chrono_literals;

/// Instants or durations in seconds.
using Seconds = std::vector<double>;

inline Instant at(Duration time) { return Instant{time}; }

inline RecipeStep step_at(std::size_t station, Duration time = {}) { return {StationId{station}, time}; }

/// A step that needs no equipment.
inline RecipeStep free_step(Duration time) { return {std::nullopt, time}; }

inline std::vector<OrderedItem> items(std::initializer_list<std::size_t> indexes) {
  std::vector<OrderedItem> ordered;
  for (const std::size_t index : indexes) {
    ordered.push_back({ItemId{index}});
  }
  return ordered;
}

inline StationSpec tray(std::string name, BatchSpec batch, std::int64_t capacity = 1) {
  return {.name = std::move(name), .capacity = capacity, .batch = std::move(batch)};
}

/// One station, `grill`, and one item, a burger made there.
inline CounterSpec grill_of(std::int64_t capacity, Duration time) {
  CounterSpec spec;
  spec.menu = {{"burger", {step_at(0, time)}, std::nullopt}};
  spec.stations = {{.name = "grill", .capacity = capacity}};
  return spec;
}

/// One tray, `fryer`, and one item, fries from it.
inline CounterSpec fryer_of(BatchSpec batch, std::int64_t capacity = 1) {
  CounterSpec spec;
  spec.menu = {{"fries", {step_at(0)}, std::nullopt}};
  spec.stations = {tray("fryer", batch, capacity)};
  return spec;
}

/// Customers who each order the first item, one at each instant.
inline std::vector<OrderSpec> one_each(std::initializer_list<Duration> instants) {
  std::vector<OrderSpec> orders;
  for (const Duration instant : instants) {
    orders.push_back({"customer " + std::to_string(orders.size() + 1), at(instant), items({0})});
  }
  return orders;
}

/// A run, with the record of every order.
struct RecordedRun {
  RunResult result;
  std::vector<OrderRecord> orders;
};

/// Runs the counter. The run must not fail.
inline RecordedRun run_of(const CounterSpec& spec) {
  RecordedRun run;
  const auto result = run_counter(spec, [&run](const OrderRecord& order) { run.orders.push_back(order); });
  if (result.has_value()) {
    run.result = *result;
  } else {
    ADD_FAILURE() << result.error().what;
  }
  return run;
}

/// Returns why the run failed; empty if it did not.
inline std::string failure_of(const CounterSpec& spec) {
  const auto result = run_counter(spec);
  return result.has_value() ? "" : result.error().what;
}

/// A stored event. `customer` and `where` are empty if there is none.
struct RecordedEvent {
  Duration at{};
  EventKind what = EventKind::arrives;
  std::string customer;
  std::string where;

  bool operator==(const RecordedEvent&) const = default;
};

inline EventSink record_into(std::vector<RecordedEvent>& all) {
  return [&all](const Event& event) {
    all.push_back({event.at.time_since_epoch(), event.what, event.customer == nullptr ? "" : *event.customer,
                   event.where == nullptr ? "" : *event.where});
  };
}

/// All events of a run.
inline std::vector<RecordedEvent> events_of(const CounterSpec& spec) {
  std::vector<RecordedEvent> all;
  EXPECT_TRUE(run_counter(spec, {}, record_into(all)).has_value());
  return all;
}

/// When events of this kind happened, in seconds.
inline Seconds times_of(EventKind what, const std::vector<RecordedEvent>& events) {
  Seconds times;
  for (const RecordedEvent& event : events) {
    if (event.what == what) {
      times.push_back(in_seconds(event.at));
    }
  }
  return times;
}

/// In seconds; -1 if there is none.
inline double seconds(const std::optional<Instant>& instant) {
  return instant.has_value() ? in_seconds(instant->time_since_epoch()) : -1;
}

/// When each customer was taken.
inline Seconds taken(const RecordedRun& run) {
  Seconds all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(seconds(order.started_at));
  }
  return all;
}

/// When each customer was served.
inline Seconds served(const RecordedRun& run) {
  Seconds all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(seconds(order.served_at));
  }
  return all;
}

/// When the first item of each order started.
inline Seconds started(const RecordedRun& run) {
  Seconds all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(seconds(order.items.at(0).started_at));
  }
  return all;
}

/// The total time of each customer; 0 if not served.
inline Seconds totals(const RecordedRun& run) {
  Seconds all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(in_seconds(order.served_at.value_or(order.arrived_at) - order.arrived_at));
  }
  return all;
}

/// Who served each customer; `-` if the server has no name.
inline std::vector<std::string> servers(const RecordedRun& run) {
  std::vector<std::string> all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(order.server.value_or("-"));
  }
  return all;
}

inline std::vector<std::string> customers(const RecordedRun& run) {
  std::vector<std::string> all;
  for (const OrderRecord& order : run.orders) {
    all.push_back(order.customer);
  }
  return all;
}

}  // namespace fastfood::model
