#pragma once

namespace fastfood {

/// Returns the lower-case letter for A to Z, and any other character unchanged, in every locale.
constexpr char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

constexpr bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

}  // namespace fastfood
