#include "sim/experiment/run/whatif.hpp"

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

#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/study/space_names.hpp"
#include "sim/model/results/summarize.hpp"
#include "sim/scenario/json/document.hpp"
#include "sim/scenario/json/path.hpp"
#include "sim/scenario/override.hpp"
#include "sim/scenario/read/field.hpp"

namespace fastfood::experiment {
namespace {

using scenario::Node;
using scenario::Path;

std::int64_t changed(std::int64_t number, Margin margin) {
  if (margin == Margin::one_fewer) {
    return number < 2 ? number : number - 1;
  }
  // One more than the largest number wraps around. The reader of the scenario refuses the result.
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(number) + 1);
}

Node node_of(std::int64_t number) { return {{}, scenario::Number{std::to_string(static_cast<std::uint64_t>(number))}}; }

/// Returns a count or a schedule, changed at all its times.
model::Schedule changed(model::Schedule schedule, Margin margin) {
  for (auto& step : schedule.steps) {
    step.value = changed(step.value, margin);
  }
  return schedule;
}

/// Returns a schedule that keeps its last number where the given one has 0.
model::Schedule never_zero(model::Schedule schedule) {
  const auto is_open = [](const auto& step) { return step.value != 0; };
  const auto first = std::ranges::find_if(schedule.steps, is_open);
  std::int64_t last = first == schedule.steps.end() ? 0 : first->value;
  for (auto& step : schedule.steps) {
    step.value = step.value == 0 ? last : step.value;
    last = step.value;
  }
  return schedule;
}

/// Returns a count or a schedule as `written` is, its node in the scenario; null if it has none.
Node node_of(const model::Schedule& schedule, const Node* written) {
  const auto* steps = written == nullptr ? nullptr : std::get_if<Node::List>(&written->value);
  if (steps == nullptr) {
    return node_of(schedule.steps.front().value);
  }
  Node::List list = *steps;
  for (std::size_t i = 0; i != list.size(); ++i) {
    for (scenario::Member& member : std::get<Node::Object>(list[i].value)) {
      if (member.key == "value") {
        member.value = node_of(schedule.steps[i].value);
      }
    }
  }
  return {{}, std::move(list)};
}

/// Returns `2, 0, 2`; the bounds `0-5` if the schedule has many steps.
std::string values_text(const model::Schedule& schedule) {
  constexpr std::size_t max_listed = 4;
  if (schedule.steps.size() > max_listed) {
    const auto [min, max] = std::ranges::minmax(schedule.steps, {}, &model::ScheduleStep<std::int64_t>::value);
    return std::to_string(min.value) + "-" + std::to_string(max.value);
  }
  std::string text;
  for (const auto& step : schedule.steps) {
    text += text.empty() ? "" : ", ";
    text += std::to_string(step.value);
  }
  return text;
}

/// Returns `till: 2, 0, 2 → 3, 1, 3`.
std::string change_text(const std::string& name, const model::Schedule& current, const model::Schedule& alternative) {
  return name + ": " + values_text(current) + " → " + values_text(alternative);
}

/// Returns the value at a key; null if `node` is null, no object, or has no such key.
const Node* find_key(const Node* node, const std::string& key) {
  const auto* object = node == nullptr ? nullptr : std::get_if<Node::Object>(&node->value);
  if (object == nullptr) {
    return nullptr;
  }
  const auto found = std::ranges::find(*object, key, &scenario::Member::key);
  return found == object->end() ? nullptr : &found->value;
}

/// Returns the node of an element of a list. A single group of servers need not be in a list.
const Node* find_element(const Node* node, std::size_t index) {
  const auto* list = node == nullptr ? nullptr : std::get_if<Node::List>(&node->value);
  return list == nullptr ? node : &(*list)[index];
}

/// A count or a schedule of the counter, which can be changed.
struct Part {
  std::string name;
  Path path;
  model::Schedule value;
  const Node* written = nullptr;          // its node in the scenario, if it has one
  std::optional<double> cost_per_hour{};  // of one more
};

/// Collects the counters with one part changed.
class MarginalChanges {
 public:
  MarginalChanges(const scenario::Template& scenario, const model::CounterSpec& current, Margin margin)
      : scenario_(scenario), margin_(margin), all_{{{current.name, {}, current}}, {}} {}

  /// Adds the counter with this part changed, if there is anything to change about it.
  void add(const Part& part) {
    if (margin_ == Margin::one_fewer && part.value.highest() < 2) {
      return;
    }
    add_as(part, margin_ == Margin::one_more ? " + 1" : " - 1", changed(part.value, margin_));
  }

  /// Adds the counter that never has 0 of this part, if it has at some time.
  void add_never_zero(const Part& part) {
    const model::Schedule alternative = never_zero(part.value);
    if (margin_ == Margin::one_more && alternative != part.value) {
      Part without_cost = part;  // it is open for longer, which is not one unit more
      without_cost.cost_per_hour = std::nullopt;
      add_as(without_cost, " at all times", alternative);
    }
  }

  /// Adds the counter with another value at this path.
  void add(const std::string& name, const Path& path, Node value, std::string text,
           std::optional<double> cost_per_hour) {
    std::string json = scenario::json_text(value);
    auto file = scenario_.with({{path.str(), {std::move(value), {}}}});
    if (!file) {
      all_.left_out.push_back(name + ": " + error_text(file.error()));
      return;
    }
    all_.alternatives.push_back(
        {name, {{path.str(), std::move(json)}}, std::move(file->spec), std::move(text), cost_per_hour});
  }

