#pragma once

#include <optional>
#include <vector>

#include "sim/model/results/run_result.hpp"
#include "sim/stats/summary.hpp"

/// The names of all fields of a result, in the order in which results have them. No other place knows them.
/// `each_field(part, visit)` calls `visit(name, value)` for each field of a part. A value is a number, a `Share`, a
/// text, a truth, a time, a `Schedule` or another `Part`; an optional of these; a vector of parts; or parts `ByName`.
/// The path of a metric (like `stations.grill.wait_time.p90`) consists of the names on the way to it.
namespace fastfood::model {

/// A number from 0 to 1 in every run. Because it is bounded, its mean can be bounded without assumptions about rare
/// values.
struct Share {
  std::optional<double> value;
};

/// Parts that a path finds by their `name`, which is not one of their fields.
template <class Value>
struct ByName {
  const std::vector<Value>& parts;
};

template <class Visit>
void each_field(const stats::Summary& summary, Visit&& visit) {
  visit("count", summary.count);
  visit("mean", summary.mean);
  visit("sd", summary.sd);
  visit("min", summary.min);
  visit("p50", summary.p50);
  visit("p90", summary.p90);
  visit("p95", summary.p95);
  visit("p99", summary.p99);
  visit("max", summary.max);
  if (summary.relative_error) {
    visit("relative_error", *summary.relative_error);
  }
}

template <class Visit>
void each_field(const CustomerCounts& customers, Visit&& visit) {
  visit("arrived", customers.arrived);
  visit("served", customers.served);
  visit("balked", customers.balked);
  visit("reneged", customers.reneged);
  visit("unfinished", customers.unfinished);
}

template <class Visit>
void each_field(const Satisfied& satisfied, Visit&& visit) {
  visit("target", satisfied.target);
  visit("count", satisfied.count);
  visit("fraction", Share{satisfied.fraction});
  visit("aim", Share{satisfied.aim});
  visit("met", satisfied.met);
}

template <class Visit>
void each_field(const LineResult& line, Visit&& visit) {
  visit("mean", line.mean);
  visit("max", line.max);
}

template <class Visit>
void each_field(const ServerResult& server, Visit&& visit) {
  visit("name", server.name);
  visit("served", server.served);
  visit("throughput_per_hour", server.throughput_per_hour);
  visit("utilization", Share{server.utilization});
}

template <class Visit>
void each_field(const ServersResult& servers, Visit&& visit) {
  visit("throughput_per_hour", servers.throughput_per_hour);
  visit("utilization", Share{servers.utilization});
  visit("line", servers.line);
  visit("each", servers.each);
}

template <class Visit>
void each_field(const StationResult& station, Visit&& visit) {
  visit("capacity", station.capacity);
  visit("utilization", Share{station.utilization});
  visit("line", station.line);
  visit("wait_time", station.wait_time);
  visit("uses", station.uses);
  visit("batches", station.batches);
  visit("wasted", station.wasted);
  visit("down", Share{station.down});
}

template <class Visit>
void each_field(const StopResult& stop, Visit&& visit) {
  visit("utilization", Share{stop.utilization});
  visit("blocked", stop.blocked);
  visit("line", stop.line);
  visit("wait_time", stop.wait_time);
  visit("left", stop.left);
}

template <class Visit>
void each_field(const CustomerLineResult& line, Visit&& visit) {
  visit("customers", line.customers);
  visit("line", line.line);
  visit("wait_time", line.wait_time);
  visit("total_time", line.total_time);
  visit("stops", ByName<StopResult>{line.stops});
}

template <class Visit>
void each_field(const StreamResult& stream, Visit&& visit) {
  visit("customers", stream.customers);
  visit("satisfied", stream.satisfied);
  visit("wait_time", stream.wait_time);
  visit("total_time", stream.total_time);
}

template <class Visit>
void each_field(const Money& money, Visit&& visit) {
  visit("revenue", money.revenue);
  visit("labour", money.labour);
  visit("equipment", money.equipment);
  visit("profit", money.profit);
  visit("cost_per_served", money.cost_per_served);
}

template <class Visit>
void each_field(const PeriodResult& period, Visit&& visit) {
  visit("from", period.from);
  visit("arrived", period.arrived);
  visit("served", period.served);
  visit("balked", period.balked);
  visit("reneged", period.reneged);
  visit("throughput_per_hour", period.throughput_per_hour);
  visit("wait_time", period.wait_time);
  visit("total_time", period.total_time);
  visit("satisfied", period.satisfied);
  visit("servers_utilization", Share{period.servers_utilization});
  visit("line_mean", period.line_mean);
}

template <class Visit>
void each_field(const RunResult& run, Visit&& visit) {
  visit("elapsed", run.elapsed);
  visit("customers", run.customers);
  visit("satisfied", run.satisfied);
  visit("throughput_per_hour", run.throughput_per_hour);
  visit("wait_time", run.wait_time);
  visit("service_time", run.service_time);
  visit("total_time", run.total_time);
  visit("reneged_after", run.reneged_after);
  visit("servers", run.servers);
  visit("stations", ByName<StationResult>{run.stations});
  if (!run.lines.empty()) {
    visit("lines", ByName<CustomerLineResult>{run.lines});
  }
  visit("streams", ByName<StreamResult>{run.streams});
  visit("money", run.money);
  if (run.by_period) {
    visit("by_period", *run.by_period);
  }
}

/// A type with fields.
template <class Value>
concept Part = requires(const Value& value) {
  each_field(value, [](const char*, const auto&) {});
};

}  // namespace fastfood::model
