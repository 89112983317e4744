#include "sim/model/results/why.hpp"

#include <array>

namespace fastfood::model {

std::string_view name_of(WhyPhase phase) {
  constexpr std::array<std::string_view, why_phases> names{"line", "ordering", "preparing", "ready", "handing over"};
  return names[static_cast<std::size_t>(phase)];
}

std::string_view name_of(WhyCause cause) {
  constexpr std::array<std::string_view, why_causes> names{
      "off duty", "overtaken", "ordering", "handing over", "working", "preparing", "no place",
      "busy",     "repair",    "closed",   "nobody",       "cooking", "blocked",   "work"};
  return names[static_cast<std::size_t>(cause)];
}

std::size_t stop_number(const CounterSpec& spec, LineId line, std::size_t stop) {
  for (std::size_t i = 0; i != line.index(); ++i) {
    stop += spec.lines[i].stops.size();
  }
  return stop;
}

std::optional<StopPlace> stop_of(const CounterSpec& spec, const WhyKey& key) {
  const std::size_t others = key.phase == WhyPhase::preparing ? spec.stations.size() : spec.servers.size();
  if (!key.where || key.phase == WhyPhase::line || *key.where < others) {
    return std::nullopt;
  }
  std::size_t number = *key.where - others;
  for (const LineSpec& line : spec.lines) {
    if (number < line.stops.size()) {
      return StopPlace{&line, &line.stops[number]};
    }
    number -= line.stops.size();
  }
  return std::nullopt;
}

std::optional<std::string> place_name(const CounterSpec& spec, const WhyKey& key) {
  if (!key.where) {
    return std::nullopt;
  }
  if (const auto at = stop_of(spec, key)) {
    return at->line->name + "." + at->stop->name;
  }
  switch (key.phase) {
    case WhyPhase::line:
      return spec.lines.empty() ? "line" : spec.lines[*key.where].name;
    case WhyPhase::preparing:
      return spec.stations[*key.where].name;
    default:
      return spec.servers[*key.where].name;
  }
}

}  // namespace fastfood::model
