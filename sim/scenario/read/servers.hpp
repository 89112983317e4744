#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// Reads one group of servers, or a list of groups. Two groups of one name are a fault.
std::vector<model::ServerGroupSpec> read_servers(const Field& field, const Clock& clock);

}  // namespace fastfood::scenario
