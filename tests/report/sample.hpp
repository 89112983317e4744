#pragma once

#include <algorithm>
#include <chrono>
#include <sstream>
#include <string>

#include "sim/model/results/run_result.hpp"
#include "sim/model/spec.hpp"
#include "sim/report/run/result_json.hpp"
#include "sim/stats/summary.hpp"

/// A small counter and made-up results of a run. Nothing here is simulated.
namespace fastfood::report {

using namespace std::chrono_literals;

inline Instant at(Duration time) { return Instant{time}; }

/// Burgers come from a grill; napkins need no equipment. Ana serves.
inline model::CounterSpec sample_spec() {
  model::CounterSpec spec;
  spec.name = "Lunch";
  spec.seed = 7;
  spec.menu = {{"burger", {{model::StationId{0}, 3s}}}, {"napkin", {{std::nullopt, 0s}}}};
  spec.stations = {{"grill", 2, {}}};
  spec.servers = {{"Ana", 1, model::Mode::async}};
  spec.arrivals = {{.name = "walk-in", .when = 1s, .count = 2, .items = {{{model::ItemId{0}}}}}};
  spec.target = model::TargetSpec{5s, 1};
  return spec;
}

/// A walk-in who arrived at 0.5 s, was taken at 1 s, got a burger at 4.25 s and a napkin at once.
inline model::OrderRecord sample_order() {
  model::OrderRecord order;
  order.id = 1;
  order.customer = "walk-in 1";
  order.stream = model::StreamId{0};
  order.outcome = model::Outcome::served;
  order.server = "Ana";
  order.arrived_at = at(500ms);
  order.started_at = at(1s);
  order.served_at = order.left_at = at(4250ms);
  order.items = {
      {model::ItemId{0}, at(1250ms), at(4250ms), {{model::StationId{0}, at(1s), at(1250ms), at(4250ms)}}},
      {model::ItemId{1}, at(1s), at(1s), {{std::nullopt, at(1s), at(1s), at(1s)}}},
  };
  return order;
}

/// Bo, who is not from a stream, was in line until 9 s and was never taken.
inline model::OrderRecord sample_reneged() {
  model::OrderRecord order;
  order.id = 2;
  order.customer = "Bo";
  order.outcome = model::Outcome::reneged;
  order.arrived_at = at(2s);
  order.left_at = at(9s);
  order.items = {{model::ItemId{0}, {}, {}, {}}, {model::ItemId{0}, {}, {}, {}}};
  return order;
}

inline model::RunResult sample_run() {
  model::RunResult run;
  run.elapsed = 12s;
  run.customers = {.arrived = 3, .served = 2, .balked = 0, .reneged = 1, .unfinished = 0};
  run.satisfied = model::Satisfied{5s, 1, 0.25, 1, false};
  run.throughput_per_hour = 600;
  run.wait_time = stats::summarize({500ms, 500ms});
  run.service_time = stats::summarize({3250ms, 7s});
  run.total_time = stats::summarize({3750ms, 7500ms});
  run.reneged_after = stats::summarize({7s});
  run.servers = {600, 0.5, {0.25, 2}, {{"Ana", 2, 600, 0.5}}};
  run.stations = {{"grill", 2, 0.8333333333333334, {0, 0}, stats::summarize({}), 3, 0, 0, 0}};
  run.streams = {{"walk-in", run.customers, std::nullopt, run.wait_time, run.total_time}};
  return run;
}

/// Two replications of the sample: one as above, and one without customers.
inline ScenarioResult sample_replications() {
  ScenarioResult result{sample_spec(), sample_run()};
  result.by_replication = {sample_run(), {}};
  result.by_replication[1].satisfied = model::Satisfied{.target = 5s, .aim = 1};
  result.estimates = {
      {"satisfied.fraction", {0.25, {}, 0.95, 1}},
      {"throughput_per_hour", {600, 20, 0.95, 2}},
      {"wait_time.mean", {0.5, 0.125, 0.95, 2}},
      {"wait_time.p50", {0.5, 0.125, 0.95, 2}},
      {"reneged_after.mean", {}},
      {"servers.utilization", {0.5, 0.01, 0.95, 2}},
      {"stations.grill.utilization", {0.75, 0.025, 0.95, 2}},
  };
  return result;
}

inline std::size_t longest_line(const std::string& text) {
  std::istringstream lines{text};
  std::size_t longest = 0;
  for (std::string line; std::getline(lines, line);) {
    longest = std::max(longest, line.size());
  }
  return longest;
}

/// Two customers were served. They paid 25.5 and cost 15.25.
inline model::Money sample_money() {
  return {.revenue = 25.5, .labour = 12, .equipment = 3.25, .profit = 10.25, .cost_per_served = 7.625};
}

inline model::PeriodResult sample_period() {
  model::PeriodResult period;
  period.arrived = 3;
  period.served = 2;
  period.balked = 1;
  period.reneged = 4;
  period.throughput_per_hour = 120;
  period.wait_time = period.total_time = stats::summarize({500ms});
  period.satisfied = model::Satisfied{5s, 2, 0.5, 0.9, false};
  period.servers_utilization = 0.75;
  period.line_mean = 1.25;
  return period;
}

}  // namespace fastfood::report
