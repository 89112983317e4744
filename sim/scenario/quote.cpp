#include "sim/scenario/quote.hpp"

#include <fmt/format.h>

#include "sim/scenario/tokens.hpp"

namespace sim::scenario {
namespace {

std::string escaped(std::string_view character) {
  const auto byte = static_cast<unsigned char>(character.front());
  if (byte == '\n') return "\\n";
  if (byte == '\r') return "\\r";
  if (byte == '\t') return "\\t";
  if (byte < 0x20 || byte == 0x7f) return fmt::format("\\u{:04x}", static_cast<unsigned>(byte));
  return std::string(character);
}

std::string escaped_in_quotes(std::string_view character) {
  if (character == "\"" || character == "\\") return fmt::format("\\{}", character);
  return escaped(character);
}

template <class Escape>
std::string on_one_line(std::string_view text, std::size_t longest, Escape escape) {
  std::string line;
  for (std::size_t characters = 0; !text.empty(); ++characters) {
    if (characters == longest) return line + "…";
    const std::size_t length = utf8_length(text);
    line += length == 0 ? fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()))
                        : escape(text.substr(0, length));
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return line;
}

}  // namespace

std::string printable(std::string_view text, std::size_t longest) { return on_one_line(text, longest, escaped); }

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 40;
  return fmt::format("\"{}\"", on_one_line(text, longest, escaped_in_quotes));
}

}  // namespace sim::scenario
