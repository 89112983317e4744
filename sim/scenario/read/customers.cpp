#include "sim/scenario/read/customers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "sim/base/ascii.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/distribution.hpp"
#include "sim/scenario/read/order_file.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {

namespace {

constexpr std::string_view ordered_item_keys[] = {"item", "count", "chance"};

constexpr std::string_view order_keys[] = {"customer", "at",      "items", "target",     "priority",
                                           "patience", "balk_at", "line",  "comes_after"};

constexpr std::string_view mix_entry_keys[] = {"weight", "items"};

constexpr std::string_view target_keys[] = {"total_time", "fraction"};

model::OrderedItem read_counted_item(const Field& field, const Menu& menu) {
  const Object entry(field, {"ordered_item", ordered_item_keys});
  model::OrderedItem ordered;
  if (const auto item = entry.require("item", "an entry needs an item")) {
    if (const auto index = menu.names.find(*item)) ordered.item = model::ItemId(*index);
  }
  if (const auto count = entry.find("count")) ordered.count = read_count(*count, max_item_count);
  if (const auto chance = entry.find("chance")) ordered.chance = read_fraction(*chance);
  return ordered;
}

model::OrderedItem read_ordered_item(const Field& field, const Menu& menu) {
  if (field.as<Node::Object>() != nullptr) return read_counted_item(field, menu);
  return {model::ItemId(menu.names.find(field).value_or(0))};
}

model::OrderSpec read_order(const Object& order, std::size_t number, const CustomersContext& context) {
  model::OrderSpec spec = read_order_but_items(order, number, context);
  const auto items = order.require("items", "an order needs items; write [] for none");
  if (items) spec.items = read_ordered_items(*items, context.menu);
  return spec;
}

bool is_csv_name(std::string_view name) {
  constexpr std::string_view ending = ".csv";
  return name.size() > ending.size() && name.find('\0') == name.npos &&
         std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, to_lower);
}

std::vector<model::OrderSpec> read_orders_of_file(const Field& field, const CustomersContext& context) {
  const std::string& name = *field.as<std::string>();
  const auto text = context.files.text(name);
  if (!text) {
    field.fault(fmt::format("{} cannot be read beside the scenario; {}", excerpt(name), text.error()));
    return {};
  }
  Faults faults;
  faults.limit_errors(max_errors_of_order_file);
  std::vector<model::OrderSpec> orders = read_order_file(*text, context, faults);
  field.faults().add_file(field.node().at, name, faults);
  return orders;
}

std::vector<model::LineId> read_customer_lines(const Field& field, const Names& names) {
  if (field.as<std::string>() == nullptr && field.as<Node::List>() == nullptr) {
    field.expected("the name of a line or a list of such names");
    return {};
  }
  std::vector<model::LineId> lines;
  if (field.as<std::string>() != nullptr) {
    if (const auto line = names.find(field)) lines.emplace_back(*line);
    return lines;
  }
  for (const std::size_t line : read_names(field, names, {})) lines.emplace_back(line);
  if (field.as<Node::List>()->empty()) field.fault("expected at least one line, got none");
  return lines;
}

// Who orders from afar is not taken, so he neither loses his patience nor minds the line.
void check_comes_after(const Object& object) {
  for (const std::string_view key : {"patience", "balk_at"}) {
    if (object.has(key)) {
      object.fault_at_key(key, "is not allowed next to comes_after; who orders from afar is in no line; remove it");
    }
  }
}

}  // namespace

model::TargetSpec read_target(const Field& field) {
  const Object target(field, {"target", target_keys});
  model::TargetSpec spec;
  const auto total_time = target.require("total_time", "a target needs the time to be served within");
  if (total_time) spec.total_time = read_duration(*total_time);
  if (const auto fraction = target.find("fraction")) spec.fraction = read_fraction(*fraction);
  return spec;
}

model::CustomerSpec read_customer(const Object& object, const Names& lines) {
  model::CustomerSpec spec;
  if (const auto target = object.find("target")) spec.target = read_target(*target);
  if (const auto priority = object.find("priority")) spec.priority = read_integer(*priority);
  if (const auto patience = object.find("patience")) spec.patience = read_task_time(*patience);
  if (const auto balk_at = object.find("balk_at")) spec.balk_at = read_whole_number(*balk_at);
  if (const auto line = object.find("line")) spec.lines = read_customer_lines(*line, lines);
  if (const auto comes_after = object.find("comes_after")) {
    spec.comes_after = read_task_time(*comes_after);
    check_comes_after(object);
  }
  return spec;
}

void check_weights(const std::vector<double>& weights, const Field& list) {
  const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
  if (sum == 0) list.fault("expected a weight above 0 among them");
  if (std::isinf(sum)) list.fault("expected weights of at most 1.7976931348623157e308 together");
}

std::vector<model::OrderedItem> read_ordered_items(const Field& field, const Menu& menu) {
  std::vector<model::OrderedItem> items;
  for (const Field& element : elements(field, "a list of items", Elements::values))
    items.push_back(read_ordered_item(element, menu));
  return items;
}

model::MixSpec read_mix(const Field& field, const Menu& menu) {
  std::vector<model::MixEntry> entries;
  std::vector<double> weights;
  const std::size_t errors = field.faults().errors();
  for (const Field& element : elements(field, "a list of orders with weights")) {
    const Object object(element, {"mix_entry", mix_entry_keys});
    model::MixEntry& entry = entries.emplace_back();
    if (const auto weight = object.require("weight", "an entry of a mix needs a weight")) {
      entry.weight = read_number(*weight);
    }
    const auto items = object.require("items", "an entry of a mix needs items; write [] for none");
    if (items) entry.items = read_ordered_items(*items, menu);
    weights.push_back(entry.weight);
  }
  if (field.faults().errors() != errors) return {};
  if (entries.empty()) {
    field.fault("expected at least one order, got none");
    return {};
  }
  check_weights(weights, field);
  return model::MixSpec(std::move(entries));
}

model::OrderSpec read_order_but_items(const Object& order, std::size_t number, const CustomersContext& context) {
  model::OrderSpec spec{.customer = fmt::format("order {}", number)};
  if (const auto customer = order.find("customer")) spec.customer = read_text(*customer);
  if (const auto at = order.find("at")) spec.at = read_instant(*at, context.clock).value_or(Instant{});
  spec.who = read_customer(order, context.lines);
  return spec;
}

std::vector<model::OrderSpec> read_orders(const Field& field, const CustomersContext& context) {
  const auto* name = field.as<std::string>();
  if (name != nullptr && is_csv_name(*name)) return read_orders_of_file(field, context);
  std::vector<model::OrderSpec> orders;
  for (const Field& element : elements(field, "a list of orders, or the name of a file that ends in .csv")) {
    orders.push_back(read_order(Object(element, {"order", order_keys}), orders.size() + 1, context));
  }
  return orders;
}

}  // namespace fastfood::scenario
