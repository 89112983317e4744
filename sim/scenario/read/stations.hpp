#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/names.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// The stations of a scenario, and the names by which steps use them.
struct Stations {
  std::vector<model::StationSpec> specs;
  Names names{"a station", "add it to stations"};
};

Stations read_stations(const Field& field, const Clock& clock);

}  // namespace fastfood::scenario
