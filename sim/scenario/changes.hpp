#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/json/document.hpp"

namespace fastfood::scenario {

/// Paths, and their new values as JSON.
using Changes = std::vector<std::pair<std::string, std::string>>;

/// Returns what has to be set in the scenario `from` to turn it into `to`. Paths lead as deep as the two differ; a
/// value that `to` leaves out becomes null. Ignores the name, the description, the seed and the schema.
Changes changes(const Node& from, const Node& to);

}  // namespace fastfood::scenario
