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

namespace {

/// The name of the stop with this number among those of all lines.
std::string stop_name(const CounterSpec& spec, std::size_t number) {
  for (const LineSpec& line : spec.lines) {
    if (number < line.stops.size()) {
      return line.name + "." + line.stops[number].name;
    }
    number -= line.stops.size();
  }
  return "";
}

/// The name of what stands at this index of a list that ends with all stops.
template <class Listed>
std::string name_in(const CounterSpec& spec, const std::vector<Listed>& list, std::size_t index) {
  return index < list.size() ? list[index].name : stop_name(spec, index - list.size());
}

}  // namespace

std::size_t stop_number(const CounterSpec& spec, LineId line, std::size_t stop) {
  for (std::size_t i = 0; i != line.index(); ++i) {
    stop += spec.lines[i].stops.size();
  }
  return stop;
}

std::optional<std::string> place_name(const CounterSpec& spec, const WhyKey& key) {
  if (!key.where) {
    return std::nullopt;
  }
  switch (key.phase) {
    case WhyPhase::line:
      return spec.lines.empty() ? "line" : spec.lines[*key.where].name;
    case WhyPhase::preparing:
      return name_in(spec, spec.stations, *key.where);
    default:
      return name_in(spec, spec.servers, *key.where);
  }
}

}  // namespace fastfood::model
