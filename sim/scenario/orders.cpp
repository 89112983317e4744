#include "sim/scenario/orders.hpp"

#include <fmt/format.h>

#include "sim/scenario/values.hpp"

namespace sim::scenario {
namespace {

constexpr Key order_keys[] = {
    {"customer"}, {"at"}, {"items"}, {"priority", "remove it"}, {"patience", "remove it"}, {"balk_at", "remove it"}};

model::OrderSpec read_order(const Field& field, std::size_t number, const Menu& menu) {
  const Object order(field, order_keys);
  model::OrderSpec spec{.customer = fmt::format("order {}", number)};
  if (const auto customer = order.find("customer")) spec.customer = read_text(*customer);
  if (const auto at = order.find("at")) spec.at = read_instant(*at);
  const auto items = order.require("items", "an order needs items; write [] for none");
  if (items) spec.items = read_ordered_items(*items, menu);
  return spec;
}

}  // namespace

std::vector<model::OrderSpec> read_orders(const Field& field, const Menu& menu) {
  std::vector<model::OrderSpec> orders;
  for (const Field& element : elements(field, "a list of orders")) {
    orders.push_back(read_order(element, orders.size() + 1, menu));
  }
  return orders;
}

}  // namespace sim::scenario
