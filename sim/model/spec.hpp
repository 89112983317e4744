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

/// The description of a counter, as its scenario states it: plain values, in the order in which they were written.
///
/// Invariants, which the scenario reader checks and a run relies on:
/// 1. Ids are indexes into the lists of the same `CounterSpec`.
/// 2. Times and counts are not negative. Times are whole nanoseconds from time 0, when the counter opens.
/// 3. Names of stations, items, server groups and streams are unique within their list.
///
/// Thread safety: as that of any struct of values. Several threads may run one spec.
///
/// Example: one grill, one server, a burger for everybody, two customers a minute.
///
///     CounterSpec spec;
///     spec.stations = {{"grill"}};
///     spec.menu = {{"burger", {{StationId{0}, 90s}}}};
///     spec.servers = {{"server"}};
///     spec.arrivals = {{"walk-in", random::Exponential{30s}, 100, std::vector{OrderedItem{ItemId{0}}}}};
namespace fastfood::model {

using ItemId = Id<struct ItemTag>;
using StationId = Id<struct StationTag>;
using StreamId = Id<struct StreamTag>;
using GroupId = Id<struct GroupTag>;
using LineId = Id<struct LineTag>;

/// A value that holds from an instant on, until the next step of its schedule.
template <class Value>
struct ScheduleStep {
  Instant from{};
  Value value{};

  bool operator==(const ScheduleStep&) const = default;
};

/// A whole number that may change at set instants. The first step is from time 0; instants increase. Values are at
/// least 0; a single one is at least 1.
struct Schedule {
  std::vector<ScheduleStep<std::int64_t>> steps;

  Schedule(std::int64_t value = 1) : steps{{Instant{}, value}} {}
  explicit Schedule(std::vector<ScheduleStep<std::int64_t>> several) : steps(std::move(several)) {}

  bool is_constant() const { return steps.size() == 1; }
  std::int64_t highest() const { return std::ranges::max(steps, {}, &ScheduleStep<std::int64_t>::value).value; }

  bool operator==(const Schedule&) const = default;
};

/// One step of making an item. Without a station it needs no equipment. At a tray its time is not used.
struct RecipeStep {
  std::optional<StationId> station;
  random::Distribution time;

  bool operator==(const RecipeStep&) const = default;
};

/// An item of the menu. Its steps are done in order; there is at least one.
struct ItemSpec {
  std::string name;
  std::vector<RecipeStep> steps;
  std::optional<double> price;

  bool operator==(const ItemSpec&) const = default;
};

/// How a tray cooks: `size` portions at once, at least 1. Portions older than `hold` are thrown away. `refill_below`
/// portions are kept ready or cooking beyond those that are waited for.
struct BatchSpec {
  std::int64_t size = 1;
  random::Distribution time;
  std::optional<Duration> hold;
  std::int64_t refill_below = 0;

  bool operator==(const BatchSpec&) const = default;
};

/// Each unit fails `time_between` after the start, or after the end of its last repair, and is then under repair for
/// `repair`.
struct BreakdownSpec {
  random::Distribution time_between;
  random::Distribution repair;

  bool operator==(const BreakdownSpec&) const = default;
};

/// Equipment of `capacity` units, all alike. With a batch it is a tray: its units cook portions ahead of the steps.
struct StationSpec {
  std::string name;
  Schedule capacity = 1;
  std::optional<BatchSpec> batch;
  std::optional<BreakdownSpec> breakdown;
  std::optional<double> cost_per_hour;  // of a unit
  std::optional<Duration> attended;     // how long a step or a batch needs a person; to its end if empty

  bool operator==(const StationSpec&) const = default;
};

/// How an order is prepared: all items started together, or one after another as listed.
enum class Mode { async, sequential };

/// People who serve, all alike. Without `count` there is no limit. To take an order lasts `order_time`, plus
/// `time_per_item` for each item. They take orders from `lines`, from all if it is empty. They work at the stations of
/// `works_at`, the preferred first: each step or batch there needs the hands of a person who works at the station.
struct ServerGroupSpec {
  std::string name = "server";
  std::optional<Schedule> count = 1;
  Mode mode = Mode::async;
  random::Distribution order_time;
  random::Distribution time_per_item;
  random::Distribution handover_time;
  std::int64_t orders_in_flight = 1;    // more than 1 only with async
  std::optional<double> cost_per_hour;  // of a person
  std::optional<std::vector<LineId>> lines;
  std::vector<StationId> works_at;

  /// Returns whether the group takes orders from this line.
  bool takes_from(LineId line) const { return !lines || std::ranges::find(*lines, line) != lines->end(); }

  /// Returns whether the group works at this station.
  bool works_at_station(StationId station) const { return std::ranges::find(works_at, station) != works_at.end(); }

  /// The highest count of the schedule; 0 if the group has no limit.
  std::size_t people() const { return count ? static_cast<std::size_t>(count->highest()) : 0; }

  /// The name of the person at this index, from 0.
  std::string name_of(std::size_t person) const {
    return people() == 1 ? name : name + " " + std::to_string(person + 1);
  }

  bool operator==(const ServerGroupSpec&) const = default;
};

/// What customers do at a stop of their line. At others than these they only spend its time.
enum class StopKind { other, order, collect, order_and_collect };

/// Where customers of a line stand. At most `places` may stand there, and at most `room` may wait before it, where that
/// is set; the `room` of the first stop is that of the line.
///
/// Where they order, they order by themselves if there is a `time`, as at a kiosk. Elsewhere `time` is how long they
/// are there; it occupies the hands of one of the people of `by`. Where they collect, only people of `by` hand over.
struct StopSpec {
  std::string name;
  StopKind kind = StopKind::other;
  std::optional<random::Distribution> time;
  std::optional<Schedule> places;
  std::optional<std::int64_t> room;
  std::optional<GroupId> by;
  bool leave_if_full = false;  // customers leave rather than wait; only after they have collected

