#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/menu.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// The keys of an order or a stream that say how its customers behave: `priority`, `patience` and `balk_at`.
model::CustomerSpec read_customer(const Object& object);

/// Weights by which one of several is chosen: that they are all 0, or more together than a double holds, is a fault of
/// `list`.
void check_weights(const std::vector<double>& weights, const Field& list);

/// What a customer orders: a list of names of `menu`, or of objects that say how many of an item, and with what chance.
std::vector<model::OrderedItem> read_ordered_items(const Field& field, const Menu& menu);

/// Several orders, one of which is chosen by weight.
model::MixSpec read_mix(const Field& field, const Menu& menu);

/// Customers who come at set instants, in the order written, and order from `menu`.
std::vector<model::OrderSpec> read_orders(const Field& field, const Menu& menu, const Clock& clock);

}  // namespace fastfood::scenario
