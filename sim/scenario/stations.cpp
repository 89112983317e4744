#include "sim/scenario/stations.hpp"

#include "sim/scenario/distribution.hpp"
#include "sim/scenario/values.hpp"

namespace sim::scenario {
namespace {

constexpr Key station_keys[] = {{"capacity"}, {"batch"}, {"breakdown", "remove it"}, {"cost_per_hour", "remove it"}};

constexpr Key batch_keys[] = {{"size"}, {"time"}, {"hold", "remove it"}, {"refill_below", "remove it"}};

model::BatchSpec read_batch(const Field& field) {
  const Object batch(field, batch_keys);
  model::BatchSpec spec;
  if (const auto size = batch.require("size", "a batch needs a size")) spec.size = read_count(*size);
  if (const auto time = batch.require("time", "a batch needs a time")) spec.time = read_task_time(*time);
  return spec;
}

model::StationSpec read_station(const NamedField& named) {
  const Object station(named.field, station_keys);
  model::StationSpec spec{.name = named.name};
  if (const auto capacity = station.find("capacity")) spec.capacity = read_scheduled_count(*capacity);
  if (const auto batch = station.find("batch")) spec.batch = read_batch(*batch);
  return spec;
}

}  // namespace

Stations read_stations(const Field& field) {
  Stations stations;
  for (const NamedField& named : named_fields(field)) {
    stations.specs.push_back(read_station(named));
    stations.names.add(named.name);
  }
  if (field.as<Node::Object>() == nullptr) stations.names.are_incomplete();
  return stations;
}

void warn_of_idle_stations(const Field& stations, const std::vector<model::ItemSpec>& menu) {
  const auto fields = named_fields(stations);
  std::vector<bool> used(fields.size());
  for (const model::ItemSpec& item : menu) {
    for (const model::StepSpec& step : item.steps) {
      if (step.station) used[step.station->index()] = true;
    }
  }
  for (std::size_t at = 0; at < fields.size(); ++at) {
    const auto& [name, name_at, station] = fields[at];
    if (!used[at]) station.faults().warning(name_at, station.path(), "no item uses it");
  }
}

}  // namespace sim::scenario
