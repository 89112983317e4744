#include "sim/model/order_mix.hpp"

#include <algorithm>

#include "sim/random/distribution.hpp"

namespace fastfood::model {

namespace {

random::Draws draws_of(const Customer& customer, std::uint32_t detail) {
  return customer.streams->of(Purpose::items).draws(customer.number, detail);
}

bool is_certain(const std::vector<OrderedItem>& order) {
  return std::ranges::all_of(order, [](const OrderedItem& it) { return it.chance == 1; });
}

/// Returns each item of the order for which `is_drawn(chance, slot)`.
template <class IsDrawn>
std::vector<LineItem> select_items(const std::vector<OrderedItem>& order, IsDrawn is_drawn) {
  std::vector<LineItem> selected;
  selected.reserve(order.size());
  std::uint32_t slot = 0;
  for (const OrderedItem& ordered : order) {
    for (std::int64_t i = 0; i != ordered.count; ++i, ++slot) {
      if (is_drawn(ordered.chance, slot)) {
        selected.push_back({ordered.item, slot});
      }
    }
  }
  return selected;
}

}  // namespace

std::string name_of(const CounterSpec& spec, const Customer& customer) {
  if (!customer.stream) {
    return spec.orders[customer.number - 1].customer;
  }
  return spec.arrivals[customer.stream->index()].name + " " + std::to_string(customer.number);
}

std::vector<LineItem> draw_items(const std::vector<OrderedItem>& order, const Customer& customer) {
  return select_items(order, [&customer](double chance, std::uint32_t slot) {
    return chance == 1 || draws_of(customer, 1 + slot).uniform() < chance;
  });
}

OrderMix::OrderMix(const MixSpec& mix) : spec_(mix) {
  for (const MixEntry& entry : mix.entries) {
    weights_.push_back(entry.weight);
  }
  if (mix.entries.size() == 1 && is_certain(mix.entries.front().items)) {
    fixed_items_ = select_items(mix.entries.front().items, [](double, std::uint32_t) { return true; });
  }
}

const MixEntry& OrderMix::entry_of(const Customer& customer) const {
  if (spec_.entries.size() == 1) {
    return spec_.entries.front();
  }
  random::Draws draws = draws_of(customer, 0);
  return spec_.entries[random::sample_index(weights_, draws)];
}

void OrderMix::assign_items(Customer& customer) const {
  if (fixed_items_) {
    customer.items = *fixed_items_;
  } else {
    customer.own_items = draw_items(entry_of(customer).items, customer);
    customer.items = customer.own_items;
  }
}

}  // namespace fastfood::model
