#include "sim/report/run/periods_text.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/result_table.hpp"

namespace fastfood::report {

std::string periods_text(const ScenarioResult& result, const TextStyle& style) {
  using enum ResultTable::Show;
  constexpr auto with_interval = ResultTable::Interval::shown;
  constexpr std::size_t max_periods = 48;  // a day of half hours
  if (!result.pooled.by_period.has_value() || result.pooled.by_period->empty()) {
    return "";
  }
  const std::vector<model::PeriodResult>& periods = *result.pooled.by_period;
  const std::size_t listed = std::min(periods.size(), max_periods);
  std::vector<std::string> starts;
  std::vector<model::MetricPath> rows;
  for (std::size_t period = 0; period < listed; ++period) {
    rows.push_back({"by_period", std::to_string(period)});
    starts.push_back(time_of_day(result.spec, periods[period].from));
  }
  const bool has_servers = !result.spec.servers.empty();
  const ResultNumbers numbers(result);
  ResultTable table(numbers, std::move(rows));
  table.add_text("from", starts);
  table.add_metric("came", {"arrived"});
  table.add_metric("served", {"served"});
  table.add_metric("balked", {"balked"}, if_any_is_not_zero);
  table.add_metric("reneged", {"reneged"}, if_any_is_not_zero);
  if (has_servers) {
    table.add_metric("mean wait in line", {"wait_time", "mean"}, always, with_interval);
  }
  table.add_metric("mean total time", {"total_time", "mean"}, always, with_interval);
  table.add_metric("within target", {"satisfied", "fraction"}, if_any_is_there, with_interval);
  table.add_metric("servers busy", {"servers_utilization"}, if_any_is_there);
  if (has_servers) {
    table.add_metric("mean line", {"line_mean"});
  }
  return "\n" +
         lay_out(std::move(table).take(),
                 {style, {"mean line", "servers busy", "mean wait in line", "within target"}, periods.size() - listed});
}

}  // namespace fastfood::report
