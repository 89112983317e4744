#include "sim/scenario/lint/lint_stations.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <vector>

#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/lint/offered_load.hpp"
#include "sim/scenario/lint/service.hpp"

namespace fastfood::scenario {
namespace {

std::vector<bool> find_used_stations(const model::CounterSpec& counter) {
  std::vector<bool> used(counter.stations.size());
  for (const model::ItemSpec& item : counter.menu) {
    for (const model::RecipeStep& step : item.steps) {
      if (step.station) used[step.station->index()] = true;
    }
  }
  return used;
}

void lint_batch(const Field& batch, const model::BatchSpec& spec) {
  const auto hold = batch.find("hold");
  if (!hold || spec.refill_below == 0) return;
  if (*spec.hold == Duration{}) {
    hold->warning("is 0, so nothing is kept ready; hold longer, or remove refill_below");
  } else if (*spec.hold < min_of(spec.time)) {
    hold->warning("is shorter than a batch takes; what is kept ready spoils sooner than it is replaced");
  }
}

void lint_breakdown(const Field& breakdown, const model::BreakdownSpec& spec) {
  if (random::mean_of(spec.repair) <= random::mean_of(spec.time_between)) return;
  breakdown.find("repair")->warning("is longer than time_between on average; a unit is down more than it is up");
}

}  // namespace

void lint_unused_stations(const Field& stations, const model::CounterSpec& counter) {
  const auto named = named_fields(stations);
  const std::vector<bool> used = find_used_stations(counter);
  for (std::size_t i = 0; i != named.size(); ++i) {
    if (!used[i]) stations.faults().warning(named[i].name_at, named[i].field.path(), "no item uses it");
  }
}

void lint_stations(const Field& scenario, const model::CounterSpec& counter) {
  const auto stations = scenario.find("stations");
  if (!stations) return;
  const auto named = named_fields(*stations);
  const std::vector<bool> used = find_used_stations(counter);
  for (std::size_t i = 0; i != named.size(); ++i) {
    const model::StationSpec& spec = counter.stations[i];
    const auto& [name, name_at, station] = named[i];
    if (used[i] && spec.capacity.highest() == 0) {
      station.find("capacity")->warning("is never above 0; customers who need the station wait for ever");
    }
    if (spec.attended && !has_workers(model::StationId(i), counter)) {
      station.find("attended")->warning("has no effect; no group of servers has the station in works_at");
    }
    if (spec.batch) lint_batch(*station.find("batch"), *spec.batch);
    if (spec.breakdown) lint_breakdown(*station.find("breakdown"), *spec.breakdown);
    const double load = station_load(spec, model::StationId(i), counter).value_or(0);
    if (load > max_load) {
      station.faults().warning(
          name_at, station.path(),
          fmt::format("its load is {:.4g} times its capacity; the line grows as long as customers come", load));
    }
  }
}

}  // namespace fastfood::scenario
