#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/id.hpp"
#include "sim/base/time.hpp"
#include "sim/random/distribution.hpp"

/// What a counter is, as its scenario describes it: plain values, in the order in which they were written.
namespace sim::model {

using ItemId = Id<struct ItemTag>;
using StationId = Id<struct StationTag>;
using StreamId = Id<struct StreamTag>;

/// One thing to do for an item. Without a station it needs no equipment; at a tray its time is not used.
struct StepSpec {
  std::optional<StationId> station;
  random::Distribution time;

  bool operator==(const StepSpec&) const = default;
};

/// An item of the menu: its steps are done in order; there is at least one.
struct ItemSpec {
  std::string name;
  std::vector<StepSpec> steps;

  bool operator==(const ItemSpec&) const = default;
};

/// What is cooked at once, and for how long: `size` of at least 1.
struct BatchSpec {
  std::int64_t size = 1;
  random::Distribution time;

  bool operator==(const BatchSpec&) const = default;
};

/// `capacity` units (at least 1), all alike. With a batch it is a tray: its units cook portions ahead of the steps.
struct StationSpec {
  std::string name;
  std::int64_t capacity = 1;
  std::optional<BatchSpec> batch;

  bool operator==(const StationSpec&) const = default;
};

/// How a server has an order prepared: all items started together, or one after another as listed.
enum class Mode { async, sequential };

/// People who serve, all alike. No `count`: as many as it takes.
struct ServerGroupSpec {
  std::string name = "server";
  std::optional<std::int64_t> count = 1;
  Mode mode = Mode::async;

  bool operator==(const ServerGroupSpec&) const = default;
};

/// A customer who comes at a set instant.
struct OrderSpec {
  std::string customer;
  Instant at{};
  std::vector<ItemId> items;

  bool operator==(const OrderSpec&) const = default;
};

/// From `from` on, `value` customers an hour on average.
struct RateStep {
  Instant from{};
  double value = 0;

  bool operator==(const RateStep&) const = default;
};

/// A Poisson process whose rate changes in steps, the first from time 0, instants increasing.
struct PoissonSpec {
  std::vector<RateStep> steps;

  bool operator==(const PoissonSpec&) const = default;
};

/// Arrivals at set instants, in rising order.
struct ScheduleSpec {
  std::vector<Instant> times;

  bool operator==(const ScheduleSpec&) const = default;
};

/// Customers who come one by one: with a time between them, the first at `from`; as a Poisson process from `from` on;
/// or at set instants. No more than `count`, nobody after `until`.
struct StreamSpec {
  std::string name = "walk-in";
  std::variant<random::Distribution, PoissonSpec, ScheduleSpec> when;
  std::optional<std::int64_t> count;
  std::vector<ItemId> items;
  Instant from{};
  std::optional<Instant> until;

  bool operator==(const StreamSpec&) const = default;
};

/// When a run ends: once everybody who will come has left, or at `until`.
enum class Stop { when_served, at_until };

/// Served within `total_time` (exactly so is within) is satisfied; `fraction` is the share aimed at, 0 to 1.
struct TargetSpec {
  Duration total_time{};
  double fraction = 1;

  bool operator==(const TargetSpec&) const = default;
};

/// The whole counter. No `servers`: every order is taken as it arrives, all its items started together.
struct CounterSpec {
  std::string name;
  std::string description;
  std::uint64_t seed = 1;
  std::vector<ItemSpec> menu;
  std::vector<StationSpec> stations;
  std::vector<ServerGroupSpec> servers;
  std::vector<OrderSpec> orders;
  std::vector<StreamSpec> arrivals;
  std::optional<Instant> until;  // nobody comes later
  Stop stop = Stop::when_served;
  std::optional<TargetSpec> target;

  bool operator==(const CounterSpec&) const = default;
};

}  // namespace sim::model
