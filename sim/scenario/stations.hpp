#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/field.hpp"
#include "sim/scenario/names.hpp"
#include "sim/scenario/times.hpp"

namespace sim::scenario {

/// The stations of a scenario, and the names by which steps find them.
struct Stations {
  std::vector<model::StationSpec> specs;
  Names names{"a station", "add it to stations"};
};

Stations read_stations(const Field& field, const Clock& clock);

/// Warns of each station that no step of `menu` uses.
void warn_of_idle_stations(const Field& stations, const std::vector<model::ItemSpec>& menu);

}  // namespace sim::scenario
