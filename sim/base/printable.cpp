#include "sim/base/printable.hpp"

#include <cstddef>

#include "sim/base/utf8.hpp"

namespace fastfood {
namespace {

bool is_between(char32_t character, char32_t first, char32_t last) { return character >= first && character <= last; }

bool is_control(char32_t character) { return character < 0x20 || is_between(character, 0x7F, 0x9F); }

/// Unicode's Bidi_Control.
bool changes_direction(char32_t character) {
  return character == 0x061C || is_between(character, 0x200E, 0x200F) || is_between(character, 0x202A, 0x202E) ||
         is_between(character, 0x2066, 0x2069);
}

bool separates_lines(char32_t character) { return is_between(character, 0x2028, 0x2029); }

bool is_shown(char32_t character) {
  return !is_control(character) && !changes_direction(character) && !separates_lines(character);
}

/// Returns the last `count` hexadecimal digits of a number.
std::string hexadecimal(char32_t number, std::size_t count) {
  std::string text(count, '0');
  for (std::size_t index = count; index > 0; --index, number /= 16) {
    text[index - 1] = "0123456789abcdef"[number % 16];
  }
  return text;
}

std::string escaped(char32_t character) {
  switch (character) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      return "\\u" + hexadecimal(character, 4);
  }
}

std::string escape_unless(std::string_view text, bool keep_line_feeds) {
  std::string shown;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::string_view character = text.substr(0, length);
    const char32_t number = length == 0 ? U'\0' : code_point(character);
    if (length == 0) {
      shown += "\\x" + hexadecimal(static_cast<unsigned char>(text.front()), 2);
    } else if (is_shown(number) || (keep_line_feeds && number == U'\n')) {
      shown += character;
    } else {
      shown += escaped(number);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return shown;
}

}  // namespace

std::string printable(std::string_view text) { return escape_unless(text, false); }

std::string printable_lines(std::string_view text) { return escape_unless(text, true); }

bool is_printable(std::string_view character) {
  return utf8_length(character) == character.size() && (character.empty() || is_shown(code_point(character)));
}

std::string quoted(std::string_view name) { return "'" + printable(name) + "'"; }

}  // namespace fastfood
