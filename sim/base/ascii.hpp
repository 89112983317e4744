#pragma once

namespace fastfood {

/// The small letter of one of the capitals A to Z; any other character as it is, whatever the locale.
constexpr char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace fastfood
