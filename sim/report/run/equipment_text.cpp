#include "sim/report/run/equipment_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

using Station = model::StationResult;

std::string stations_text(const std::vector<Station>& stations) {
  const auto any = [&stations](auto has) { return std::ranges::any_of(stations, has); };
  const std::vector<Column<Station>> columns{
      {"station", [](const Station& it) { return clipped(it.name, name_width); }},
      {"units", [](const Station& it) { return format_schedule(it.capacity); }},
      {"busy", [](const Station& it) { return format_share(it.utilization); }},
      {"down", [](const Station& it) { return format_share(it.down); },
       any([](const Station& it) { return it.down.value_or(0) > 0; })},
      {"mean line", [](const Station& it) { return format_number(it.line.mean); }},
      {"longest", [](const Station& it) { return std::to_string(it.line.max.value_or(0)); }},
      {"mean wait", [](const Station& it) { return format_time(it.wait_time.mean); }},
      {"uses", [](const Station& it) { return std::to_string(it.uses); }},
      {"batches", [](const Station& it) { return std::to_string(it.batches); },
       any([](const Station& it) { return it.batches > 0; })},
      {"wasted", [](const Station& it) { return std::to_string(it.wasted); },
       any([](const Station& it) { return it.wasted > 0; })},
  };
  return lay_out(fitted(table_of(stations, columns), {"longest", "uses"}));
}

/// A candidate for the bottleneck: a station or the servers. Time under repair counts like busy time, since customers
/// wait in both.
struct Suspect {
  std::string name;
  double busy = 0;
  double down = 0;

  double taken() const { return busy + down; }
};

std::vector<Suspect> suspects_of(const model::RunResult& run) {
  std::vector<Suspect> suspects;
  for (const Station& station : run.stations) {
    if (station.utilization.has_value()) {
      suspects.push_back({clipped(station.name, name_width), *station.utilization, station.down.value_or(0)});
    }
  }
  if (run.servers.utilization.has_value()) {
    suspects.push_back({"the servers", *run.servers.utilization, 0});
  }
  return suspects;
}

/// Names the busiest resource if it is busy most of the time and well ahead of the next.
std::string busiest_text(const model::RunResult& run) {
  constexpr double busy = 0.8;
  constexpr double ahead = 0.05;
  std::vector<Suspect> suspects = suspects_of(run);
  std::ranges::sort(suspects, std::ranges::greater{}, &Suspect::taken);
  if (suspects.size() < 2 || suspects[0].taken() < busy || suspects[0].taken() - suspects[1].taken() < ahead) {
    return "";
  }
  const Suspect& first = suspects.front();
  return fmt::format("Busiest: {}, {}{}\n", first.name, format_share(first.busy),
                     first.down > 0 ? fmt::format(", and {} under repair", format_share(first.down)) : "");
}

}  // namespace

std::string equipment_text(const model::RunResult& run) {
  return run.stations.empty() ? "" : fmt::format("\n{}{}", stations_text(run.stations), busiest_text(run));
}

}  // namespace fastfood::report
