#include "sim/experiment/fit/times_column.hpp"

#include "sim/scenario/csv/csv_table.hpp"
#include "sim/scenario/read/schedule.hpp"

namespace fastfood::experiment {

Result<TimesColumn, scenario::Diagnostics> read_times(std::string_view csv, std::string_view column) {
  scenario::CsvTable table(csv);
  TimesColumn found;
  const scenario::Path path = scenario::Path{} / column;
  const auto index = table.require_column(column);
  while (table.next_row()) {
    if (!index) {
      continue;
    }
    const scenario::CsvField& field = table.field(*index);
    if (field.text.empty()) {
      ++found.empty;
    } else {
      const scenario::Node node = scenario::node_of(field);
      found.times.push_back(scenario::read_duration(scenario::Field(node, path, table.faults())));
    }
  }
  if (index && found.times.empty() && table.faults().errors() == 0) {
    table.faults().error(table.position_of(*index), path, "expected at least one time below it, got none");
  }
  if (table.faults().errors() > 0) {
    return Unexpected{table.faults().in_order()};
  }
  return found;
}

}  // namespace fastfood::experiment
