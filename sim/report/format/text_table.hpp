#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/model/results/metric.hpp"
#include "sim/report/format/number_cells.hpp"
#include "sim/report/format/text_style.hpp"

namespace fastfood::report {

/// Rows of cells. The first row holds the headings. All rows have the same number of cells.
using TextTable = std::vector<std::vector<std::string>>;

/// Builds a table column by column.
class TableBuilder {
 public:
  /// Adds a column of texts. All columns have the same number of cells.
  void add_text(std::string heading, const std::vector<std::string>& cells);

  /// Adds a column of numbers in one unit, which the heading names.
  void add_numbers(std::string_view heading, model::MetricKind kind, const std::vector<Number>& numbers);

  TextTable take() && { return std::move(table_); }

 private:
  TextTable table_;
};

/// What gives way if a table is too wide or too long.
struct TableLayout {
  TextStyle style{};
  /// Headings, without units, of columns that may be left out, in this order; of equal headings the last column goes. A
  /// line below the table names them.
  std::vector<std::string> expendable{};
  /// The number of rows that the table does not have. A line below it counts them.
  std::size_t unlisted = 0;
};

/// Returns the table as lines of text. The first column is left-aligned, the others are right-aligned, with two blanks
/// between them. If it is too wide, first its headings are wrapped, then the middle of texts above 24 columns is left
/// out, then expendable columns are, then the middle of texts in the first column above 16. Numbers are never cut.
std::string lay_out(TextTable table, const TableLayout& layout);

/// Returns the same for a last column of texts, which is left-aligned and wrapped. Texts of more than some three lines
/// are cut.
std::string lay_out_with_text(TextTable table, const TableLayout& layout);

/// Wraps a text at blanks into lines of at most `width` columns, each with a line feed. Numbers stay with their units.
std::string wrapped(std::string_view text, std::size_t width);

/// Returns how many columns a text takes on one line. Colours take none.
std::size_t columns_of(std::string_view text);

/// Returns `text` on one line. Characters that are not `printable` become blanks.
std::string one_line(std::string_view text);

/// Returns at most `columns` characters of `text` on one line. A longer text ends in `..`. Characters that are not
/// `printable` become blanks.
std::string clipped(std::string_view text, std::size_t columns);

}  // namespace fastfood::report
