#include "sim/report/format/text_table.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <span>
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
  while (!text.empty()) {
    const std::size_t color = color_sequence_length(text);
    if (color > 0) {
      text.remove_prefix(color);
    } else {
      take_character(text);
      ++characters;
    }
  }
  return characters;
}

using Row = std::vector<std::string>;
using Rows = std::span<const Row>;

/// The lines of a cell: more than one of a long name.
Row lines_of(const std::string& cell) {
  std::istringstream stream{cell};
  Row lines;
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(std::move(line));
  }
  return lines.empty() ? Row{""} : lines;
}

std::size_t widest(Rows rows, std::size_t column) {
  std::size_t most = 0;
  for (const Row& row : rows) {
    for (const std::string& line : lines_of(row[column])) {
      most = std::max(most, width(line));
    }
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

std::size_t total_width(const std::vector<std::size_t>& widths) {
  const std::size_t blanks = widths.empty() ? 0 : 2 * (widths.size() - 1);
  return std::accumulate(widths.begin(), widths.end(), blanks);
}

bool is_operator(std::string_view word) {
  constexpr std::array operators{"±", "<=", ">=", "<", ">", "==", "!="};
  return std::ranges::find(operators, word) != operators.end();
}

/// Returns true for what must stay on one line with the word before it: `80 %`, `5 min`.
bool is_unit(std::string_view word) {
  constexpr std::array units{"%", "ms", "s", "min", "h", "points"};
  return std::ranges::find(units, word.substr(0, word.find_last_not_of(",;:.)") + 1)) != units.end();
}

/// Splits a text at blanks, except between a number and its unit or the limit it is compared with.
Row split_words(const std::string& text) {
  std::istringstream stream{text};
  Row words;
  bool is_glued = false;
  for (std::string word; stream >> word;) {
    const bool joins = !words.empty() && (is_glued || is_unit(word) || word == "±");
    is_glued = is_operator(word);
    if (joins) {
      words.back().append(" ").append(word);
    } else {
      words.push_back(std::move(word));
    }
  }
  return words;
}

/// Returns true for a number, a share or a number with its interval.
bool is_number(std::string_view cell) {
  return !cell.empty() && cell.find_first_not_of("0123456789.+-e± ") == std::string_view::npos;
}

/// Wraps a text at blanks into lines that are at most `most` wide, or as wide as the longest word.
Row lines_within(const std::string& text, std::size_t most) {
  const Row words = split_words(text);
  for (const std::string& word : words) {
    most = std::max(most, width(word));
  }
  Row lines{""};
  for (const std::string& word : words) {
    if (!lines.back().empty() && width(lines.back()) + 1 + width(word) > most) {
      lines.emplace_back();
    }
    lines.back() += lines.back().empty() ? word : " " + word;
  }
  return lines;
}

/// Wraps a heading into at most `most` lines, as narrow as possible but not narrower than the column.
Row at_most_lines(const std::string& heading, std::size_t column_width, std::size_t most) {
  Row lines = lines_within(heading, column_width);
  while (lines.size() > most) {
    lines = lines_within(heading, ++column_width);
  }
  return lines;
}

/// Leaves out the middle of a text: `the grill b.. 1 → 2`. What tells rows apart is often at the end.
std::string without_middle(std::string_view text, std::size_t most) {
  const std::size_t tail = 5 * most / 12;
  std::string shown = clipped(text, most - tail);
  for (std::size_t skipped = width(text) - tail; skipped > 0; --skipped) {
    take_character(text);
  }
  return shown.append(text);
}

std::string cut(const std::string& text, std::size_t most) {
  return width(text) > most ? without_middle(text, most) : text;
}

/// A table that is made to fit into a line.
class FittedTable {
 public:
  FittedTable(TextTable table, const TableLayout& layout)
      : expendable_(layout.expendable), max_width_(layout.style.width), unlisted_(layout.unlisted) {
    whole_headings_ = all_headings_ = table.front();
    is_dropped_.resize(all_headings_.size());
    headings_.push_back(whole_headings_);
    rows_.assign(std::make_move_iterator(table.begin() + 1), std::make_move_iterator(table.end()));
    fit();
  }

  /// The width of the table itself.
  std::size_t total() const { return total_width(widths_of(all_lines())); }

  /// `beside` are texts to append: one for the headings, and one for each row. None is appended if there are none.
  std::string text(const Row& beside = {}) const {
    std::string lines = aligned(beside);
    if (unlisted_ > 0) {
      lines += fmt::format("... and {} more\n", unlisted_);
    }
    Row dropped;
    for (std::size_t column = 0; column < all_headings_.size(); ++column) {
      if (is_dropped_[column]) {
        dropped.push_back(all_headings_[column]);
      }
    }
    if (!dropped.empty()) {
      lines += fmt::format("No room here for: {}\n", fmt::join(dropped, ", "));
    }
    return lines;
  }

 private:
  bool fits() const {
    std::vector<std::size_t> widths = widths_of(headings_);
    for (std::size_t column = 0; column < widths.size(); ++column) {
      widths[column] = std::max(widths[column], widest(rows_, column));
    }
    return total_width(widths) <= max_width_;
  }

  void fit() {
    constexpr std::size_t long_text = 24;
    constexpr std::size_t long_name = 16;
    constexpr std::size_t max_heading_lines = 4;
    for (std::size_t lines = 2; !fits() && lines <= max_heading_lines; ++lines) {
      wrap_headings(lines);
    }
    if (!fits()) {
      break_names(long_text);
      cut_cells(long_text);
      cut_headings(long_text);
    }
    for (const std::string& heading : expendable_) {
      if (fits()) {
        return;
      }
      drop(heading);
    }
    if (!fits()) {
      break_names(long_name);
    }
  }

  void wrap_headings(std::size_t most) {
    std::vector<Row> lines;
    std::size_t needed = 1;
    for (std::size_t column = 0; column < whole_headings_.size(); ++column) {
      lines.push_back(at_most_lines(whole_headings_[column], widest(rows_, column), most));
      needed = std::max(needed, lines.back().size());
    }
    headings_.assign(needed, Row(whole_headings_.size()));
    for (std::size_t column = 0; column < lines.size(); ++column) {
      const std::size_t first = needed - lines[column].size();
      for (std::size_t line = 0; line < lines[column].size(); ++line) {
        headings_[first + line][column] = lines[column][line];
      }
    }
  }

  void cut_headings(std::size_t most) {
    for (Row& line : headings_) {
      for (std::string& heading : line) {
        heading = width(heading) > most ? clipped(heading, most) : heading;
      }
    }
  }

  /// Breaks the texts in the first column at blanks, and cuts longer words.
  void break_names(std::size_t most) {
    for (Row& row : rows_) {
      Row lines = lines_within(row.front(), most);
      for (std::string& line : lines) {
        line = cut(line, most);
      }
      row.front() = fmt::format("{}", fmt::join(lines, "\n"));
    }
  }

  /// Cuts the texts in the other columns.
  void cut_cells(std::size_t most) {
    for (Row& row : rows_) {
      for (std::size_t column = 1; column < row.size(); ++column) {
        row[column] = is_number(row[column]) ? row[column] : cut(row[column], most);
      }
    }
  }

  void drop(std::string_view heading) {
    const auto is_it = [heading](std::string_view it) {
      return it.starts_with(heading) && (it.size() == heading.size() || it.substr(heading.size()).starts_with(" ("));
    };
    const auto last = std::find_if(whole_headings_.rbegin(), whole_headings_.rend(), is_it);
    if (last == whole_headings_.rend()) {
      return;
    }
    const auto found = last.base() - 1;
    const auto column = found - whole_headings_.begin();
    const auto original = std::find(all_headings_.rbegin(), all_headings_.rend(), *found);
    is_dropped_[static_cast<std::size_t>(all_headings_.rend() - original) - 1] = true;
    whole_headings_.erase(found);
    for (Row& row : headings_) {
      row.erase(row.begin() + column);
    }
    std::erase_if(headings_, [](const Row& row) { return std::ranges::all_of(row, &std::string::empty); });
    for (Row& row : rows_) {
      row.erase(row.begin() + column);
    }
  }

  TextTable all_lines() const {
    TextTable all = headings_;
    all.insert(all.end(), rows_.begin(), rows_.end());
    return all;
  }

  std::string aligned(const Row& beside) const {
    const TextTable lines = all_lines();
    const std::vector<std::size_t> widths = widths_of(lines);
    std::string text;
    for (std::size_t line = 0; line < lines.size(); ++line) {
      Row name = lines_of(lines[line].front());
      const std::string last = std::move(name.back());
      name.pop_back();
      for (const std::string& above : name) {
        text.append(above).append("\n");
      }
      for (std::size_t column = 0; column < widths.size(); ++column) {
        const std::string& cell = column == 0 ? last : lines[line][column];
        const std::string blanks(widths[column] - width(cell), ' ');
        const bool is_left = column == 0;
        text.append(is_left ? "" : "  ").append(is_left ? cell : blanks).append(is_left ? blanks : cell);
      }
      if (!beside.empty() && line + 1 >= headings_.size()) {
        text.append("  ").append(beside[line + 1 - headings_.size()]);
      }
      text.erase(text.find_last_not_of(' ') + 1);
      text += '\n';
    }
    return text;
  }

  const Row& expendable_;
  std::size_t max_width_;
  std::size_t unlisted_;
  Row whole_headings_;
  TextTable headings_;  // lines of the wrapped headings
  TextTable rows_;
  Row all_headings_;  // also of the columns that are left out
  std::vector<bool> is_dropped_;
};

}  // namespace

void TableBuilder::add_text(std::string heading, const std::vector<std::string>& cells) {
  table_.resize(cells.size() + 1);
  table_.front().push_back(std::move(heading));
  for (std::size_t row = 0; row < cells.size(); ++row) {
    table_[row + 1].push_back(cells[row]);
  }
}

void TableBuilder::add_numbers(std::string_view heading, model::MetricKind kind, const std::vector<Number>& numbers) {
  const NumberCells column = number_cells(kind, numbers);
  add_text(with_unit(heading, column.unit), column.cells);
}

std::string lay_out(TextTable table, const TableLayout& layout) { return FittedTable(std::move(table), layout).text(); }

std::string lay_out_with_text(TextTable table, const TableLayout& layout) {
  constexpr std::size_t max_lines = 3;
  Row texts;
  std::size_t widest_text = 0;
  for (Row& row : table) {
    texts.push_back(std::move(row.back()));
    widest_text = std::max(widest_text, std::min(width(texts.back()), 2 * layout.style.width / 3));
    row.pop_back();
  }
  TableLayout beside = layout;
  beside.style.width -= std::min(widest_text + 2, layout.style.width);
  const FittedTable numbers(std::move(table), beside);
  const std::size_t taken = numbers.total() + 2;
  const std::size_t room = std::max(layout.style.width - std::min(taken, layout.style.width), widest_text);
  std::vector<std::string> blocks;
  for (const std::string& text : texts) {
    const Row lines = lines_within(clipped(text, max_lines * room), room);
    blocks.push_back(fmt::format("{}", fmt::join(lines, "\n" + std::string(taken, ' '))));
  }
  return numbers.text(blocks);
}

std::string wrapped(std::string_view text, std::size_t width) {
  return fmt::format("{}\n", fmt::join(lines_within(std::string{text}, width), "\n"));
}

std::size_t columns_of(std::string_view text) { return width(text); }

std::string one_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    line += take_character(text);
  }
  return line;
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
