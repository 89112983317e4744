#include "sim/scenario/lint/minimum_service_time.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/distribution_support.hpp"

namespace fastfood::scenario {
namespace {

constexpr Duration most = std::chrono::hours(100 * 8766);

Duration plus(Duration left, Duration right) { return std::min(most, left + right); }

Duration times(std::int64_t count, Duration each) {
  const bool too_much = each > Duration{} && count > most / each;
  return too_much ? most : std::min(most, each * count);
}

// At a tray a portion may be ready.
Duration quickest_step(const model::RecipeStep& step, const model::CounterSpec& counter) {
  const bool at_tray = step.station && counter.stations[step.station->index()].batch;
  return at_tray ? Duration{} : min_of(step.time);
}

Duration quickest_item(const model::ItemSpec& item, const model::CounterSpec& counter) {
  Duration sum{};
  for (const model::RecipeStep& step : item.steps) sum = plus(sum, quickest_step(step, counter));
  return sum;
}

// Of what is certain to be in the order.
Duration quickest_order(const std::vector<model::OrderedItem>& items, const model::ServerGroupSpec& group,
                        const model::CounterSpec& counter) {
  Duration in_turn{};
  Duration together{};
  std::int64_t certain = 0;
  for (const model::OrderedItem& ordered : items) {
    if (ordered.chance < 1) continue;
    const Duration item = quickest_item(counter.menu[ordered.item.index()], counter);
    in_turn = plus(in_turn, times(ordered.count, item));
    together = std::max(together, item);
    certain += ordered.count;
  }
  const Duration prepared = group.mode == model::Mode::sequential ? in_turn : together;
  const Duration taken = plus(min_of(group.order_time), times(certain, min_of(group.time_per_item)));
  return plus(plus(taken, prepared), min_of(group.handover_time));
}

// Each list of items that somebody who comes may order.
std::vector<const std::vector<model::OrderedItem>*> orders_of(const model::CounterSpec& counter) {
  std::vector<const std::vector<model::OrderedItem>*> orders;
  for (const model::OrderSpec& order : counter.orders) {
    if (comes(order, counter)) orders.push_back(&order.items);
  }
  for (const model::StreamSpec& stream : counter.arrivals) {
    if (brings_nobody(stream, counter)) continue;
    for (const model::MixEntry& entry : stream.items.entries) {
      if (entry.weight > 0) orders.push_back(&entry.items);
    }
  }
  return orders;
}

}  // namespace

std::optional<Duration> minimum_service_time(const model::CounterSpec& counter) {
  std::vector<model::ServerGroupSpec> groups = counter.servers;
  if (groups.empty()) groups.push_back({.count = std::nullopt});
  std::optional<Duration> quickest;
  for (const model::ServerGroupSpec& group : groups) {
    if (group.count && group.count->highest() == 0) continue;
    for (const auto* items : orders_of(counter)) {
      const Duration time = quickest_order(*items, group, counter);
      quickest = std::min(quickest.value_or(time), time);
    }
  }
  return quickest;
}

}  // namespace fastfood::scenario
