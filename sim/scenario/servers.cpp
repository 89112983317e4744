#include "sim/scenario/servers.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include "sim/scenario/names.hpp"
#include "sim/scenario/values.hpp"

namespace sim::scenario {
namespace {

constexpr Key group_keys[] = {{"name"},
                              {"count"},
                              {"mode"},
                              {"order_time", "remove it"},
                              {"time_per_item", "remove it"},
                              {"handover_time", "remove it"},
                              {"orders_in_flight", "remove it"},
                              {"cost_per_hour", "remove it"}};

std::optional<std::int64_t> read_group_count(const Field& field) {
  const auto* text = field.as<std::string>();
  if (text == nullptr) return read_scheduled_count(field);
  if (*text != "unlimited") field.expected("a whole number of at least 1 or \"unlimited\"");
  return std::nullopt;
}

model::Mode read_mode(const Field& field) {
  const auto* text = field.as<std::string>();
  if (text != nullptr && *text == "async") return model::Mode::async;
  if (text != nullptr && *text == "sequential") return model::Mode::sequential;
  field.expected("\"async\" or \"sequential\"");
  return model::Mode::async;
}

model::ServerGroupSpec read_group(const Field& field, std::set<std::string>& names) {
  const Object group(field, group_keys);
  model::ServerGroupSpec spec;
  if (const auto count = group.find("count")) spec.count = read_group_count(*count);
  if (const auto mode = group.find("mode")) spec.mode = read_mode(*mode);
  spec.name = read_own_name(group, spec.name, names);
  return spec;
}

}  // namespace

std::vector<model::ServerGroupSpec> read_servers(const Field& field) {
  std::set<std::string> names;
  if (field.as<Node::Object>() != nullptr) return {read_group(field, names)};
  std::vector<model::ServerGroupSpec> groups;
  for (const Field& group : elements(field, "a group of servers or a list of groups")) {
    groups.push_back(read_group(group, names));
  }
  if (groups.empty() && field.as<Node::List>() != nullptr) field.fault("expected at least one group, got none");
  return groups;
}

}  // namespace sim::scenario
