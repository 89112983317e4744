#pragma once

#include <cstddef>
#include <string_view>

#include "sim/scenario/tokens.hpp"

namespace sim::experiment {

/// The text without the blanks around it.
inline std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(scenario::blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(scenario::blanks) - first + 1);
}

}  // namespace sim::experiment
