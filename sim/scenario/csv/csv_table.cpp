#include "sim/scenario/csv/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/base/printable.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::scenario {
namespace {

constexpr Position beginning{1, 1};

std::string list_of(const std::vector<std::string>& columns) {
  constexpr std::size_t max_length = 200;
  return excerpt(fmt::format("{}", fmt::join(columns, ", ")), max_length);
}

}  // namespace

CsvTable::CsvTable(std::string_view text) : reader_(text) {
  if (!reader_.read_row()) {
    const auto& fault = reader_.fault();
    faults_.error(fault ? Position{fault->line, fault->column} : beginning, Path{},
                  fault ? fault->text : "expected a row with the names of the columns, got nothing");
    return;
  }
  for (const CsvField& field : reader_.fields()) {
    columns_.emplace_back(field.text);
    positions_.push_back(field.at);
  }
}

std::optional<std::size_t> CsvTable::require_column(std::string_view name) {
  const auto found = std::ranges::find(columns_, name);
  if (found == columns_.end()) {
    if (columns_.empty()) return std::nullopt;
    const std::vector<std::string_view> names(columns_.begin(), columns_.end());
    const auto meant = nearest(name, names, faults_.hint_budget());
    const bool has_other_separator =
        columns_.size() == 1 && columns_.front().find_first_of(";\t|") != std::string::npos;
    const std::string hint = has_other_separator ? "separate the columns by commas"
                             : meant             ? fmt::format("did you mean {}?", excerpt(*meant))
                                                 : fmt::format("the columns are {}", list_of(columns_));
    faults_.error(beginning, Path{}, fmt::format("there is no column {}; {}", excerpt(name), hint));
    return std::nullopt;
  }
  const auto again = std::find(found + 1, columns_.end(), name);
  if (again != columns_.end()) {
    faults_.error(positions_[static_cast<std::size_t>(again - columns_.begin())], Path{},
                  fmt::format("there are two columns {}", excerpt(name)));
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - columns_.begin());
}

bool CsvTable::next_row() {
  while (!columns_.empty() && reader_.read_row()) {
    const auto fields = reader_.fields();
    if (fields.size() == columns_.size()) return true;
    faults_.error(fields.front().at, Path{},
                  fmt::format("expected {} fields, as the header has, got {}", columns_.size(), fields.size()));
  }
  if (!columns_.empty() && reader_.fault()) {
    faults_.error({reader_.fault()->line, reader_.fault()->column}, Path{}, reader_.fault()->text);
  }
  return false;
}

Node node_of(const CsvField& field) {
  const NumberScan scan = scan_number(field.text);
  const bool is_number = scan.complete && scan.length == field.text.size();
  Node node{.at = field.at};
  if (is_number) {
    node.value = Number{std::string(field.text)};
  } else {
    node.value = std::string(field.text);
  }
  return node;
}

}  // namespace fastfood::scenario
