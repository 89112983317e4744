#include "sim/base/quoted.hpp"

namespace sim {

std::string without_control_characters(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string line;
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte >= 0x20 && byte != 0x7f) {
      line += character;
    } else if (character == '\n') {
      line += "\\n";
    } else if (character == '\r') {
      line += "\\r";
    } else if (character == '\t') {
      line += "\\t";
    } else {
      line += {'\\', 'u', '0', '0', digits[byte / 16], digits[byte % 16]};
    }
  }
  return line;
}

std::string quoted(std::string_view name) {
  std::string text = "'";
  text += without_control_characters(name);
  text += '\'';
  return text;
}

}  // namespace sim
