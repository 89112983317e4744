#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fastfood::report {

/// What a line of text for a person may take, and a name in a table.
inline constexpr std::size_t line_width = 80;
inline constexpr std::size_t name_width = 16;

/// Rows of cells, the first one the headings. All rows have as many cells.
using TextTable = std::vector<std::vector<std::string>>;

/// A column of a table, and what it says of each of its rows.
template <class Row>
struct Column {
  std::string heading;
  std::function<std::string(const Row&)> cell;
  bool shown = true;
};

/// A table of those columns that are shown.
template <class Row>
TextTable table_of(const std::vector<Row>& rows, const std::vector<Column<Row>>& columns) {
  TextTable table(rows.size() + 1);
  for (const Column<Row>& column : columns) {
    if (column.shown) {
      table.front().push_back(column.heading);
      for (std::size_t row = 0; row < rows.size(); ++row) {
        table[row + 1].push_back(column.cell(rows[row]));
      }
    }
  }
  return table;
}

/// The table without those `expendable` columns, the first one first, that keep it from fitting into a line.
TextTable fitted(TextTable table, const std::vector<std::string_view>& expendable);

/// How many columns its lines take.
std::size_t width_of(const TextTable& table);

/// Whether it fits into a line.
bool fits(const TextTable& table);

/// The table with headings of several words on several lines, where they would be wider than what stands below.
/// `headings` is the number of lines they take now.
struct StackedTable {
  TextTable table;
  std::size_t headings = 1;
};
StackedTable stacked(TextTable table);

/// The table as lines of text: the first column on the left, the others on the right, two blanks between.
std::string lay_out(const TextTable& table);

/// What is left of it where it is `fitted`, and a line that names the columns that are not there.
std::string lay_out_fitted(TextTable table, const std::vector<std::string_view>& expendable);

/// The table as lines of text, with at most `most` rows below the `headings`, and a line that counts the rest.
std::string lay_out_first(std::size_t most, TextTable table, std::size_t headings = 1);

/// At most `columns` characters of `text` on one line: longer ones end in `..`, characters that are not
/// `printable` become blanks.
std::string clipped(std::string_view text, std::size_t columns);

}  // namespace fastfood::report
