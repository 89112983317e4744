#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/names.hpp"
#include "sim/scenario/read/stations.hpp"

namespace fastfood::scenario {

/// The items of a scenario, and the names by which customers order them.
struct Menu {
  std::vector<model::ItemSpec> items;
  Names names{"an item", "add it to the menu"};
};

/// Reads the menu. The steps of its items name stations of `stations`.
Menu read_menu(const Field& field, const Stations& stations);

}  // namespace fastfood::scenario
