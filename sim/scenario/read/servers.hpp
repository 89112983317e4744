#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// One group, or a list of groups whose names differ.
std::vector<model::ServerGroupSpec> read_servers(const Field& field, const Clock& clock);

}  // namespace fastfood::scenario
