#include "sim/base/utf8.hpp"

namespace fastfood {
namespace {

unsigned byte_of(std::string_view text, std::size_t index) {
  return index < text.size() ? static_cast<unsigned char>(text[index]) : 0;
}

bool is_byte_between(unsigned byte, unsigned min, unsigned max) { return byte >= min && byte <= max; }

/// The bounds of the second byte exclude overlong forms, surrogates, and code points beyond U+10FFFF.
bool second_fits(unsigned first, unsigned second) {
  const unsigned min = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned max = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  return is_byte_between(second, min, max);
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  const unsigned first = byte_of(text, 0);
  if (first < 0x80) {
    return text.empty() ? 0 : 1;
  }
  if (!is_byte_between(first, 0xC2, 0xF4) || !second_fits(first, byte_of(text, 1))) {
    return 0;
  }
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  for (std::size_t index = 2; index < length; ++index) {
    if (!is_byte_between(byte_of(text, index), 0x80, 0xBF)) {
      return 0;
    }
  }
  return length;
}

char32_t code_point(std::string_view character) {
  constexpr unsigned payload_of_first[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t number = byte_of(character, 0) & payload_of_first[character.size()];
  for (std::size_t index = 1; index < character.size(); ++index) {
    number = number << 6U | (byte_of(character, index) & 0x3FU);
  }
  return number;
}

}  // namespace fastfood
