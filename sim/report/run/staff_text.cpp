#include "sim/report/run/staff_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"
#include "sim/report/run/result_table.hpp"

namespace fastfood::report {
namespace {

using model::MetricKind;

constexpr std::size_t max_server_rows = 12;

std::string people_text(const ScenarioResult& result, const ResultNumbers& numbers, const TextStyle& style) {
  std::vector<model::MetricPath> rows;
  std::vector<std::string> names;
  for (const model::ServerResult& person : result.pooled.servers.each) {
    rows.push_back({"servers", "each", std::to_string(rows.size())});
    names.push_back(one_line(person.name));
  }
  ResultTable table(numbers, std::move(rows));
  table.add_text("server", names);
  table.add_metric("busy", {"utilization"});
  table.add_metric("served", {"served"});
  table.add_metric("per hour of the run", {"throughput_per_hour"});
  return lay_out(std::move(table).take(), {style});
}

/// The numbers of the groups of servers, a number for each group.
struct Groups {
  std::vector<std::string> names;
  std::vector<std::string> people;
  std::vector<Number> min_busy;
  std::vector<Number> max_busy;
  std::vector<Number> served;
  std::vector<Number> throughput;
};

/// Adds a group whose people have the indexes from `first` to before `end`.
void add_group(Groups& groups, const ResultNumbers& numbers, std::size_t first, std::size_t end) {
  Number min_busy;
  Number max_busy;
  double served = 0;
  double throughput = 0;
  for (std::size_t person = first; person < end; ++person) {
    const auto of_person = [&](const char* metric) {
      return numbers.at({"servers", "each", std::to_string(person), metric}).value;
    };
    if (const auto busy = of_person("utilization")) {
      min_busy.value = std::min(min_busy.value.value_or(1), *busy);
      max_busy.value = std::max(max_busy.value.value_or(0), *busy);
    }
    served += of_person("served").value_or(0);
    throughput += of_person("throughput_per_hour").value_or(0);
  }
  groups.min_busy.push_back(min_busy);
  groups.max_busy.push_back(max_busy);
  groups.served.push_back({served});
  groups.throughput.push_back({throughput});
}

/// Groups without a limit have no people, and no row.
std::string groups_text(const ScenarioResult& result, const ResultNumbers& numbers, const TextStyle& style) {
  Groups groups;
  std::size_t first = 0;
  std::size_t unlisted = 0;
  for (const model::ServerGroupSpec& group : result.spec.servers) {
    if (group.count.has_value() && groups.names.size() == max_server_rows) {
      ++unlisted;
    } else if (group.count.has_value()) {
      const std::size_t end = std::min(first + group.people(), result.pooled.servers.each.size());
      groups.names.push_back(one_line(group.name));
      groups.people.push_back(format_schedule(*group.count));
      add_group(groups, numbers, first, end);
      first = end;
    }
  }
  TableBuilder table;
  table.add_text("servers", groups.names);
  table.add_text("people", groups.people);
  table.add_numbers("least busy", MetricKind::share, groups.min_busy);
  table.add_numbers("most busy", MetricKind::share, groups.max_busy);
  table.add_numbers("served", MetricKind::number, groups.served);
  table.add_numbers("per hour of the run", MetricKind::number, groups.throughput);
  return lay_out(std::move(table).take(), {.style = style, .unlisted = unlisted});
}

}  // namespace

std::string staff_text(const ScenarioResult& result, const TextStyle& style) {
  if (result.spec.servers.empty()) {
    return "";
  }
  const ResultNumbers numbers(result);
  const std::size_t people = result.pooled.servers.each.size();
  std::string text = "\n";
  if (people > max_server_rows) {
    text += groups_text(result, numbers, style);
  } else if (people > 0) {
    text += people_text(result, numbers, style);
  }
  const Number busy = numbers.at({"servers", "utilization"});
  if (people > 1 && busy.value.has_value()) {
    text += fmt::format("All servers together are busy {} of the time.\n", format_share(busy.value));
  }
  if (!numbers.at({"servers", "line", "mean"}).value.has_value()) {
    return text;
  }
  return text + fmt::format("{} before them: {} on average, {} at most{}.\n",
                            result.spec.lines.size() > 1 ? "All lines" : "The line",
                            format_number(numbers.at({"servers", "line", "mean"}).value),
                            format_number(numbers.at({"servers", "line", "max"}).value.value_or(0)),
                            numbers.are_means() ? " in an average run" : "");
}

}  // namespace fastfood::report
