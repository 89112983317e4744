#include "sim/model/run/randomness.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace fastfood::model {

namespace {

bool is_random(const random::Distribution& time) { return !std::holds_alternative<random::Constant>(time); }

bool is_random(const std::optional<random::Distribution>& time) { return time && is_random(*time); }

bool is_random(const CustomerSpec& who) { return is_random(who.patience) || is_random(who.comes_after); }

bool is_random(const std::vector<OrderedItem>& items) {
  return std::ranges::any_of(items, [](const OrderedItem& it) { return it.chance > 0 && it.chance < 1; });
}

bool is_random(const ItemSpec& item) {
  return std::ranges::any_of(item.steps, [](const RecipeStep& it) { return is_random(it.time); });
}

bool is_random(const StationSpec& station) {
  return (station.batch && is_random(station.batch->time)) ||
         (station.breakdown && (is_random(station.breakdown->time_between) || is_random(station.breakdown->repair)));
}

bool is_random(const ServerGroupSpec& group) {
  return is_random(group.order_time) || is_random(group.time_per_item) || is_random(group.handover_time);
}

bool is_random(const LineSpec& line) {
  return std::ranges::any_of(line.stops, [](const StopSpec& stop) { return is_random(stop.time); });
}

bool is_random(const OrderSpec& order) { return is_random(order.items) || is_random(order.who); }

bool is_random(const StreamSpec& stream) {
  const auto* gap = std::get_if<random::Distribution>(&stream.when);
  const auto& mix = stream.items.entries;
  return std::holds_alternative<PoissonSpec>(stream.when) || (gap != nullptr && is_random(*gap)) || mix.size() > 1 ||
         std::ranges::any_of(mix, [](const MixEntry& it) { return is_random(it.items); }) || is_random(stream.who);
}

template <class Part>
bool any_is_random(const std::vector<Part>& parts) {
  return std::ranges::any_of(parts, [](const Part& it) { return is_random(it); });
}

}  // namespace

bool is_random(const CounterSpec& spec) {
  return any_is_random(spec.menu) || any_is_random(spec.stations) || any_is_random(spec.servers) ||
         any_is_random(spec.lines) || any_is_random(spec.orders) || any_is_random(spec.arrivals);
}

}  // namespace fastfood::model
