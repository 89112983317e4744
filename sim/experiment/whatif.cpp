#include "sim/experiment/whatif.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "sim/base/check.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/field.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/path.hpp"

namespace sim::experiment {
namespace {

using scenario::Node;
using scenario::Path;

Node number_node(std::int64_t number) { return {{}, scenario::Number{std::to_string(number)}}; }

/// A schedule with one more at all times at which there are any. `written` is how the scenario has it, if it does.
Node one_more(const model::Schedule& schedule, const Node* written) {
  const auto* steps = written == nullptr ? nullptr : std::get_if<Node::List>(&written->value);
  if (steps == nullptr) {
    return number_node(schedule.steps.front().value + 1);
  }
  Node::List more = *steps;
  for (std::size_t i = 0; i != more.size(); ++i) {
    const std::int64_t value = schedule.steps[i].value;
    for (scenario::Member& member : std::get<Node::Object>(more[i].value)) {
      if (member.key == "value") {
        member.value = number_node(value == 0 ? 0 : value + 1);
      }
    }
  }
  return {{}, std::move(more)};
}

const Node* find(const Node* node, const std::string& key) {
  const auto* object = node == nullptr ? nullptr : std::get_if<Node::Object>(&node->value);
  if (object == nullptr) {
    return nullptr;
  }
  const auto found = std::ranges::find(*object, key, &scenario::Member::key);
  return found == object->end() ? nullptr : &found->value;
}

/// The group of servers at a place, which may stand alone.
const Node* find_group(const Node* servers, std::size_t place) {
  const auto* list = servers == nullptr ? nullptr : std::get_if<Node::List>(&servers->value);
  return list == nullptr ? servers : &(*list)[place];
}

/// The counter with one value changed.
Contender changed(const scenario::Template& scenario, std::string name, const Path& path, Node value) {
  std::string text = scenario::json_text(value);
  auto file = scenario.with({{path.str(), {std::move(value), {}}}});
  check(file.has_value(), "one more of what there is makes a scenario");
  return {std::move(name), {{path.str(), std::move(text)}}, std::move(file->spec)};
}

}  // namespace

std::vector<Contender> one_more_of_each(const scenario::Template& scenario, const model::CounterSpec& today) {
  const Node* root = &*scenario.document.root;
  const Node* stations = find(root, "stations");
  const Node* servers = find(root, "servers");
  std::vector<Contender> contenders{{today.name, {}, today}};
  for (const model::StationSpec& station : today.stations) {
    const Node* written = find(find(stations, station.name), "capacity");
    contenders.push_back(changed(scenario, station.name + " + 1", Path() / "stations" / station.name / "capacity",
                                 one_more(station.capacity, written)));
  }
  const bool alone = today.servers.size() == 1;
  for (std::size_t i = 0; i != today.servers.size(); ++i) {
    const model::ServerGroupSpec& group = today.servers[i];
    if (group.count) {
      const Path path = alone ? Path() / "servers" / "count" : Path() / "servers" / i / "count";
      contenders.push_back(
          changed(scenario, group.name + " + 1", path, one_more(*group.count, find(find_group(servers, i), "count"))));
    }
  }
  return contenders;
}

void sort_by_saving(Comparison& comparison) {
  const auto found = std::ranges::find(comparison.metrics, comparison.metric);
  const auto metric = static_cast<std::size_t>(found - comparison.metrics.begin());
  const auto change = [metric](const Difference& it) {
    return it.metrics[metric].difference.value_or(std::numeric_limits<double>::infinity());
  };
  std::ranges::stable_sort(comparison.differences, {}, change);
}

}  // namespace sim::experiment
