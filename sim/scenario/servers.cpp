#include "sim/scenario/servers.hpp"

#include <fmt/core.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

#include "sim/scenario/names.hpp"
#include "sim/scenario/quote.hpp"
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

// The result lists each by name; more are as good as "unlimited".
constexpr std::int64_t most_people = 1'000'000;

std::optional<std::int64_t> read_group_count(const Field& field) {
  const auto* text = field.as<std::string>();
  if (text == nullptr) {
    const std::int64_t count = read_scheduled_count(field);
    if (count > most_people) field.expected(fmt::format("at most {} or \"unlimited\"", most_people));
    return count;
  }
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

/// Whether one of several in `group`, who are called after it and numbered, has this name.
bool is_one_of(const model::ServerGroupSpec& group, std::string_view name) {
  const std::string start = group.name + " ";
  if (group.count.value_or(1).highest() == 1 || !name.starts_with(start) || name.substr(start.size()).starts_with('0')) {
    return false;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(name.data() + start.size(), name.data() + name.size(), number);
  return error == std::errc{} && end == name.data() + name.size() && number >= 1 &&
         number <= group.count->highest();
}

void refuse_ambiguous_names(const std::vector<Field>& fields, const std::vector<model::ServerGroupSpec>& groups) {
  for (std::size_t i = 0; i != groups.size(); ++i) {
    for (const model::ServerGroupSpec& other : groups) {
      if (groups[i].count == 1 && is_one_of(other, groups[i].name)) {
        fields[i].faults().error(fields[i].node().at, fields[i].path() / "name",
                                 fmt::format("one of the {} of {} is called {}, too; give each its own name",
                                             other.count->highest(), in_quotes(other.name), in_quotes(groups[i].name)));
      }
    }
  }
}

}  // namespace

std::vector<model::ServerGroupSpec> read_servers(const Field& field) {
  std::set<std::string> names;
  if (field.as<Node::Object>() != nullptr) return {read_group(field, names)};
  std::vector<model::ServerGroupSpec> groups;
  const std::vector<Field> fields = elements(field, "a group of servers or a list of groups");
  for (const Field& group : fields) {
    groups.push_back(read_group(group, names));
  }
  refuse_ambiguous_names(fields, groups);
  if (groups.empty() && field.as<Node::List>() != nullptr) field.fault("expected at least one group, got none");
  return groups;
}

}  // namespace sim::scenario
