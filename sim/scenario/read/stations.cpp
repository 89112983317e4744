#include "sim/scenario/read/stations.hpp"

#include <cstdint>
#include <string_view>

#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/read/distribution.hpp"
#include "sim/scenario/read/schedule.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view station_keys[] = {"capacity", "batch", "breakdown", "cost_per_hour", "attended"};

constexpr std::string_view batch_keys[] = {"size", "time", "hold", "refill_below"};

constexpr std::string_view breakdown_keys[] = {"time_between", "repair"};

// Each unit that breaks down has timers of its own.
constexpr std::int64_t max_units_with_breakdown = 1'000'000;

// The bound keeps the sum of what is ready and what cooks within 64 bits.
constexpr std::int64_t max_portions = 1'000'000'000;

model::BatchSpec read_batch(const Field& field) {
  const Object batch(field, {"batch", batch_keys});
  model::BatchSpec spec;
  if (const auto size = batch.require("size", "a batch needs a size")) spec.size = read_count(*size, max_portions);
  if (const auto time = batch.require("time", "a batch needs a time")) spec.time = read_task_time(*time);
  if (const auto hold = batch.find("hold")) spec.hold = read_duration(*hold);
  if (const auto level = batch.find("refill_below")) spec.refill_below = read_whole_number(*level, max_portions);
  return spec;
}

model::BreakdownSpec read_breakdown(const Field& field) {
  const std::size_t errors = field.faults().errors();
  const Object breakdown(field, {"breakdown", breakdown_keys});
  model::BreakdownSpec spec;
  const auto between = breakdown.require("time_between", "a breakdown needs the time between repairs");
  if (between) spec.time_between = read_task_time(*between);
  const auto repair = breakdown.require("repair", "a breakdown needs the time of a repair");
  if (repair) spec.repair = read_task_time(*repair);
  const bool is_right = field.faults().errors() == errors;
  if (is_right && max_of(spec.time_between) == Duration{} && max_of(spec.repair) == Duration{}) {
    field.fault("fails and is repaired for ever at one instant; give one of its times more than 0");
  }
  return spec;
}

model::StationSpec read_station(const NamedField& named, const Clock& clock) {
  const Object station(named.field, {"station", station_keys});
  model::StationSpec spec{.name = named.name};
  const auto capacity = station.find("capacity");
  if (capacity) spec.capacity = read_schedule(*capacity, clock);
  if (const auto batch = station.find("batch")) spec.batch = read_batch(*batch);
  if (const auto breakdown = station.find("breakdown")) spec.breakdown = read_breakdown(*breakdown);
  if (capacity && spec.breakdown) {
    refuse_above(max_units_with_breakdown, spec.capacity, *capacity, "where units break down");
  }
  if (const auto cost = station.find("cost_per_hour")) spec.cost_per_hour = read_cost(*cost);
  if (const auto attended = station.find("attended")) spec.attended = read_duration(*attended);
  return spec;
}

}  // namespace

Stations read_stations(const Field& field, const Clock& clock) {
  Stations stations;
  for (const NamedField& named : named_fields(field)) {
    stations.specs.push_back(read_station(named, clock));
    stations.names.add(named.name);
  }
  if (field.as<Node::Object>() == nullptr) stations.names.mark_incomplete();
  return stations;
}

}  // namespace fastfood::scenario
