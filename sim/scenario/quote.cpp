#include "sim/scenario/quote.hpp"

#include <fmt/format.h>

#include "sim/base/quoted.hpp"
#include "sim/scenario/tokens.hpp"

namespace sim::scenario {
namespace {

std::string escaped_in_quotes(std::string_view character) {
  if (character == "\"" || character == "\\") return fmt::format("\\{}", character);
  return without_control_characters(character);
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

std::string printable(std::string_view text, std::size_t longest) {
  return on_one_line(text, longest, without_control_characters);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t longest = 40;
  return fmt::format("\"{}\"", on_one_line(text, longest, escaped_in_quotes));
}

}  // namespace sim::scenario
