#pragma once

namespace fastfood {

/// Returns the lower-case letter for A to Z, and any other character unchanged, in every locale.
constexpr char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace fastfood
