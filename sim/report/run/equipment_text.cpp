#include "sim/report/run/equipment_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/result_table.hpp"

namespace fastfood::report {
namespace {

std::string stations_text(const ScenarioResult& result, const ResultNumbers& numbers, const TextStyle& style) {
  using enum ResultTable::Show;
  std::vector<model::MetricPath> rows;
  std::vector<std::string> names;
  std::vector<std::string> units;
  for (const model::StationResult& station : result.pooled.stations) {
    rows.push_back({"stations", station.name});
    names.push_back(one_line(station.name));
    units.push_back(format_schedule(station.capacity));
  }
  ResultTable table(numbers, std::move(rows));
  table.add_text("station", names);
  table.add_text("units", units);
  table.add_metric("busy", {"utilization"});
  table.add_metric("down", {"down"}, if_any_is_not_zero);
  table.add_metric("mean line", {"line", "mean"});
  table.add_metric("longest line", {"line", "max"});
  table.add_metric("mean wait", {"wait_time", "mean"});
  table.add_metric("uses", {"uses"});
  table.add_metric("batches", {"batches"}, if_any_is_not_zero);
  table.add_metric("wasted", {"wasted"}, if_any_is_not_zero);
  return lay_out(std::move(table).take(), {style, {"longest line", "uses", "batches"}});
}

/// A candidate for the bottleneck: a station or the servers. Time under repair counts like busy time, since customers
/// wait in both.
struct Suspect {
  std::string name;
  double busy = 0;
  double down = 0;

  double taken() const { return busy + down; }
};

std::vector<Suspect> suspects_of(const ScenarioResult& result, const ResultNumbers& numbers) {
  std::vector<Suspect> suspects;
  for (const model::StationResult& station : result.pooled.stations) {
    if (const auto busy = numbers.at({"stations", station.name, "utilization"}).value) {
      const auto down = numbers.at({"stations", station.name, "down"}).value;
      suspects.push_back({one_line(station.name), *busy, down.value_or(0)});
    }
  }
  if (const auto busy = numbers.at({"servers", "utilization"}).value) {
    suspects.push_back({"the servers", *busy, 0});
  }
  return suspects;
}

/// Names the busiest resource if it is busy most of the time and well ahead of the next.
std::string busiest_text(const ScenarioResult& result, const ResultNumbers& numbers) {
  constexpr double busy = 0.8;
  constexpr double ahead = 0.05;
  std::vector<Suspect> suspects = suspects_of(result, numbers);
  std::ranges::sort(suspects, std::ranges::greater{}, &Suspect::taken);
  if (suspects.size() < 2 || suspects[0].taken() < busy || suspects[0].taken() - suspects[1].taken() < ahead) {
    return "";
  }
  constexpr std::size_t max_name = 36;
  const Suspect& first = suspects.front();
  return fmt::format("Busiest: {}, {}{}\n", clipped(first.name, max_name), format_share(first.busy),
                     first.down > 0 ? fmt::format(", and {} under repair", format_share(first.down)) : "");
}

}  // namespace

std::string equipment_text(const ScenarioResult& result, const TextStyle& style) {
  if (result.pooled.stations.empty()) {
    return "";
  }
  const ResultNumbers numbers(result);
  return fmt::format("\n{}{}", stations_text(result, numbers, style), busiest_text(result, numbers));
}

}  // namespace fastfood::report
