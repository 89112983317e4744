#include "sim/model/results/why.hpp"

#include <array>

namespace fastfood::model {

std::string_view name_of(WhyPhase phase) {
  constexpr std::array<std::string_view, why_phases> names{"line", "ordering", "preparing", "ready", "handing over"};
  return names[static_cast<std::size_t>(phase)];
}

std::string_view name_of(WhyCause cause) {
  constexpr std::array<std::string_view, why_causes> names{
      "off duty", "overtaken", "ordering", "handing over", "preparing", "busy", "repair", "closed", "cooking", "work"};
  return names[static_cast<std::size_t>(cause)];
}

std::optional<std::string> place_name(const CounterSpec& spec, const WhyKey& key) {
  if (!key.where) {
    return std::nullopt;
  }
  switch (key.phase) {
    case WhyPhase::line:
      return "line";
    case WhyPhase::preparing:
      return spec.stations[*key.where].name;
    default:
      return spec.servers[*key.where].name;
  }
}

}  // namespace fastfood::model
