#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/model/spec.hpp"
#include "sim/scenario/json/side_files.hpp"
#include "sim/scenario/read/field.hpp"
#include "sim/scenario/read/menu.hpp"
#include "sim/scenario/read/names.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::scenario {

/// Reads a target, of the scenario or of some of its customers.
model::TargetSpec read_target(const Field& field);

/// More than a customer can carry of one item. The bound is there because each of them is served.
inline constexpr std::int64_t max_item_count = 1'000'000;

/// What customers need to know of their scenario: what they may order, which lines they may join, and the files that it
/// may name.
struct CustomersContext {
  const Menu& menu;
  const Names& lines;
  const Clock& clock;
  const SideFiles& files;
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

/// Reads an order without its `items`. `number` is its place in the list, which names the customer by default.
model::OrderSpec read_order_but_items(const Object& order, std::size_t number, const CustomersContext& context);

/// Reads the single orders, in the order written: a list, or the name of a file that has them.
std::vector<model::OrderSpec> read_orders(const Field& field, const CustomersContext& context);

}  // namespace fastfood::scenario
