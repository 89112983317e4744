#include "sim/experiment/whatif.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "sim/experiment/trials.hpp"
#include "sim/scenario/document.hpp"
#include "sim/scenario/field.hpp"
#include "sim/scenario/json_text.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/path.hpp"

namespace sim::experiment {
namespace {

using scenario::Node;
using scenario::Path;

Node one_more(std::int64_t number) {
  const auto more = static_cast<std::uint64_t>(number) + 1;  // which may be more than a scenario can have
  return {{}, scenario::Number{std::to_string(more)}};
}

/// A schedule with one more at all times at which there are any. `written` is how the scenario has it, if it does.
Node one_more(const model::Schedule& schedule, const Node* written) {
  const auto* steps = written == nullptr ? nullptr : std::get_if<Node::List>(&written->value);
  if (steps == nullptr) {
    return one_more(schedule.steps.front().value);
  }
  Node::List more = *steps;
  for (std::size_t i = 0; i != more.size(); ++i) {
    const std::int64_t value = schedule.steps[i].value;
    for (scenario::Member& member : std::get<Node::Object>(more[i].value)) {
      if (member.key == "value" && value != 0) {
        member.value = one_more(value);
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

/// Adds the counter with one value changed.
void add_changed(OneMore& all, const scenario::Template& scenario, std::string name, const Path& path, Node value) {
  std::string text = scenario::json_text(value);
  auto file = scenario.with({{path.str(), {std::move(value), {}}}});
  if (file) {
    all.contenders.push_back({std::move(name), {{path.str(), std::move(text)}}, std::move(file->spec)});
  } else {
    all.left_out.push_back(name + ": " + text_of(file.error()));
  }
}

}  // namespace

OneMore one_more_of_each(const scenario::Template& scenario, const model::CounterSpec& today) {
  const Node* root = &*scenario.document.root;
  const Node* stations = find(root, "stations");
  const Node* servers = find(root, "servers");
  OneMore all{{{today.name, {}, today}}, {}};
  for (const model::StationSpec& station : today.stations) {
    const Node* written = find(find(stations, station.name), "capacity");
    add_changed(all, scenario, station.name + " + 1", Path() / "stations" / station.name / "capacity",
                one_more(station.capacity, written));
  }
  const bool alone = today.servers.size() == 1;
  for (std::size_t i = 0; i != today.servers.size(); ++i) {
    const model::ServerGroupSpec& group = today.servers[i];
    if (group.count) {
      const Path path = alone ? Path() / "servers" / "count" : Path() / "servers" / i / "count";
      const Node* written = find(find_group(servers, i), "count");
      add_changed(all, scenario, group.name + " + 1", path, one_more(*group.count, written));
    }
  }
  return all;
}

bool is_more_better(const std::string& metric) {
  constexpr std::array<std::string_view, 6> words{
      "throughput_per_hour", "served", "fraction", "met", "revenue", "profit"};
  const std::vector<std::string> keys = scenario::keys_of(metric);
  const bool counts_satisfied = keys.size() > 1 && keys.back() == "count" && keys[keys.size() - 2] == "satisfied";
  return counts_satisfied || std::ranges::find(words, keys.back()) != words.end();
}

void sort_by_help(Comparison& comparison) {
  const auto found = std::ranges::find(comparison.metrics, comparison.metric);
  const auto metric = static_cast<std::size_t>(found - comparison.metrics.begin());
  const double sign = is_more_better(comparison.metric) ? -1 : 1;
  const auto harm = [=](const Difference& it) {
    const auto difference = it.metrics[metric].difference;
    return difference ? sign * *difference : std::numeric_limits<double>::infinity();
  };
  std::ranges::stable_sort(comparison.differences, {}, harm);
}

}  // namespace sim::experiment