  bool is_order() const { return kind == StopKind::order || kind == StopKind::order_and_collect; }
  bool is_collect() const { return kind == StopKind::collect || kind == StopKind::order_and_collect; }
  /// Customers order by themselves.
  bool is_kiosk() const { return is_order() && time.has_value(); }

  bool operator==(const StopSpec&) const = default;
};

/// A line of customers. At most `room` wait in it; with stops, before the first. Exactly one stop is where they order,
/// and exactly one, at it or later, where they collect.
struct LineSpec {
  std::string name = "line";
  std::optional<std::int64_t> room;
  std::vector<StopSpec> stops;

  /// The index of the stop where customers order, or collect. The line must have stops.
  std::size_t order_stop() const { return index_of(&StopSpec::is_order); }
  std::size_t collect_stop() const { return index_of(&StopSpec::is_collect); }

  bool operator==(const LineSpec&) const = default;

 private:
  std::size_t index_of(bool (StopSpec::*is_wanted)() const) const {
    return static_cast<std::size_t>(std::ranges::find_if(stops, is_wanted) - stops.begin());
  }
};

/// `count` of an item, at least 1. Each of them is ordered with probability `chance`, independently.
struct OrderedItem {
  ItemId item;
  std::int64_t count = 1;
  double chance = 1;

  bool operator==(const OrderedItem&) const = default;
};

/// A customer is satisfied if their total time is at most `total_time`; `fraction` is the share to reach, from 0 to 1.
struct TargetSpec {
  Duration total_time{};
  double fraction = 1;

  bool operator==(const TargetSpec&) const = default;
};

/// How customers behave in the line. Higher `priority` goes first. They renege if they have not been taken within their
/// `patience`. They balk if nobody can take them at once and at least `balk_at` customers are in the line. They join
/// the one of `lines` that has the fewest people, the first line if it is empty. With `comes_after` they order from
/// afar, and come that much later to collect. A `target` of their own holds instead of the counter's.
struct CustomerSpec {
  std::int64_t priority = 0;
  std::optional<random::Distribution> patience;
  std::optional<std::int64_t> balk_at;
  std::vector<LineId> lines;
  std::optional<random::Distribution> comes_after;
  std::optional<TargetSpec> target;

  bool operator==(const CustomerSpec&) const = default;
};

/// A customer who arrives at a set instant.
struct OrderSpec {
  std::string customer;
  Instant at{};
  std::vector<OrderedItem> items;
  CustomerSpec who;

  bool operator==(const OrderSpec&) const = default;
};

/// A Poisson process with a rate of `value` customers per hour. The first step is from time 0; instants increase.
struct PoissonSpec {
  std::vector<ScheduleStep<double>> steps;

  bool operator==(const PoissonSpec&) const = default;
};

/// Arrivals at set instants, in ascending order.
struct ScheduleSpec {
  std::vector<Instant> times;

  bool operator==(const ScheduleSpec&) const = default;
};

/// One of the orders that customers of a stream may place.
struct MixEntry {
  double weight = 1;  // at least 0; the sum is above 0
  std::vector<OrderedItem> items;

  bool operator==(const MixEntry&) const = default;
};

/// What customers of a stream order: always the same, or one of several by weight. There is at least one entry.
struct MixSpec {
  std::vector<MixEntry> entries{MixEntry{}};

  MixSpec() = default;
  MixSpec(std::vector<OrderedItem> items) : entries{{1, std::move(items)}} {}
  explicit MixSpec(std::vector<MixEntry> several) : entries(std::move(several)) {}

  bool operator==(const MixSpec&) const = default;
};

/// Customers who arrive one by one: with an interarrival time, the first at `from`; as a Poisson process from `from`
/// on; or at set instants. At most `count` arrive, and none after `until`.
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

/// When a run ends: when the last customer has left, or at `until`.
enum class Stop { when_served, at_until };

/// The whole counter. Without `servers` every order is taken when it arrives, and all its items start together.
struct CounterSpec {
  std::string name;
  std::string description;
  std::uint64_t seed = 1;
  std::optional<Duration> opens_at;  // the time of day at virtual time 0
  std::vector<ItemSpec> menu;
  std::vector<StationSpec> stations;
  std::vector<ServerGroupSpec> servers;
  std::vector<LineSpec> lines;  // one line, without stops, if it is empty
  std::vector<OrderSpec> orders;
  std::vector<StreamSpec> arrivals;
  std::optional<Instant> until;  // nobody arrives later
  Stop stop = Stop::when_served;
  Instant warmup{};  // statistics begin here
  std::optional<Duration> report_every;
  std::optional<TargetSpec> target;  // of customers who have none of their own

  /// The target that a customer is held to, if any: the nearest.
  const std::optional<TargetSpec>& target_of(const CustomerSpec& who) const { return who.target ? who.target : target; }

  /// Whether there is a target: the counter's, or one of a stream or an order.
  bool has_target() const {
    const auto has_own = [](const auto& customers) { return customers.who.target.has_value(); };
    return target || std::ranges::any_of(orders, has_own) || std::ranges::any_of(arrivals, has_own);
  }

  bool operator==(const CounterSpec&) const = default;
};

}  // namespace fastfood::model
