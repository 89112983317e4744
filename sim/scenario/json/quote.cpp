#include "sim/scenario/json/quote.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/printable.hpp"
#include "sim/base/utf8.hpp"

namespace fastfood::scenario {
namespace {

std::string escaped_in_quotes(std::string_view character) {
  if (character == "\"" || character == "\\") return fmt::format("\\{}", character);
  return fastfood::printable(character);
}

template <class Escape>
std::string excerpt_with(std::string_view text, std::size_t max_length, Escape escape) {
  std::string line;
  for (std::size_t characters = 0; !text.empty(); ++characters) {
    if (characters == max_length) return line + "…";
    const std::size_t bytes = std::max<std::size_t>(utf8_length(text), 1);
    line += escape(text.substr(0, bytes));
    text.remove_prefix(bytes);
  }
  return line;
}

}  // namespace

std::string excerpt(std::string_view text, std::size_t max_length) {
  return excerpt_with(text, max_length, fastfood::printable);
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t max_length = 40;
  return fmt::format("\"{}\"", excerpt_with(text, max_length, escaped_in_quotes));
}

int single_quotes_around(std::string_view text) {
  if (text.empty()) return 0;
  return (text.front() == '\'' ? 1 : 0) + (text.size() > 1 && text.back() == '\'' ? 1 : 0);
}

}  // namespace fastfood::scenario
