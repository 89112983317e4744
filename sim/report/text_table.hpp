#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sim::report {

/// Rows of cells, the first one the headings. All rows have as many cells.
using TextTable = std::vector<std::vector<std::string>>;

/// The table as lines of text: the first column on the left, the others on the right, two blanks between.
std::string lay_out(const TextTable& table);

/// At most `columns` characters of `text` on one line: longer ones end in `..`, control characters become blanks.
std::string clipped(std::string_view text, std::size_t columns);

}  // namespace sim::report
