#include "sim/report/text_table.hpp"

#include <algorithm>
#include <cstddef>

#include "sim/report/utf8.hpp"

namespace sim::report {
namespace {

/// The next character of `text`, taken off its front and made fit for one line.
std::string_view take_character(std::string_view& text) {
  const std::size_t length = utf8_length(text);
  std::string_view character = length == 0 ? replacement_character : text.substr(0, length);
  if (length == 1 && (static_cast<unsigned char>(text.front()) < 0x20 || text.front() == 0x7F)) {
    character = " ";
  }
  text.remove_prefix(std::max<std::size_t>(length, 1));
  return character;
}

std::size_t width(std::string_view text) {
  std::size_t characters = 0;
  for (; !text.empty(); ++characters) {
    take_character(text);
  }
  return characters;
}

std::size_t widest(const TextTable& table, std::size_t column) {
  std::size_t most = 0;
  for (const auto& row : table) {
    most = std::max(most, width(row[column]));
  }
  return most;
}

}  // namespace

std::string lay_out(const TextTable& table) {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; !table.empty() && column < table.front().size(); ++column) {
    widths.push_back(widest(table, column));
  }
  std::string text;
  for (const auto& row : table) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::string blanks(widths[column] - width(row[column]), ' ');
      text += column == 0 ? row[column] + blanks : "  " + blanks + row[column];
    }
    text += '\n';
  }
  return text;
}

std::string clipped(std::string_view text, std::size_t columns) {
  const bool whole = width(text) <= columns;
  std::string kept;
  for (std::size_t left = whole ? columns : columns - 2; left > 0 && !text.empty(); --left) {
    kept += take_character(text);
  }
  return whole ? kept : kept + "..";
}

}  // namespace sim::report
