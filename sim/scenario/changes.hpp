#pragma once

#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/json/document.hpp"

namespace fastfood::scenario {

/// Path → value as JSON.
using Changes = std::vector<std::pair<std::string, std::string>>;

/// What one has to set in the scenario `from` to make `to` of it, as deep down as it goes; null for what is left out.
/// Names, descriptions and seeds do not count.
Changes changes(const Node& from, const Node& to);

}  // namespace fastfood::scenario
