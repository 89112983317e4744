#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "sim/base/id.hpp"
#include "sim/base/time.hpp"
#include "sim/random/distribution.hpp"

/// What a counter is, as its scenario describes it: plain values, in the order in which they were written.
namespace fastfood::model {

using ItemId = Id<struct ItemTag>;
using StationId = Id<struct StationTag>;
using StreamId = Id<struct StreamTag>;

/// From `from` on it is `value`.
template <class Value>
struct ScheduleStep {
  Instant from{};
  Value value{};

  bool operator==(const ScheduleStep&) const = default;
};

/// A whole number that may change at set instants: the first step is from time 0, instants increasing, values at least
/// 0 (at least 1 where there is but one).
struct Schedule {
  std::vector<ScheduleStep<std::int64_t>> steps;

  Schedule(std::int64_t value = 1) : steps{{Instant{}, value}} {}
  explicit Schedule(std::vector<ScheduleStep<std::int64_t>> several) : steps(std::move(several)) {}

  bool is_constant() const { return steps.size() == 1; }
  std::int64_t highest() const { return std::ranges::max(steps, {}, &ScheduleStep<std::int64_t>::value).value; }

  bool operator==(const Schedule&) const = default;
};

/// One thing to do for an item. Without a station it needs no equipment; at a tray its time is not used.
struct RecipeStep {
  std::optional<StationId> station;
  random::Distribution time;

  bool operator==(const RecipeStep&) const = default;
};

/// An item of the menu: its steps are done in order; there is at least one.
struct ItemSpec {
  std::string name;
  std::vector<RecipeStep> steps;
  std::optional<double> price;

  bool operator==(const ItemSpec&) const = default;
};

/// What is cooked at once, and for how long: `size` of at least 1. Portions older than `hold` are thrown away; with
/// `refill_below`, so many are kept ready or cooking beyond those that wait.
struct BatchSpec {
  std::int64_t size = 1;
  random::Distribution time;
  std::optional<Duration> hold;
  std::int64_t refill_below = 0;

  bool operator==(const BatchSpec&) const = default;
};

/// Each unit fails `time_between` after the start or the end of the last repair, and is then under repair.
struct BreakdownSpec {
  random::Distribution time_between;
  random::Distribution repair;

  bool operator==(const BreakdownSpec&) const = default;
};

/// `capacity` units, all alike. With a batch it is a tray: its units cook portions ahead of the steps.
struct StationSpec {
  std::string name;
  Schedule capacity = 1;
  std::optional<BatchSpec> batch;
  std::optional<BreakdownSpec> breakdown;
  std::optional<double> cost_per_hour;  // of a unit

  bool operator==(const StationSpec&) const = default;
};

/// How a server has an order prepared: all items started together, or one after another as listed.
enum class Mode { async, sequential };

/// People who serve, all alike. No `count`: as many as it takes. Taking an order lasts `order_time`, and
/// `time_per_item` for each item of it.
struct ServerGroupSpec {
  std::string name = "server";
  std::optional<Schedule> count = 1;
  Mode mode = Mode::async;
  random::Distribution order_time;
  random::Distribution time_per_item;
  random::Distribution handover_time;
  std::int64_t orders_in_flight = 1;    // more than 1 only with async
  std::optional<double> cost_per_hour;  // of a person

  /// How many they ever are; none where there is no limit.
  std::size_t people() const { return count ? static_cast<std::size_t>(count->highest()) : 0; }

  /// What the person at this place, from 0, is called.
  std::string name_of(std::size_t person) const {
    return people() == 1 ? name : name + " " + std::to_string(person + 1);
  }

  bool operator==(const ServerGroupSpec&) const = default;
};

/// `count` of an item (at least 1), each of them there with `chance` by itself.
struct OrderedItem {
  ItemId item;
  std::int64_t count = 1;
  double chance = 1;

  bool operator==(const OrderedItem&) const = default;
};

/// How a customer behaves in the line: those of higher `priority` come before him; he leaves it if he has not been
/// taken within his `patience`, and at once if nobody can take him and `balk_at` stand there already.
struct CustomerSpec {
  std::int64_t priority = 0;
  std::optional<random::Distribution> patience;
  std::optional<std::int64_t> balk_at;

  bool operator==(const CustomerSpec&) const = default;
};

/// A customer who comes at a set instant.
struct OrderSpec {
  std::string customer;
  Instant at{};
  std::vector<OrderedItem> items;
  CustomerSpec who;

  bool operator==(const OrderSpec&) const = default;
};

/// A Poisson process of `value` customers an hour on average; the first step is from time 0, instants increasing.
struct PoissonSpec {
  std::vector<ScheduleStep<double>> steps;

  bool operator==(const PoissonSpec&) const = default;
};

/// Arrivals at set instants, in rising order.
struct ScheduleSpec {
  std::vector<Instant> times;

  bool operator==(const ScheduleSpec&) const = default;
};

/// One of the orders that customers of a stream may bring.
struct MixEntry {
  double weight = 1;  // at least 0, not 0 for all
  std::vector<OrderedItem> items;

  bool operator==(const MixEntry&) const = default;
};

/// What customers of a stream order: always the same, or one of several by weight. Not empty.
struct MixSpec {
  std::vector<MixEntry> entries{MixEntry{}};

  MixSpec() = default;
  MixSpec(std::vector<OrderedItem> items) : entries{{1, std::move(items)}} {}
  explicit MixSpec(std::vector<MixEntry> several) : entries(std::move(several)) {}

  bool operator==(const MixSpec&) const = default;
};

/// Customers who come one by one: with a time between them, the first at `from`; as a Poisson process from `from` on;
/// or at set instants. No more than `count`, nobody after `until`.
struct StreamSpec {
  std::string name = "walk-in";
  std::variant<random::Distribution, PoissonSpec, ScheduleSpec> when;
  std::optional<std::int64_t> count;
  MixSpec items;
  Instant from{};
  std::optional<Instant> until;
  CustomerSpec who;

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
  std::optional<Duration> opens_at;  // the time of day at virtual time 0
  std::vector<ItemSpec> menu;
  std::vector<StationSpec> stations;
  std::vector<ServerGroupSpec> servers;
  std::vector<OrderSpec> orders;
  std::vector<StreamSpec> arrivals;
  std::optional<Instant> until;  // nobody comes later
  Stop stop = Stop::when_served;
  Instant warmup{};  // what was before is in no statistic
  std::optional<Duration> report_every;
  std::optional<TargetSpec> target;

  bool operator==(const CounterSpec&) const = default;
};

}  // namespace fastfood::model
