#include "sim/scenario/lint/lint_menu.hpp"

#include <cstddef>
#include <vector>

#include "sim/scenario/lint/distribution_support.hpp"

namespace fastfood::scenario {
namespace {

void mark_ordered(const std::vector<model::OrderedItem>& items, std::vector<bool>& ordered) {
  for (const model::OrderedItem& item : items) ordered[item.item.index()] = true;
}

std::vector<bool> find_ordered_items(const model::CounterSpec& counter) {
  std::vector<bool> ordered(counter.menu.size());
  for (const model::OrderSpec& order : counter.orders) mark_ordered(order.items, ordered);
  for (const model::StreamSpec& stream : counter.arrivals) {
    for (const model::MixEntry& entry : stream.items.entries) mark_ordered(entry.items, ordered);
  }
  return ordered;
}

// The only step of an item may do nothing: the item may have a price, or take time to order.
void lint_recipe_steps(const Field& steps, const model::ItemSpec& item) {
  for (std::size_t i = 0; i != item.steps.size() && item.steps.size() > 1; ++i) {
    const bool takes_time = max_of(item.steps[i].time) != Duration{};
    if (!item.steps[i].station && !takes_time) {
      steps.element(i).warning("takes no time and needs no station; remove it");
    }
  }
}

}  // namespace

void lint_menu(const Field& scenario, const model::CounterSpec& counter) {
  const auto items = named_fields(*scenario.find("menu"));
  const std::vector<bool> ordered = find_ordered_items(counter);
  const bool has_customers = !counter.orders.empty() || !counter.arrivals.empty();
  for (std::size_t i = 0; i != items.size(); ++i) {
    const auto& [name, name_at, item] = items[i];
    if (has_customers && !ordered[i]) item.faults().warning(name_at, item.path(), "nobody orders it");
    if (const auto steps = item.find("steps")) lint_recipe_steps(*steps, counter.menu[i]);
  }
}

}  // namespace fastfood::scenario
