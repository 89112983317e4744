#include "sim/report/run/customers_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"

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
    text += "Lost: " + with_share(customers.balked, " balked at the line", customers.arrived);
  }
  if (customers.reneged > 0) {
    text += text.empty() ? "Lost: " : ", ";
    text += with_share(customers.reneged, " gave up waiting", customers.arrived);
  }
  text += text.empty() ? "" : "\n";
  if (customers.unfinished > 0) {
    text += "Still there at the end: " + with_share(customers.unfinished, "", customers.arrived) + "\n";
  }
  return text;
}

std::string target_text(const model::Satisfied& satisfied) {
  std::string text = fmt::format("Within the target of {}: {}", format_time(in_seconds(satisfied.target)),
                                 count_of(satisfied.count, "customer", "customers"));
  if (satisfied.met.has_value()) {
    text += fmt::format(" ({}), aimed at {}: {}", format_share(satisfied.fraction), format_share(satisfied.aim),
                        *satisfied.met ? "met" : "not met");
  }
  return text + "\n";
}

void add_times(TextTable& table, const std::string& name, const stats::Summary& times) {
  if (times.count > 0) {
    table.push_back(
        {name, format_time(times.mean), format_time(times.p50), format_time(times.p95), format_time(times.max)});
  }
}

}  // namespace

std::string customers_text(const model::CounterSpec& spec, const model::RunResult& run) {
  std::string text = hours_text(spec);
  text += run.customers.arrived == 0 ? "Nobody came.\n" : came_text(run) + lost_text(run.customers);
  return text + (run.satisfied.has_value() ? target_text(*run.satisfied) : "");
}

std::string times_text(const model::RunResult& run) {
  TextTable table{{"time", "mean", "median", "95 % within", "longest"}};
  add_times(table, "waiting to order", run.wait_time);
  add_times(table, "order to food", run.service_time);
  add_times(table, "in all", run.total_time);
  add_times(table, "until giving up", run.reneged_after);
  return table.size() > 1 ? fmt::format("\n{}", lay_out(table)) : "";
}

std::string streams_text(const model::RunResult& run) {
  using Stream = model::StreamResult;
  if (run.streams.size() < 2) {
    return "";
  }
  const auto lost = [](const Stream& it) { return it.customers.balked + it.customers.reneged; };
  const bool any_lost = std::ranges::any_of(run.streams, [&](const Stream& it) { return lost(it) > 0; });
  const std::vector<Column<Stream>> columns{
      {"who came", [](const Stream& it) { return clipped(it.name, name_width); }},
      {"came", [](const Stream& it) { return std::to_string(it.customers.arrived); }},
      {"served", [](const Stream& it) { return std::to_string(it.customers.served); }},
      {"lost", [&](const Stream& it) { return std::to_string(lost(it)); }, any_lost},
      {"mean wait", [](const Stream& it) { return format_time(it.wait_time.mean); }},
      {"mean in all", [](const Stream& it) { return format_time(it.total_time.mean); }},
      {"95 % within", [](const Stream& it) { return format_time(it.total_time.p95); }},
      {"in target", [](const Stream& it) { return format_share(it.satisfied ? it.satisfied->fraction : std::nullopt); },
       run.streams.front().satisfied.has_value()},
  };
  return fmt::format("\n{}", lay_out(fitted(table_of(run.streams, columns), {"95 % within", "mean wait"})));
}

}  // namespace fastfood::report