  Margin margin() const { return margin_; }

  MarginalAlternatives all() && { return std::move(all_); }

 private:
  void add_as(const Part& part, const std::string& what, const model::Schedule& alternative) {
    add(part.name + what, part.path, node_of(alternative, part.written),
        change_text(part.name, part.value, alternative), part.cost_per_hour);
  }

  const scenario::Template& scenario_;
  Margin margin_;
  MarginalAlternatives all_;
};

void add_stations(MarginalChanges& changes, const std::vector<model::StationSpec>& stations, const Node* written) {
  for (const model::StationSpec& station : stations) {
    const Path path = Path() / "stations" / station.name;
    const Part units{station.name, path / "capacity", station.capacity,
                     find_key(find_key(written, station.name), "capacity"), station.cost_per_hour};
    changes.add_never_zero(units);
    changes.add(units);
    if (station.batch) {
      changes.add({station.name + " batch", path / "batch" / "size", model::Schedule(station.batch->size)});
    }
    if (station.breakdown && changes.margin() == Margin::one_more) {
      changes.add(station.name + " without breakdowns", path / "breakdown" / "repair", node_of(0),
                  station.name + " without breakdowns", std::nullopt);
    }
  }
}

void add_servers(MarginalChanges& changes, const std::vector<model::ServerGroupSpec>& groups, const Node* written) {
  for (std::size_t i = 0; i != groups.size(); ++i) {
    const model::ServerGroupSpec& group = groups[i];
    if (!group.count) {
      continue;  // no limit
    }
    const Path path = groups.size() == 1 ? Path() / "servers" : Path() / "servers" / i;
    changes.add(
        {group.name, path / "count", *group.count, find_key(find_element(written, i), "count"), group.cost_per_hour});
    const bool takes_orders = !group.lines || !group.lines->empty();
    if (takes_orders && group.mode == model::Mode::async) {
      changes.add(
          {group.name + " orders in flight", path / "orders_in_flight", model::Schedule(group.orders_in_flight)});
    }
  }
}

/// Adds the room of a line or before a stop, which is at `path`, if it has a bound.
void add_room(MarginalChanges& changes, const std::string& name, const Path& path, std::optional<std::int64_t> room) {
  if (room) {
    changes.add({name, path / "room", model::Schedule(*room)});
  }
}

void add_lines(MarginalChanges& changes, const std::vector<model::LineSpec>& lines, const Node* written) {
  for (const model::LineSpec& line : lines) {
    const Path path = Path() / "lines" / line.name;
    const Node* stops = find_key(find_key(written, line.name), "stops");
    add_room(changes, room_in(line.name), path, line.room);
    for (std::size_t i = 0; i != line.stops.size(); ++i) {
      const model::StopSpec& stop = line.stops[i];
      const std::string name = stop_name(line.name, stop.name);
      const Path at_stop = path / "stops" / i;
      add_room(changes, room_before(name), at_stop, stop.room);
      if (stop.places) {
        changes.add({places_at(name), at_stop / "places", *stop.places, find_key(find_element(stops, i), "places")});
      }
    }
  }
}

}  // namespace

MarginalAlternatives marginal_alternatives(const scenario::Template& scenario, const model::CounterSpec& current,
                                           Margin margin) {
  const Node* root = &*scenario.document.root;
  MarginalChanges changes(scenario, current, margin);
  add_stations(changes, current.stations, find_key(root, "stations"));
  add_servers(changes, current.servers, find_key(root, "servers"));
  add_lines(changes, current.lines, find_key(root, "lines"));
  return std::move(changes).all();
}

void choose_metrics(ComparisonOptions& options, const model::CounterSpec& current) {
  options.metrics = shown_metrics(current.has_target(), model::has_money(current));
  for (const model::LineSpec& line : current.lines) {
    for (const model::StopSpec& stop : line.stops) {
      if (stop.leave_if_full) {
        options.metrics.push_back((Path() / "lines" / line.name / "stops" / stop.name / "left").str());
      }
    }
  }
  options.metric = options.metrics.front();
  options.metric_if_some_leave = "customers.served";
  if (current.has_target()) {
    options.metric = "satisfied.fraction";
    options.metric_if_some_leave = std::nullopt;
  }
}

bool higher_is_better(const std::string& metric) {
  constexpr std::array<std::string_view, 6> better_if_higher{
      "throughput_per_hour", "served", "fraction", "met", "revenue", "profit"};
  const std::vector<std::string> keys = scenario::split_path(metric);
  const bool counts_satisfied = keys.size() > 1 && keys.back() == "count" && keys[keys.size() - 2] == "satisfied";
  return counts_satisfied || std::ranges::find(better_if_higher, keys.back()) != better_if_higher.end();
}

bool counts_who_left_a_stop(const std::string& metric) {
  const std::vector<std::string> keys = scenario::split_path(metric);
  return keys.size() == 5 && keys[0] == "lines" && keys[2] == "stops" && keys[4] == "left";
}

void sort_by_improvement(Comparison& comparison) {
  const auto found = std::ranges::find(comparison.metrics, comparison.metric);
  const auto metric = static_cast<std::size_t>(found - comparison.metrics.begin());
  const double sign = higher_is_better(comparison.metric) ? -1 : 1;
  const auto worsening = [=](const Difference& it) {
    const auto difference = it.metrics[metric].difference;
    return difference ? sign * *difference : std::numeric_limits<double>::infinity();
  };
  std::ranges::stable_sort(comparison.differences, {}, worsening);
}

}  // namespace fastfood::experiment
