#include "sim/scenario/lint/lint_stations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

#include "sim/scenario/lint/arrival_bounds.hpp"
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

bool any_needs(const std::vector<model::OrderedItem>& items, model::StationId station,
               const model::CounterSpec& counter) {
  return std::ranges::any_of(items, [&](const model::OrderedItem& ordered) {
    const auto& steps = counter.menu[ordered.item.index()].steps;
    return ordered.chance > 0 && std::ranges::any_of(steps, [&](const auto& step) { return step.station == station; });
  });
}

// Returns true if customers who come at or after `from` can order what is made at the station.
bool is_needed_after(Instant from, model::StationId station, const model::CounterSpec& counter) {
  const auto by_order = [&](const model::OrderSpec& order) {
    return order.at >= from && any_needs(order.items, station, counter) && arrives_in_time(order, counter);
  };
  const auto by_stream = [&](const model::StreamSpec& stream) {
    const auto latest = latest_arrival(stream, counter);
    return !has_no_customers(stream, counter) && latest && *latest > from &&
           std::ranges::any_of(stream.items.entries, [&](const model::MixEntry& entry) {
             return entry.weight > 0 && any_needs(entry.items, station, counter);
           });
  };
  return std::ranges::any_of(counter.orders, by_order) || std::ranges::any_of(counter.arrivals, by_stream);
}

void lint_capacity(const Field& station, const model::StationSpec& spec, model::StationId id,
                   const model::CounterSpec& counter) {
  const auto& last = spec.capacity.steps.back();
  if (spec.capacity.highest() == 0) {
    station.find("capacity")->warning("is never above 0; customers who need the station wait for ever");
  } else if (last.value == 0 && counter.stop != model::Stop::at_until && is_needed_after(last.from, id, counter)) {
    station.find("capacity")->warning("is 0 at the end, but customers may still order; they would wait forever");
  }
}

void lint_workers(const Field& station, const model::StationSpec& spec, model::StationId id,
                  const model::CounterSpec& counter) {
  const auto workers = workers_at(id, counter);
  if (workers.empty()) {
    if (spec.attended) {
      station.find("attended")->warning("has no effect; no group of servers has the station in works_at");
    }
    return;
  }
  const auto end = end_of_duty(workers, counter);
  if (end && counter.stop != model::Stop::at_until && is_needed_after(*end, id, counter)) {
    station.warning("nobody works there at the end, but customers may still order; they would wait forever");
  }
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
    if (used[i]) lint_capacity(station, spec, model::StationId(i), counter);
    lint_workers(station, spec, model::StationId(i), counter);
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
