#include "sim/scenario/orders.hpp"

#include <fmt/format.h>

#include <string_view>

#include "sim/scenario/customer.hpp"
#include "sim/scenario/ordered_items.hpp"
#include "sim/scenario/values.hpp"

namespace sim::scenario {
namespace {

constexpr std::string_view order_keys[] = {"customer", "at", "items", "priority", "patience", "balk_at"};

model::OrderSpec read_order(const Object& order, std::size_t number, const Menu& menu, const Clock& clock) {
  model::OrderSpec spec{.customer = fmt::format("order {}", number)};
  if (const auto customer = order.find("customer")) spec.customer = read_text(*customer);
  if (const auto at = order.find("at")) spec.at = read_instant(*at, clock).value_or(Instant{});
  const auto items = order.require("items", "an order needs items; write [] for none");
  if (items) spec.items = read_ordered_items(*items, menu);
  spec.who = read_customer(order);
  return spec;
}

}  // namespace

std::vector<model::OrderSpec> read_orders(const Field& field, const Menu& menu, const Clock& clock) {
  std::vector<model::OrderSpec> orders;
  for (const Field& element : elements(field, "a list of orders")) {
    orders.push_back(read_order(Object(element, {"order", order_keys}), orders.size() + 1, menu, clock));
  }
  return orders;
}

}  // namespace sim::scenario
