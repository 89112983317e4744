#include "sim/report/run/average_text.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/result_table.hpp"
#include "sim/report/run/target_text.hpp"

namespace fastfood::report {
namespace {

/// Whether a row that is 0 in every replication is left out.
enum class Zero { shown, left_out };

/// Rows of metrics of different kinds. The label of a row names its unit; all times have the same.
class AverageTable {
 public:
  explicit AverageTable(const ResultNumbers& numbers) : numbers_(numbers) {}

  void add(std::string_view label, const model::MetricPath& path, Zero zero = Zero::shown) {
    const Number mean = numbers_.at(path);
    const bool is_zero = mean.value == 0 && mean.half_width.value_or(0) == 0;
    if (mean.value.has_value() && !(is_zero && zero == Zero::left_out)) {
      labels_.emplace_back(label);
      rows_.push_back(
          {model::metric_kind(path), {mean, {numbers_.percentile(path, 10)}, {numbers_.percentile(path, 90)}}});
    }
  }

  TextTable table() const {
    const std::vector<NumberCells> cells = row_cells(rows_);
    TextTable table{{"", "mean", "10th percentile", "90th percentile"}};
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      table.push_back({with_unit(labels_[row], cells[row].unit)});
      table.back().insert(table.back().end(), cells[row].cells.begin(), cells[row].cells.end());
    }
    return table;
  }

 private:
  const ResultNumbers& numbers_;
  std::vector<std::string> labels_;
  std::vector<NumberRow> rows_;
};

void add_customers(AverageTable& table, const ScenarioResult& result) {
  table.add("customers came", {"customers", "arrived"});
  table.add("customers served", {"customers", "served"});
  table.add("balked", {"customers", "balked"}, Zero::left_out);
  table.add("reneged", {"customers", "reneged"}, Zero::left_out);
  table.add("still there at the end", {"customers", "unfinished"}, Zero::left_out);
  table.add("served an hour", {"throughput_per_hour"});
  if (result.pooled.satisfied.has_value()) {
    table.add("within " + target_phrase(result.spec), {"satisfied", "fraction"});
  }
}

void add_times(AverageTable& table) {
  table.add("wait in line, mean", {"wait_time", "mean"}, Zero::left_out);
  table.add("service time, mean", {"service_time", "mean"});
  table.add("total time, mean", {"total_time", "mean"});
  table.add("total time, 95 % within", {"total_time", "p95"});
  table.add("time until leaving, mean", {"reneged_after", "mean"});
}

void add_money(AverageTable& table) {
  table.add("revenue", {"money", "revenue"});
  table.add("labour", {"money", "labour"});
  table.add("equipment", {"money", "equipment"});
  table.add("profit", {"money", "profit"});
  table.add("cost per customer served", {"money", "cost_per_served"});
}

}  // namespace

std::string average_text(const ScenarioResult& result, const TextStyle& style) {
  const ResultNumbers numbers(result);
  AverageTable table(numbers);
  add_customers(table, result);
  add_times(table);
  table.add("servers busy", {"servers", "utilization"});
  add_money(table);
  const double confidence = result.estimates.empty() ? 0.95 : result.estimates.front().second.confidence;
  return fmt::format("Averages of {} runs; ± is half of a {} interval of the mean\n\n{}", result.by_replication.size(),
                     format_share(confidence), lay_out(table.table(), {style, {"10th percentile", "90th percentile"}}));
}

}  // namespace fastfood::report
