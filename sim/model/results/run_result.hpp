#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/time.hpp"
#include "sim/model/spec.hpp"
#include "sim/stats/summary.hpp"

/// What a run of a counter has shown. What has not happened is `nullopt`, and so is a statistic of nothing.
namespace fastfood::model {

enum class Outcome { served, balked, reneged, unfinished };

/// One step of one item: asked for a unit or a portion, got it, was done.
struct StepRecord {
  std::optional<StationId> station;
  std::optional<Instant> asked_at;
  std::optional<Instant> started_at;
  std::optional<Instant> done_at;

  bool operator==(const StepRecord&) const = default;
};

/// One item of an order. It starts when its first step starts and is ready when its last is done; while the order is
/// not taken it has no steps.
struct ItemRecord {
  ItemId item;
  std::optional<Instant> started_at;
  std::optional<Instant> ready_at;
  std::vector<StepRecord> steps;

  bool operator==(const ItemRecord&) const = default;
};

/// One customer's visit. `id` counts everybody from 1 in order of arrival; `server` is the person's name as in
/// `ServerResult`, the group's in an unlimited one, none where there are no servers.
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

  bool operator==(const OrderRecord&) const = default;
};

/// How many came, and how their visits ended.
struct CustomerCounts {
  std::int64_t arrived = 0;
  std::int64_t served = 0;
  std::int64_t balked = 0;
  std::int64_t reneged = 0;
  std::int64_t unfinished = 0;

  /// One more whose visit ends so.
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

  /// Those who came and have not left.
  void count_unfinished() { unfinished = arrived - served - balked - reneged; }

  bool operator==(const CustomerCounts&) const = default;
};

/// How many were served within the target; `fraction` is their share of those whose visit ended.
struct Satisfied {
  Duration target{};
  std::int64_t count = 0;
  std::optional<double> fraction;
  double aim = 1;
  std::optional<bool> met;

  bool operator==(const Satisfied&) const = default;
};

/// A waiting line: its mean length over time, and the most who stood there together for longer than no time.
struct LineResult {
  std::optional<double> mean;
  std::optional<std::int64_t> max;

  bool operator==(const LineResult&) const = default;
};

/// One person.
struct ServerResult {
  std::string name;
  std::int64_t served = 0;
  std::optional<double> throughput_per_hour;
  std::optional<double> utilization;

  bool operator==(const ServerResult&) const = default;
};

/// All who serve, and the line before them; `utilization` is none where nobody's time is limited.
struct ServersResult {
  std::optional<double> throughput_per_hour;
  std::optional<double> utilization;
  LineResult line;
  std::vector<ServerResult> each;

  bool operator==(const ServersResult&) const = default;
};

/// One station: `uses` are steps begun there, `batches` those put on, `wasted` portions thrown away, `down` the share
/// of unit time under repair.
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

/// What came in and what it cost; no `cost_per_served` where nobody was served.
struct Money {
  double revenue = 0;
  double labour = 0;
  double equipment = 0;
  double profit = 0;
  std::optional<double> cost_per_served;

  bool operator==(const Money&) const = default;
};

/// One period of a run: `arrived`, the summaries and `satisfied` are of those who arrived in it; `served`, `balked`,
/// `reneged` and the throughput of those who left in it.
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

/// A run as a whole; the words are the contract's (section 3 of the result format).
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
  std::vector<StreamResult> streams;
  std::optional<Money> money;
  std::optional<std::vector<PeriodResult>> by_period;

  bool operator==(const RunResult&) const = default;
};

}  // namespace fastfood::model
