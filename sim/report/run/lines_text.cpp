#include "sim/report/run/lines_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "sim/experiment/study/space_names.hpp"
#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/customers_text.hpp"
#include "sim/report/run/result_table.hpp"

namespace fastfood::report {
namespace {

using enum ResultTable::Show;

std::string lines_table(const ScenarioResult& result, const ResultNumbers& numbers, const TextStyle& style) {
  std::vector<model::MetricPath> rows;
  std::vector<std::string> names;
  for (const model::CustomerLineResult& line : result.pooled.lines) {
    rows.push_back({"lines", line.name});
    names.push_back(one_line(line.name));
  }
  ResultTable table(numbers, std::move(rows));
  table.add_text("line", names);
  add_customer_columns(table);
  table.add_metric("mean line", {"line", "mean"});
  table.add_metric("longest line", {"line", "max"});
  return lay_out(std::move(table).take(), {style, {"95 % within", "longest line", "mean line"}});
}

/// Without a stop that has a bound there is no column of places.
std::string stops_table(const ScenarioResult& result, const ResultNumbers& numbers, const TextStyle& style) {
  std::vector<model::MetricPath> rows;
  std::vector<std::string> names;
  std::vector<std::string> places;
  for (const model::LineSpec& line : result.spec.lines) {
    for (const model::StopSpec& stop : line.stops) {
      rows.push_back({"lines", line.name, "stops", stop.name});
      names.push_back(one_line(experiment::stop_name(line.name, stop.name)));
      places.push_back(stop.places ? format_schedule(*stop.places) : "any");
    }
  }
  if (rows.empty()) {
    return "";
  }
  ResultTable table(numbers, std::move(rows));
  table.add_text("stop", names);
  if (std::ranges::any_of(places, [](const std::string& it) { return it != "any"; })) {
    table.add_text("places", places);
  }
  table.add_metric("taken", {"utilization"}, if_any_is_there);
  table.add_metric("mean blocked", {"blocked"}, if_any_is_not_zero);
  table.add_metric("mean line before it", {"line", "mean"});
  table.add_metric("longest line", {"line", "max"});
  table.add_metric("mean wait for it", {"wait_time", "mean"});
  table.add_metric("left", {"left"}, if_any_is_not_zero);
  return "\n" + lay_out(std::move(table).take(), {style, {"longest line", "places"}});
}

}  // namespace

std::string lines_text(const ScenarioResult& result, const TextStyle& style) {
  if (result.pooled.lines.empty()) {
    return "";
  }
  const ResultNumbers numbers(result);
  return fmt::format("\n{}{}", lines_table(result, numbers, style), stops_table(result, numbers, style));
}

}  // namespace fastfood::report
