#include "sim/report/format/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <sstream>
#include <utility>

#include "sim/base/printable.hpp"
#include "sim/base/utf8.hpp"

namespace fastfood::report {
namespace {

/// Removes the first character of `text` and returns it. Returns a blank if it is not printable.
std::string_view take_character(std::string_view& text) {
  const std::size_t length = utf8_length(text);
  std::string_view character = length == 0 ? replacement_character : text.substr(0, length);
  if (!is_printable(character)) {
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

std::vector<std::size_t> widths_of(const TextTable& table) {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; !table.empty() && column < table.front().size(); ++column) {
    widths.push_back(widest(table, column));
  }
  return widths;
}

void drop_column(TextTable& table, std::string_view heading) {
  const auto found = std::find(table.front().begin(), table.front().end(), heading);
  const auto column = found - table.front().begin();
  if (found != table.front().end()) {
    for (auto& row : table) {
      row.erase(row.begin() + column);
    }
  }
}

/// Wraps a heading at blanks into lines as wide as the column or the longest word.
std::vector<std::string> lines_of(const std::string& heading, std::size_t column_width) {
  std::istringstream stream{heading};
  const std::vector<std::string> words{std::istream_iterator<std::string>{stream}, {}};
  for (const std::string& word : words) {
    column_width = std::max(column_width, width(word));
  }
  std::vector<std::string> lines{""};
  for (const std::string& word : words) {
    if (!lines.back().empty() && width(lines.back()) + 1 + width(word) > column_width) {
      lines.emplace_back();
    }
    lines.back() += lines.back().empty() ? word : " " + word;
  }
  return lines;
}

}  // namespace

std::size_t width_of(const TextTable& table) {
  const std::vector<std::size_t> widths = widths_of(table);
  const std::size_t blanks = widths.empty() ? 0 : 2 * (widths.size() - 1);
  return std::accumulate(widths.begin(), widths.end(), blanks);
}

bool fits(const TextTable& table) { return width_of(table) <= line_width; }

TextTable fitted(TextTable table, const std::vector<std::string_view>& expendable) {
  for (const std::string_view heading : expendable) {
    if (fits(table)) {
      break;
    }
    drop_column(table, heading);
  }
  return table;
}

StackedTable stacked(TextTable table) {
  const std::vector<std::string> headings = table.front();
  table.erase(table.begin());
  std::vector<std::vector<std::string>> lines;
  std::size_t most = 1;
  for (std::size_t column = 0; column < headings.size(); ++column) {
    lines.push_back(lines_of(headings[column], widest(table, column)));
    most = std::max(most, lines.back().size());
  }
  TextTable above(most, std::vector<std::string>(headings.size()));
  for (std::size_t column = 0; column < headings.size(); ++column) {
    const std::size_t first = most - lines[column].size();
    for (std::size_t line = 0; line < lines[column].size(); ++line) {
      above[first + line][column] = lines[column][line];
    }
  }
  table.insert(table.begin(), above.begin(), above.end());
  return {std::move(table), most};
}

std::string lay_out(const TextTable& table) {
  const std::vector<std::size_t> widths = widths_of(table);
  std::string text;
  for (const auto& row : table) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      const std::string blanks(widths[column] - width(row[column]), ' ');
      text += column == 0 ? row[column] + blanks : "  " + blanks + row[column];
    }
    text.erase(text.find_last_not_of(' ') + 1);
    text += '\n';
  }
  return text;
}

std::string lay_out_fitted(TextTable table, const std::vector<std::string_view>& expendable) {
  const std::vector<std::string> all = table.front();
  const TextTable shown = fitted(std::move(table), expendable);
  std::string left_out;
  for (const std::string& heading : all) {
    if (std::ranges::find(shown.front(), heading) == shown.front().end()) {
      left_out += (left_out.empty() ? "No room here for: " : ", ") + heading;
    }
  }
  return lay_out(shown) + (left_out.empty() ? "" : left_out + "\n");
}

std::string lay_out_first(std::size_t most, TextTable table, std::size_t headings) {
  const std::size_t unlisted = table.size() - std::min(table.size(), most + headings);
  table.resize(table.size() - unlisted);
  return lay_out(table) + (unlisted > 0 ? fmt::format("... and {} more\n", unlisted) : "");
}

std::string clipped(std::string_view text, std::size_t columns) {
  const bool whole = width(text) <= columns;
  std::string kept;
  for (std::size_t left = whole ? columns : columns - 2; left > 0 && !text.empty(); --left) {
    kept += take_character(text);
  }
  return whole ? kept : kept + "..";
}

}  // namespace fastfood::report
