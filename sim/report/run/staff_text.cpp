#include "sim/report/run/staff_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "sim/report/format/numbers.hpp"
#include "sim/report/format/text_table.hpp"

namespace fastfood::report {
namespace {

using Person = model::ServerResult;

constexpr std::size_t max_server_rows = 12;

/// The totals of a group of servers.
struct Group {
  std::string name;
  std::string people;
  std::optional<double> least_busy;
  std::optional<double> most_busy;
  std::int64_t served = 0;
  double throughput_per_hour = 0;
};

Group group_of(const model::ServerGroupSpec& spec, std::span<const Person> people) {
  Group group{.name = spec.name, .people = format_schedule(*spec.count)};
  for (const Person& person : people) {
    if (person.utilization.has_value()) {
      group.least_busy = std::min(group.least_busy.value_or(1), *person.utilization);
      group.most_busy = std::max(group.most_busy.value_or(0), *person.utilization);
    }
    group.served += person.served;
    group.throughput_per_hour += person.throughput_per_hour.value_or(0);
  }
  return group;
}

/// `people` are in the order of their groups. Groups without a limit have no people.
std::vector<Group> groups_of(const model::CounterSpec& spec, std::span<const Person> people) {
  std::vector<Group> groups;
  for (const model::ServerGroupSpec& group : spec.servers) {
    if (group.count.has_value()) {
      const std::size_t size = std::min(people.size(), static_cast<std::size_t>(group.count->highest()));
      groups.push_back(group_of(group, people.first(size)));
      people = people.subspan(size);
    }
  }
  return groups;
}

std::string people_text(const std::vector<Person>& people) {
  return lay_out_first(
      max_server_rows,
      table_of<Person>(people, {{"server", [](const Person& it) { return clipped(it.name, name_width); }},
                                {"busy", [](const Person& it) { return format_share(it.utilization); }},
                                {"served", [](const Person& it) { return std::to_string(it.served); }},
                                {"an hour", [](const Person& it) { return format_number(it.throughput_per_hour); }}}));
}

std::string groups_text(const std::vector<Group>& groups) {
  return lay_out_first(
      max_server_rows,
      table_of<Group>(groups, {{"servers", [](const Group& it) { return clipped(it.name, name_width); }},
                               {"people", [](const Group& it) { return it.people; }},
                               {"least busy", [](const Group& it) { return format_share(it.least_busy); }},
                               {"most busy", [](const Group& it) { return format_share(it.most_busy); }},
                               {"served", [](const Group& it) { return std::to_string(it.served); }},
                               {"an hour", [](const Group& it) { return format_number(it.throughput_per_hour); }}}));
}

}  // namespace

std::string staff_text(const model::CounterSpec& spec, const model::ServersResult& servers) {
  if (spec.servers.empty()) {
    return "";
  }
  std::string text = "\n";
  if (servers.each.size() > max_server_rows) {
    text += groups_text(groups_of(spec, servers.each));
  } else if (!servers.each.empty()) {
    text += people_text(servers.each);
  }
  if (servers.each.size() > 1) {
    text += fmt::format("All servers together are busy {} of the time.\n", format_share(servers.utilization));
  }
  return text + fmt::format("The line before them: {} on average, {} at most.\n", format_number(servers.line.mean),
                            servers.line.max.value_or(0));
}

}  // namespace fastfood::report
