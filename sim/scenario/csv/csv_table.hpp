#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/csv/csv_reader.hpp"
#include "sim/scenario/json/diagnostics.hpp"
#include "sim/scenario/json/document.hpp"

namespace fastfood::scenario {

/// A CSV text whose first row names the columns. Collects what is wrong with it.
///
///     CsvTable table(text);
///     const auto times = table.require_column("seconds");
///     while (table.next_row()) use(table.field(*times));
///     if (table.faults().errors() > 0) refuse(table.faults().in_order());
class CsvTable {
 public:
  /// Reads the header. `text` must outlive the table.
  explicit CsvTable(std::string_view text);

  const std::vector<std::string>& columns() const { return columns_; }

  /// Returns the index of a column. A missing one is a fault, which names the nearest; so is one that is there twice.
  std::optional<std::size_t> require_column(std::string_view name);

  /// Reads the next row. A row with more or fewer fields than the header is a fault, and left out. Returns false at the
  /// end of the text, and at a fault that ends the reading.
  bool next_row();

  /// Returns a field of the row.
  const CsvField& field(std::size_t column) const { return reader_.fields()[column]; }

  /// Returns where the name of a column stands.
  Position position_of(std::size_t column) const { return positions_[column]; }

  Faults& faults() { return faults_; }

 private:
  CsvReader reader_;
  std::vector<std::string> columns_;
  std::vector<Position> positions_;
  Faults faults_;
};

/// Returns the value that a field stands for: a number if it is one by JSON's grammar, otherwise a text.
Node node_of(const CsvField& field);

}  // namespace fastfood::scenario
