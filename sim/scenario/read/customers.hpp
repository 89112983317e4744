#pragma once

#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/menu.hpp"
#include "sim/scenario/read/names.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// Reads a target, of the scenario or of some of its customers.
model::TargetSpec read_target(const Field& field);

/// What customers need to know of their scenario: what they may order, and which lines they may join.
struct CustomersContext {
  const Menu& menu;
  const Names& lines;
  const Clock& clock;
};

/// Reads the keys of an order or a stream that say how its customers behave: `target`, `priority`, `patience`,
/// `balk_at`, `line` and `comes_after`.
model::CustomerSpec read_customer(const Object& object, const Names& lines);

/// Reports a fault of `list` if its weights are all 0, or if a double cannot hold their sum.
void check_weights(const std::vector<double>& weights, const Field& list);

/// Reads what a customer orders: a list of names from `menu`, or of objects with a count and a chance.
std::vector<model::OrderedItem> read_ordered_items(const Field& field, const Menu& menu);

/// Reads a list of orders with weights. Each customer chooses one of them by weight.
model::MixSpec read_mix(const Field& field, const Menu& menu);

/// Reads the list of single orders, in the order written.
std::vector<model::OrderSpec> read_orders(const Field& field, const CustomersContext& context);

}  // namespace fastfood::scenario
