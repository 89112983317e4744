#pragma once

#include <cstddef>
#include <string_view>

#include "sim/scenario/tokens.hpp"

namespace sim::scenario {

/// The text without the blanks around it.
inline std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace sim::scenario
