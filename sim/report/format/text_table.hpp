#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fastfood::report {

/// The maximal widths, in columns, of a line of text and of a name in a table.
inline constexpr std::size_t line_width = 80;
inline constexpr std::size_t name_width = 16;

/// Rows of cells. The first row holds the headings. All rows have the same number of cells.
using TextTable = std::vector<std::vector<std::string>>;

/// A column of a table: its heading, and the function that formats the cell of a row.
template <class Row>
struct Column {
  std::string heading;
  std::function<std::string(const Row&)> cell;
  bool shown = true;
};

/// Builds a table of the columns that are shown.
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

/// Drops `expendable` columns, in the order given, until the table fits into a line.
TextTable fitted(TextTable table, const std::vector<std::string_view>& expendable);

/// Returns the width of the widest line, in columns.
std::size_t width_of(const TextTable& table);

/// Returns true if the table fits into a line.
bool fits(const TextTable& table);

/// A table whose headings are wrapped at blanks if they are wider than the cells below. `headings` is the number of
/// heading lines.
struct StackedTable {
  TextTable table;
  std::size_t headings = 1;
};
StackedTable stacked(TextTable table);

/// Returns the table as lines of text. The first column is left-aligned, the others are right-aligned, with two blanks
/// between them.
std::string lay_out(const TextTable& table);

/// Returns the `fitted` table, and a line that names the dropped columns.
std::string lay_out_fitted(TextTable table, const std::vector<std::string_view>& expendable);

/// Returns the table as lines of text, with at most `most` rows below the `headings`, and a line that counts the other
/// rows.
std::string lay_out_first(std::size_t most, TextTable table, std::size_t headings = 1);

/// Returns at most `columns` characters of `text` on one line. A longer text ends in `..`. Characters that are not
/// `printable` become blanks.
std::string clipped(std::string_view text, std::size_t columns);

}  // namespace fastfood::report
