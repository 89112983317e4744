#include "sim/scenario/lint/minimum_service_time.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/scenario/lint/arrival_bounds.hpp"
#include "sim/scenario/lint/distribution_support.hpp"
#include "sim/scenario/lint/service.hpp"

namespace fastfood::scenario {
namespace {

constexpr Duration max_time = std::chrono::hours(100 * 8766);

Duration capped_sum(Duration left, Duration right) { return std::min(max_time, left + right); }

Duration capped_product(std::int64_t count, Duration each) {
  const bool too_much = each > Duration{} && count > max_time / each;
  return too_much ? max_time : std::min(max_time, each * count);
}

// A step at a station with a batch takes no time if a portion is ready.
Duration minimum_step_time(const model::RecipeStep& step, const model::CounterSpec& counter) {
  const bool at_tray = step.station && counter.stations[step.station->index()].batch;
  return at_tray ? Duration{} : min_of(step.time);
}

Duration minimum_item_time(const model::ItemSpec& item, const model::CounterSpec& counter) {
  Duration sum{};
  for (const model::RecipeStep& step : item.steps) sum = capped_sum(sum, minimum_step_time(step, counter));
  return sum;
}

// Counts only the items that are certain to be in the order.
Duration minimum_order_time(const std::vector<model::OrderedItem>& items, const model::ServerGroupSpec& group,
                            const model::CounterSpec& counter) {
  Duration in_turn{};
  Duration together{};
  std::int64_t certain = 0;
  for (const model::OrderedItem& ordered : items) {
    if (ordered.chance < 1) continue;
    const Duration item = minimum_item_time(counter.menu[ordered.item.index()], counter);
    in_turn = capped_sum(in_turn, capped_product(ordered.count, item));
    together = std::max(together, item);
    certain += ordered.count;
  }
  const Duration prepared = group.mode == model::Mode::sequential ? in_turn : together;
  const Duration taken = capped_sum(min_of(group.order_time), capped_product(certain, min_of(group.time_per_item)));
  return capped_sum(capped_sum(taken, prepared), min_of(group.handover_time));
}

// Returns how customers of a line are served: by each group that takes from it, or by themselves at a kiosk, and then
// handed over by the people of a stop where there are any.
std::vector<model::ServerGroupSpec> ways_of_service(model::LineId id, const model::CounterSpec& counter) {
  const model::LineSpec& line = line_at(id, counter);
  std::vector<model::ServerGroupSpec> ways;
  for (const model::ServerGroupSpec& group : counter.servers) {
    if (group.takes_from(id)) ways.push_back(group);
  }
  if (ways.empty()) ways.push_back({.count = std::nullopt});
  const model::StopSpec* stop = handover_stop(line);
  for (model::ServerGroupSpec& way : ways) {
    if (stop != nullptr) way.handover_time = counter.servers[stop->by->index()].handover_time;
    if (!has_kiosk(line)) continue;
    way.order_time = *line.stops[line.order_stop()].time;
    way.time_per_item = {};
    way.mode = model::Mode::async;
  }
  return ways;
}

// Returns the minimum over the lines that these customers may join, for any server. It is 0 for an order from afar,
// which may be ready when they come.
std::optional<Duration> minimum_time(const std::vector<model::OrderedItem>& items, const model::CustomerSpec& who,
                                     const model::CounterSpec& counter) {
  if (who.comes_after) return Duration{};
  std::optional<Duration> minimum;
  for (const model::LineId line : who.lines.empty() ? std::vector{model::LineId{}} : who.lines) {
    for (const model::ServerGroupSpec& group : ways_of_service(line, counter)) {
      if (group.count && group.count->highest() == 0) continue;
      minimum = shorter(minimum, minimum_order_time(items, group, counter));
    }
  }
  return minimum;
}

}  // namespace

std::optional<Duration> minimum_service_time(const model::OrderSpec& order, const model::CounterSpec& counter) {
  return arrives_in_time(order, counter) ? minimum_time(order.items, order.who, counter) : std::nullopt;
}

std::optional<Duration> minimum_service_time(const model::StreamSpec& stream, const model::CounterSpec& counter) {
  if (has_no_customers(stream, counter)) return std::nullopt;
  std::optional<Duration> minimum;
  for (const model::MixEntry& entry : stream.items.entries) {
    if (entry.weight == 0) continue;
    minimum = shorter(minimum, minimum_time(entry.items, stream.who, counter));
  }
  return minimum;
}

std::optional<Duration> minimum_service_time(const model::CounterSpec& counter) {
  std::optional<Duration> minimum;
  const auto add = [&](const auto& customers) { minimum = shorter(minimum, minimum_service_time(customers, counter)); };
  std::ranges::for_each(counter.orders, add);
  std::ranges::for_each(counter.arrivals, add);
  return minimum;
}

}  // namespace fastfood::scenario
