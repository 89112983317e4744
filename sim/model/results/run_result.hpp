#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/results/why.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/summary.hpp"

/// The result of a run: plain values, which compare equal if all their fields do.
///
/// Invariants:
/// 1. An optional is empty if it has not happened, or if it is a statistic of no samples or of no time.
/// 2. Lists have the order of the `CounterSpec`; orders have the order of arrival.
/// 3. Summaries are in seconds; instants and durations are whole nanoseconds from time 0.
/// 4. Shares (`utilization`, `fraction`, `down`) are from 0 to 1.
///
/// Thread safety: as that of any struct of values. Several threads may read one result.
///
/// Example: print the mean total time, and who uses the grill how much.
///
///     void print(const RunResult& run) {
///       std::cout << run.total_time.mean.value_or(0) << " s\n";
///       for (const StationResult& station : run.stations) {
///         std::cout << station.name << ' ' << station.utilization.value_or(0) << '\n';
///       }
///     }
namespace fastfood::model {

enum class Outcome { served, balked, reneged, unfinished };

/// One step of one item: when it asked for a unit or a portion, got it, and was done. `cooked_from` is when its portion
/// was put on.
struct StepRecord {
  std::optional<StationId> station;
  std::optional<Instant> asked_at;
  std::optional<Instant> started_at;
  std::optional<Instant> done_at;
  std::optional<Instant> cooked_from{};
  Duration overtaken{};  // the share of its wait with this cause; counted only if a run records why

  bool operator==(const StepRecord&) const = default;
};

/// One item of an order. It starts when its first step starts, and is ready when its last step is done. It has no steps
/// until the order is taken.
struct ItemRecord {
  ItemId item;
  std::optional<Instant> started_at;
  std::optional<Instant> ready_at;
  std::vector<StepRecord> steps;

  bool operator==(const ItemRecord&) const = default;
};

/// One customer at one stop of the line: when they came to wait for it, entered it, were done there, and left it.
/// `attended_from` is when a person turned to them, if one has to.
struct StopRecord {
  std::size_t stop = 0;  // in the order listed
  std::optional<Instant> asked_at;
  std::optional<Instant> entered_at;
  std::optional<Instant> done_at;
  std::optional<Instant> left_at;
  std::optional<Instant> attended_from{};

  bool operator==(const StopRecord&) const = default;
};

/// One customer's visit. `id` counts all customers from 1 in order of arrival. `server` is the person's name as in
/// `ServerResult`, or the group's name if the group has no limit; it is empty if the counter has no servers.
/// `prepared_from` is when the order has been taken, `handed_over_from` when the server begins to hand it over.
/// `ordered_at` is when an order from afar was placed. `stops` are those the customer came to.
struct OrderRecord {
  std::int64_t id = 0;
  std::string customer;
  std::optional<StreamId> stream;
  Outcome outcome = Outcome::unfinished;
  std::optional<std::string> server;
  Instant arrived_at{};
  std::optional<Instant> started_at;
  std::optional<Instant> served_at;
  std::optional<Instant> left_at;
  std::vector<ItemRecord> items;
  LineId line{};
  std::optional<Instant> ordered_at{};
  std::vector<StopRecord> stops{};
  std::optional<Instant> prepared_from{};
  std::optional<Instant> handed_over_from{};
  std::optional<std::size_t> taken_by{};        // among all people and groups without limit, if a run records why
  std::optional<std::size_t> handed_over_by{};  // likewise
  std::vector<TimePart> why{};       // in order of time; empty unless a run records why, and the customer was served
  std::optional<Duration> target{};  // for the total time

  bool operator==(const OrderRecord&) const = default;
};

/// How many customers arrived, and how their visits ended.
struct CustomerCounts {
  std::int64_t arrived = 0;
  std::int64_t served = 0;
  std::int64_t balked = 0;
  std::int64_t reneged = 0;
  std::int64_t unfinished = 0;

  /// Counts one more visit that ended like this.
  void leave(Outcome outcome) {
    served += outcome == Outcome::served ? 1 : 0;
    balked += outcome == Outcome::balked ? 1 : 0;
    reneged += outcome == Outcome::reneged ? 1 : 0;
  }

  void add(const CustomerCounts& more) {
    arrived += more.arrived;
    served += more.served;
    balked += more.balked;
    reneged += more.reneged;
    unfinished += more.unfinished;
  }

  /// Sets `unfinished` to those who arrived and have not left.
  void count_unfinished() { unfinished = arrived - served - balked - reneged; }

