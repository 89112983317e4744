#include "sim/report/summary_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "sim/report/rounded.hpp"
#include "sim/report/text_table.hpp"

namespace sim::report {
namespace {

constexpr std::size_t line_width = 80;
constexpr std::size_t name_width = 16;
constexpr std::size_t most_people = 12;  // listed one by one

std::string count_of(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string customers_text(const model::Observations& run) {
  const model::CustomerCounts& customers = run.customers;
  if (customers.arrived == 0) {
    return "Nobody came.\n";
  }
  std::string text = count_of(customers.arrived, "customer", "customers") + " came: ";
  text += fmt::format("{} served", customers.served);
  text += customers.balked > 0 ? fmt::format(", {} balked at the line", customers.balked) : "";
  text += customers.reneged > 0 ? fmt::format(", {} reneged", customers.reneged) : "";
  text += customers.unfinished > 0 ? fmt::format(", {} unfinished", customers.unfinished) : "";
  text += fmt::format(", in {}", rounded_time(in_seconds(run.elapsed)));
  if (run.throughput_per_hour.has_value()) {
    text += fmt::format(" ({} an hour)", rounded(run.throughput_per_hour));
  }
  return text + "\n";
}

std::string target_text(const model::Satisfied& satisfied) {
  std::string text = fmt::format("Within the target of {}: {}", rounded_time(in_seconds(satisfied.target)),
                                 count_of(satisfied.count, "customer", "customers"));
  if (satisfied.met.has_value()) {
    text += fmt::format(" ({}), aimed at {}: {}", rounded_share(satisfied.fraction), rounded_share(satisfied.aim),
                        *satisfied.met ? "met" : "not met");
  }
  return text + "\n";
}

void add_times(TextTable& table, const std::string& name, const stats::Summary& times) {
  if (times.count > 0) {
    table.push_back(
        {name, rounded_time(times.mean), rounded_time(times.p50), rounded_time(times.p95), rounded_time(times.max)});
  }
}

std::string times_text(const model::Observations& run) {
  TextTable table{{"time", "mean", "median", "95 % within", "longest"}};
  add_times(table, "waiting to order", run.wait_time);
  add_times(table, "order to food", run.service_time);
  add_times(table, "in all", run.total_time);
  add_times(table, "until giving up", run.reneged_after);
  return table.size() > 1 ? fmt::format("\n{}", lay_out(table)) : "";
}

std::string streams_text(const model::Observations& run) {
  TextTable table{{"who came", "came", "served", "mean wait", "mean in all", "95 % within"}};
  for (const model::StreamObservations& stream : run.streams) {
    table.push_back({clipped(stream.name, name_width), std::to_string(stream.customers.arrived),
                     std::to_string(stream.customers.served), rounded_time(stream.wait_time.mean),
                     rounded_time(stream.total_time.mean), rounded_time(stream.total_time.p95)});
  }
  return fmt::format("\n{}", lay_out(table));
}

std::string people_text(const model::ServersObservations& servers) {
  TextTable table{{"server", "busy", "served", "an hour"}};
  for (const model::ServerObservations& person : servers.each) {
    if (table.size() > most_people) {
      break;
    }
    table.push_back({clipped(person.name, name_width), rounded_share(person.utilization), std::to_string(person.served),
                     rounded(person.throughput_per_hour)});
  }
  const std::size_t unlisted = servers.each.size() + 1 - table.size();
  return lay_out(table) + (unlisted > 0 ? fmt::format("... and {} more\n", unlisted) : "");
}

std::string servers_text(const model::ServersObservations& servers) {
  std::string text = fmt::format("\n{}", servers.each.empty() ? "" : people_text(servers));
  if (servers.each.size() > 1) {
    text += fmt::format("All servers together are busy {} of the time.\n", rounded_share(servers.utilization));
  }
  return text + fmt::format("The line before them: {} on average, {} at most.\n", rounded(servers.line.mean),
                            servers.line.max);
}

std::string stations_text(const model::Observations& run) {
  const bool trays = std::any_of(run.stations.begin(), run.stations.end(),
                                 [](const model::StationObservations& station) { return station.batches > 0; });
  TextTable table{{"station", "units", "busy", "mean line", "longest", "mean wait", "uses"}};
  for (const model::StationObservations& station : run.stations) {
    table.push_back({clipped(station.name, name_width), std::to_string(station.capacity.highest()),
                     rounded_share(station.utilization), rounded(station.line.mean), std::to_string(station.line.max),
                     rounded_time(station.wait_time.mean), std::to_string(station.uses)});
  }
  if (trays) {
    table.front().emplace_back("batches");
    for (std::size_t row = 1; row < table.size(); ++row) {
      table[row].push_back(std::to_string(run.stations[row - 1].batches));
    }
  }
  return fmt::format("\n{}", lay_out(table));
}

}  // namespace

std::string summary_text(const model::CounterSpec& spec, const model::Observations& run) {
  std::string text = clipped(spec.name, line_width) + "\n\n" + customers_text(run);
  text += run.satisfied.has_value() ? target_text(*run.satisfied) : "";
  text += times_text(run);
  text += run.streams.size() > 1 ? streams_text(run) : "";
  text += spec.servers.empty() ? "" : servers_text(run.servers);
  text += run.stations.empty() ? "" : stations_text(run);
  return text;
}

}  // namespace sim::report
