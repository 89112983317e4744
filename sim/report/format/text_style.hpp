#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace fastfood::report {

/// How text for people is laid out: the number of columns of a line, and whether it has colours.
struct TextStyle {
  std::size_t width = 80;
  bool color = false;
};

enum class Color { red, green, yellow };

/// Every escape sequence that `paint` writes. No other text of a report contains the escape character.
inline constexpr std::string_view end_of_color = "\x1b[0m";
inline constexpr std::array<std::string_view, 4> color_sequences{"\x1b[31m", "\x1b[32m", "\x1b[33m", end_of_color};

/// Returns the length of the colour sequence that `text` begins with, or 0.
constexpr std::size_t color_sequence_length(std::string_view text) {
  for (const std::string_view sequence : color_sequences) {
    if (text.starts_with(sequence)) {
      return sequence.size();
    }
  }
  return 0;
}

/// Returns `text` in a colour, or as it is if the style has no colours.
inline std::string paint(const TextStyle& style, Color color, std::string_view text) {
  if (!style.color) {
    return std::string{text};
  }
  const std::string_view begin = color_sequences.at(static_cast<std::size_t>(color));
  return std::string{begin}.append(text).append(end_of_color);
}

}  // namespace fastfood::report