  bool operator==(const CustomerCounts&) const = default;
};

/// How many customers were served within their targets; `fraction` is their share of all who have one and whose visit
/// ended. `target` and `aim` are those of the stream or the counter; empty if only parts of it have targets.
struct Satisfied {
  std::optional<Duration> target;
  std::int64_t count = 0;
  std::optional<double> fraction;
  std::optional<double> aim;
  std::optional<bool> met;

  bool operator==(const Satisfied&) const = default;
};

/// A waiting line: its time-weighted mean length, and its maximum length. The maximum ignores lengths of zero duration.
struct LineResult {
  std::optional<double> mean;
  std::optional<std::int64_t> max;

  bool operator==(const LineResult&) const = default;
};

/// One person who serves.
struct ServerResult {
  std::string name;
  std::int64_t served = 0;
  std::optional<double> throughput_per_hour;
  std::optional<double> utilization;

  bool operator==(const ServerResult&) const = default;
};

/// All servers, and the line before them. `utilization` is empty if all groups are without limit.
struct ServersResult {
  std::optional<double> throughput_per_hour;
  std::optional<double> utilization;
  LineResult line;
  std::vector<ServerResult> each;

  bool operator==(const ServersResult&) const = default;
};

/// One stop of a line. `utilization` is the share of place time taken, `blocked` the mean number of customers who are
/// done there and cannot move on, `wait_time` of waiting for it; `left` counts those who left because it was full.
struct StopResult {
  std::string name;
  std::optional<double> utilization;
  std::optional<double> blocked;
  LineResult line;
  stats::Summary wait_time;
  std::int64_t left = 0;

  bool operator==(const StopResult&) const = default;
};

/// One of several lines, and its customers. `line` and `wait_time` are of those who have not been taken.
struct CustomerLineResult {
  std::string name;
  CustomerCounts customers;
  LineResult line;
  stats::Summary wait_time;
  stats::Summary total_time;
  std::vector<StopResult> stops;

  bool operator==(const CustomerLineResult&) const = default;
};

/// One station: `uses` counts steps started there, `batches` the batches started, `wasted` the portions thrown away;
/// `down` is the share of unit time under repair.
struct StationResult {
  std::string name;
  Schedule capacity = 1;
  std::optional<double> utilization;
  LineResult line;
  stats::Summary wait_time;
  std::int64_t uses = 0;
  std::int64_t batches = 0;
  std::int64_t wasted = 0;
  std::optional<double> down;

  bool operator==(const StationResult&) const = default;
};

/// The customers of one arrival stream.
struct StreamResult {
  std::string name;
  CustomerCounts customers;
  std::optional<Satisfied> satisfied;
  stats::Summary wait_time;
  stats::Summary total_time;

  bool operator==(const StreamResult&) const = default;
};

/// Revenue and cost, in the currency of the scenario. `cost_per_served` is empty if nobody was served.
struct Money {
  double revenue = 0;
  double labour = 0;
  double equipment = 0;
  double profit = 0;
  std::optional<double> cost_per_served;

  bool operator==(const Money&) const = default;
};

/// One period of a run. `arrived`, the summaries and `satisfied` are of customers who arrived in it; `served`,
/// `balked`, `reneged` and the throughput are of customers who left in it.
struct PeriodResult {
  Instant from{};
  std::int64_t arrived = 0;
  std::int64_t served = 0;
  std::int64_t balked = 0;
  std::int64_t reneged = 0;
  std::optional<double> throughput_per_hour;
  stats::Summary wait_time;
  stats::Summary total_time;
  std::optional<Satisfied> satisfied;
  std::optional<double> servers_utilization;
  std::optional<double> line_mean;

  bool operator==(const PeriodResult&) const = default;
};

/// The result of one run, or of several pooled ones. The names are those of the JSON result format.
struct RunResult {
  Duration elapsed{};
  CustomerCounts customers;
  std::optional<Satisfied> satisfied;
  std::optional<double> throughput_per_hour;
  stats::Summary wait_time;
  stats::Summary service_time;
  stats::Summary total_time;
  stats::Summary reneged_after;
  ServersResult servers;
  std::vector<StationResult> stations;
  std::vector<CustomerLineResult> lines;  // if the counter has `lines`
  std::vector<StreamResult> streams;
  std::optional<Money> money;
  std::optional<std::vector<PeriodResult>> by_period;
  std::optional<Why> why;  // if the run recorded it

  bool operator==(const RunResult&) const = default;
};

}  // namespace fastfood::model
