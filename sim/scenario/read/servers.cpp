#include "sim/scenario/read/servers.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"
#include "sim/scenario/read/distribution.hpp"
#include "sim/scenario/read/names.hpp"
#include "sim/scenario/read/schedule.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view group_keys[] = {
    "name",          "count", "mode",    "order_time", "time_per_item", "handover_time", "orders_in_flight",
    "cost_per_hour", "lines", "works_at"};

// The result lists each server by name. More of them are as good as "unlimited".
constexpr std::int64_t max_servers = 1'000'000;

std::optional<model::Schedule> read_server_count(const Field& field, const Clock& clock) {
  const auto* text = field.as<std::string>();
  if (text != nullptr && *text == "unlimited") return std::nullopt;
  if (field.as<Number>() == nullptr && field.as<Node::List>() == nullptr) {
    field.expected("a whole number of at least 1, a list of steps or \"unlimited\"", suggest_number(field.node()));
    return 1;
  }
  model::Schedule count = read_schedule(field, clock);
  refuse_above(max_servers, count, field, "or \"unlimited\"");
  return count;
}

model::Mode read_mode(const Field& field) {
  const auto* text = field.as<std::string>();
  if (text != nullptr && *text == "async") return model::Mode::async;
  if (text != nullptr && *text == "sequential") return model::Mode::sequential;
  field.expected("\"async\" or \"sequential\"");
  return model::Mode::async;
}

void read_group_times(const Object& group, model::ServerGroupSpec& spec) {
  if (const auto time = group.find("order_time")) spec.order_time = read_task_time(*time);
  if (const auto time = group.find("time_per_item")) spec.time_per_item = read_task_time(*time);
  if (const auto time = group.find("handover_time")) spec.handover_time = read_task_time(*time);
}

// Reports values that do not go together.
void check_group(const Object& group, const model::ServerGroupSpec& spec) {
  if (spec.mode == model::Mode::sequential && spec.orders_in_flight > 1) {
    group.find("orders_in_flight")->expected("1 where the mode is sequential");
  }
  if (!spec.count && spec.cost_per_hour) {
    group.fault_at_key("cost_per_hour", "is not allowed for an unlimited group; remove it, or give a count");
  }
}

void read_duties(const Object& group, const ServersContext& context, model::ServerGroupSpec& spec) {
  if (const auto lines = group.find("lines")) {
    spec.lines.emplace();
    for (const std::size_t line : read_names(*lines, context.lines, "a list of names of lines")) {
      spec.lines->emplace_back(line);
    }
  }
  if (const auto stations = group.find("works_at")) {
    for (const std::size_t station : read_names(*stations, context.stations, "a list of names of stations")) {
      spec.works_at.emplace_back(station);
    }
  }
}

bool has_readable_name(const Object& group) {
  const auto name = group.find("name");
  return name ? name->as<std::string>() != nullptr
              : group.field().as<Node::Object>() != nullptr && !group.has_misspelled("name");
}

void read_group(const Field& field, const ServersContext& context, std::set<std::string>& taken, Servers& servers) {
  const Object group(field, {"server_group", group_keys});
  model::ServerGroupSpec& spec = servers.groups.emplace_back();
  if (const auto count = group.find("count")) spec.count = read_server_count(*count, context.clock);
  if (const auto mode = group.find("mode")) spec.mode = read_mode(*mode);
  read_group_times(group, spec);
  if (const auto orders = group.find("orders_in_flight")) spec.orders_in_flight = read_count(*orders);
  if (const auto cost = group.find("cost_per_hour")) spec.cost_per_hour = read_cost(*cost);
  read_duties(group, context, spec);
  check_group(group, spec);
  spec.name = read_own_name(group, spec.name, taken);
  servers.names.add(spec.name);
  if (!has_readable_name(group)) servers.names.mark_incomplete();
}

/// Returns true if the only server of a group has the name of the group.
bool is_named_after_group(const model::ServerGroupSpec& group) { return group.count && group.count->highest() <= 1; }

/// The name of one of several servers of a group: "till 2" is the second of "till".
struct NumberedName {
  std::string_view group;
  std::int64_t number = 0;
};

std::optional<NumberedName> parse_numbered_name(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  if (blank == name.npos || name.substr(blank + 1).starts_with('0')) return std::nullopt;
  const auto number = parse_number<std::int64_t>(name.substr(blank + 1));
  if (!number || *number < 1) return std::nullopt;
  return NumberedName{name.substr(0, blank), *number};
}

void refuse_ambiguous_names(const std::vector<Field>& fields, const std::vector<model::ServerGroupSpec>& groups) {
  std::map<std::string_view, std::int64_t> sizes;  // of the largest group if several have one name, which is a fault
  for (const model::ServerGroupSpec& group : groups) {
    std::int64_t& size = sizes[group.name];
    size = std::max(size, group.count.value_or(1).highest());
  }
  for (std::size_t i = 0; i != groups.size(); ++i) {
    const auto name = parse_numbered_name(groups[i].name);
    if (!name || !is_named_after_group(groups[i])) continue;
    const auto found = sizes.find(name->group);
    if (found == sizes.end() || found->second <= 1 || name->number > found->second) continue;
    fields[i].faults().error(fields[i].node().at, fields[i].path() / "name",
                             fmt::format("one of the {} of {} is called {}, too; give each its own name", found->second,
                                         in_quotes(found->first), in_quotes(groups[i].name)));
  }
}

}  // namespace

Servers read_servers(const Field& field, const ServersContext& context) {
  std::set<std::string> taken;
  Servers servers;
  if (field.as<Node::Object>() != nullptr) {
    read_group(field, context, taken, servers);
    return servers;
  }
  constexpr std::string_view expected = "a group of servers or a list of groups";
  if (field.as<Node::List>() == nullptr) {
    field.expected(expected, suggest_object("server_group", field.node()));
    servers.names.mark_incomplete();
    return servers;
  }
  const std::vector<Field> fields = elements(field, expected);
  for (const Field& group : fields) read_group(group, context, taken, servers);
  refuse_ambiguous_names(fields, servers.groups);
  if (servers.groups.empty()) field.fault("expected at least one group, got none");
  return servers;
}

}  // namespace fastfood::scenario
