#include "sim/report/run/customers_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/result_table.hpp"
#include "sim/report/run/target_text.hpp"

namespace fastfood::report {
namespace {

std::string count_of(std::int64_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string with_share(std::int64_t count, std::string_view of_what, std::int64_t all) {
  return fmt::format("{}{} ({})", count, of_what, format_share(static_cast<double>(count) / static_cast<double>(all)));
}

std::string hours_text(const model::CounterSpec& spec) {
  std::string text;
  if (spec.until.has_value()) {
    const bool by_clock = spec.opens_at.has_value();
    text += by_clock ? "Doors close at " + time_of_day(spec, *spec.until)
                     : "Doors close after " + format_time(in_seconds(spec.until->time_since_epoch()));
    text += spec.stop == model::Stop::at_until ? ", and the run ends\n" : "\n";
  }
  if (spec.warmup != Instant{}) {
    text += fmt::format("Counted after a warm-up of {}\n", format_time(in_seconds(spec.warmup.time_since_epoch())));
  }
  return text;
}

std::string came_text(const model::RunResult& run) {
  const model::CustomerCounts& customers = run.customers;
  std::string text = fmt::format("{} came: {} served, in {}", count_of(customers.arrived, "customer", "customers"),
                                 customers.served, format_time(in_seconds(run.elapsed)));
  if (run.throughput_per_hour.has_value()) {
    text += fmt::format(" ({} an hour)", format_number(run.throughput_per_hour));
  }
  return text + "\n";
}

std::string lost_text(const model::CustomerCounts& customers) {
  std::string text;
  if (customers.balked > 0) {
    text += "Lost: " + with_share(customers.balked, " balked", customers.arrived);
  }
  if (customers.reneged > 0) {
    text += text.empty() ? "Lost: " : ", ";
    text += with_share(customers.reneged, " reneged", customers.arrived);
  }
  text += text.empty() ? "" : "\n";
  if (customers.unfinished > 0) {
    text += "Still there at the end: " + with_share(customers.unfinished, "", customers.arrived) + "\n";
  }
  return text;
}

}  // namespace

std::string customers_text(const ScenarioResult& result, const TextStyle& style) {
  const model::RunResult& run = result.pooled;
  if (!result.by_replication.empty()) {
    return hours_text(result.spec);
  }
  const std::string came = run.customers.arrived == 0 ? "Nobody came.\n" : came_text(run) + lost_text(run.customers);
  return hours_text(result.spec) + came + target_text(result, style);
}

std::string times_text(const ScenarioResult& result, const TextStyle& style) {
  const ResultNumbers numbers(result);
  std::vector<std::string> names;
  std::vector<model::MetricPath> rows;
  for (const auto& [name, metric] :
       {std::pair{"wait in line", "wait_time"}, std::pair{"service time", "service_time"},
        std::pair{"total time", "total_time"}, std::pair{"time until leaving", "reneged_after"}}) {
    if (numbers.at({metric, "mean"}).value.has_value()) {
      names.emplace_back(name);
      rows.push_back({metric});
    }
  }
  if (rows.empty()) {
    return "";
  }
  std::vector<Number> times;  // row by row, all in one unit
  for (const model::MetricPath& row : rows) {
    for (const char* statistic : {"mean", "p50", "p95", "max"}) {
      times.push_back({numbers.at({row.front(), statistic}).value});
    }
  }
  const NumberCells cells = number_cells(model::MetricKind::time, times);
  TextTable table{{with_unit("time", cells.unit), "mean", "median", "95 % within", "longest"}};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    table.push_back({names[row]});
    table.back().insert(table.back().end(), cells.cells.begin() + static_cast<std::ptrdiff_t>(4 * row),
                        cells.cells.begin() + static_cast<std::ptrdiff_t>(4 * row + 4));
  }
  return fmt::format("\n{}", lay_out(std::move(table), {style}));
}

void add_customer_columns(ResultTable& table) {
  using enum ResultTable::Show;
  table.add_metric("came", {"customers", "arrived"});
  table.add_metric("served", {"customers", "served"});
  table.add_metric("balked", {"customers", "balked"}, if_any_is_not_zero);
  table.add_metric("reneged", {"customers", "reneged"}, if_any_is_not_zero);
  table.add_metric("mean wait in line", {"wait_time", "mean"});
  table.add_metric("mean total time", {"total_time", "mean"});
  table.add_metric("95 % within", {"total_time", "p95"});
}

std::string streams_text(const ScenarioResult& result, const TextStyle& style) {
  using enum ResultTable::Show;
  if (result.pooled.streams.size() < 2) {
    return "";
  }
  std::vector<std::string> names;
  std::vector<model::MetricPath> rows;
  for (const model::StreamResult& stream : result.pooled.streams) {
    names.push_back(one_line(stream.name));
    rows.push_back({"streams", stream.name});
  }
  const ResultNumbers numbers(result);
  ResultTable table(numbers, std::move(rows));
  table.add_text("stream", names);
  add_customer_columns(table);
  table.add_metric("within target", {"satisfied", "fraction"}, if_any_is_there);
  return fmt::format("\n{}", lay_out(std::move(table).take(), {style, {"95 % within", "mean wait in line"}}));
}

}  // namespace fastfood::report
