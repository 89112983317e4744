#include "sim/scenario/lint/service.hpp"

#include <algorithm>

namespace fastfood::scenario {

std::size_t number_of_lines(const model::CounterSpec& counter) {
  return std::max<std::size_t>(counter.lines.size(), 1);
}

const model::LineSpec& line_at(model::LineId id, const model::CounterSpec& counter) {
  static const model::LineSpec only_line;
  return counter.lines.empty() ? only_line : counter.lines[id.index()];
}

std::vector<model::LineId> lines_joined_by(const model::CustomerSpec& who) {
  return who.lines.empty() ? std::vector{model::LineId(0)} : who.lines;
}

std::vector<LineUse> line_uses(const model::CounterSpec& counter) {
  std::vector<LineUse> uses(number_of_lines(counter));
  const auto count = [&](const model::CustomerSpec& who) {
    for (const model::LineId line : lines_joined_by(who)) {
      (who.comes_after ? uses[line.index()].from_afar : uses[line.index()].there) = true;
    }
  };
  for (const model::OrderSpec& order : counter.orders) count(order.who);
  for (const model::StreamSpec& stream : counter.arrivals) count(stream.who);
  return uses;
}

bool is_ever_there(const model::ServerGroupSpec& group) { return !group.count || group.count->highest() > 0; }

bool has_kiosk(const model::LineSpec& line) { return std::ranges::any_of(line.stops, &model::StopSpec::is_kiosk); }

const model::StopSpec* handover_stop(const model::LineSpec& line) {
  if (line.stops.empty()) return nullptr;
  const model::StopSpec& stop = line.stops[line.collect_stop()];
  return stop.by ? &stop : nullptr;
}

bool serves_line(const model::ServerGroupSpec& group, model::LineId id, const LineUse& use,
                 const model::CounterSpec& counter) {
  if (!use.is_joined() || !group.takes_from(id)) return false;
  const model::LineSpec& line = line_at(id, counter);
  const bool takes = use.there && !has_kiosk(line);
  return takes || handover_stop(line) == nullptr;
}

bool can_order_at_once(model::LineId id, const model::CounterSpec& counter) {
  const auto always_takes = [&](const model::ServerGroupSpec& group) { return !group.count && group.takes_from(id); };
  const bool is_taken = counter.servers.empty() || std::ranges::any_of(counter.servers, always_takes);
  const model::LineSpec& line = line_at(id, counter);
  if (line.stops.empty()) return is_taken;
  const model::StopSpec& first = line.stops.front();
  return first.is_order() && !first.places && (first.is_kiosk() || is_taken);
}

std::vector<model::GroupId> workers_at(model::StationId station, const model::CounterSpec& counter) {
  std::vector<model::GroupId> groups;
  for (std::size_t i = 0; i != counter.servers.size(); ++i) {
    const auto& stations = counter.servers[i].works_at;
    if (std::ranges::find(stations, station) != stations.end()) groups.emplace_back(i);
  }
  return groups;
}

std::optional<Instant> end_of_duty(const std::vector<model::GroupId>& groups, const model::CounterSpec& counter) {
  Instant last{};
  for (const model::GroupId id : groups) {
    const auto& count = counter.servers[id.index()].count;
    if (!count || count->steps.back().value > 0) return std::nullopt;
    last = std::max(last, count->steps.back().from);
  }
  return last;
}

bool is_at_a_stop(model::GroupId id, const model::CounterSpec& counter) {
  return std::ranges::any_of(counter.lines, [&](const model::LineSpec& line) {
    return std::ranges::any_of(line.stops, [&](const model::StopSpec& stop) { return stop.by == id; });
  });
}

}  // namespace fastfood::scenario
