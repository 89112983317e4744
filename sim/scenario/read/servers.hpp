#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/names.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// The groups of servers, and the names by which stops refer to them.
struct Servers {
  std::vector<model::ServerGroupSpec> groups;
  Names names{"a group of servers", "add it to servers"};
};

/// What groups of servers need to know of their scenario: which lines they may take orders from, and which stations
/// they may work at.
struct ServersContext {
  const Names& lines;
  const Names& stations;
  const Clock& clock;
};

/// Reads one group of servers, or a list of groups. Two groups of one name are a fault.
Servers read_servers(const Field& field, const ServersContext& context);

}  // namespace fastfood::scenario
