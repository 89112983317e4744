#include "sim/report/run/periods_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

using Period = model::PeriodResult;

constexpr std::size_t max_periods = 48;  // a day of half hours

std::int64_t lost(const Period& period) { return period.balked + period.reneged; }

}  // namespace

std::string periods_text(const model::CounterSpec& spec, const model::RunResult& run) {
  if (!run.by_period.has_value() || run.by_period->empty()) {
    return "";
  }
  const std::vector<Period>& periods = *run.by_period;
  const auto any = [&periods](auto has) { return std::ranges::any_of(periods, has); };
  const std::vector<Column<Period>> columns{
      {"from", [&spec](const Period& it) { return time_of_day(spec, it.from); }},
      {"came", [](const Period& it) { return std::to_string(it.arrived); }},
      {"served", [](const Period& it) { return std::to_string(it.served); }},
      {"lost", [](const Period& it) { return std::to_string(lost(it)); },
       any([](const Period& it) { return lost(it) > 0; })},
      {"mean wait", [](const Period& it) { return format_time(it.wait_time.mean); }, !spec.servers.empty()},
      {"mean in all", [](const Period& it) { return format_time(it.total_time.mean); }},
      {"in target", [](const Period& it) { return format_share(it.satisfied ? it.satisfied->fraction : std::nullopt); },
       any([](const Period& it) { return it.satisfied.has_value(); })},
      {"busy", [](const Period& it) { return format_share(it.servers_utilization); },
       any([](const Period& it) { return it.servers_utilization.has_value(); })},
      {"mean line", [](const Period& it) { return format_number(it.line_mean); }, !spec.servers.empty()},
  };
  return fmt::format("\n{}",
                     lay_out_first(max_periods, fitted(table_of(periods, columns), {"mean in all", "in target"})));
}

}  // namespace fastfood::report
