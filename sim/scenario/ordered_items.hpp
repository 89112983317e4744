#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/field.hpp"
#include "sim/scenario/menu.hpp"

namespace sim::scenario {

/// What a customer orders: a list of names of `menu`, or of objects that say how many of an item, and with what chance.
std::vector<model::OrderedItem> read_ordered_items(const Field& field, const Menu& menu);

/// Several orders, one of which is chosen by weight.
model::MixSpec read_mix(const Field& field, const Menu& menu);

}  // namespace sim::scenario
