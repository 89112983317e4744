#include "sim/scenario/read/menu.hpp"

#include <optional>
#include <string_view>

#include "sim/scenario/read/distribution.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view item_keys[] = {"station", "time", "steps", "price"};

constexpr std::string_view step_keys[] = {"station", "time"};

// Whether a step has a time is a matter of its station: where portions are cooked in batches, it only takes one.
void check_time(const Object& step, const model::StationSpec& station) {
  const bool timed = step.has("time");
  if (station.batch && timed) {
    step.fault_at_key("time", "a step at a station with a batch has no time; remove it");
  } else if (!station.batch && !timed) {
    step.missing("time", "a step at a station without a batch needs one");
  }
}

model::RecipeStep read_step(const Object& step, const Stations& stations) {
  model::RecipeStep spec;
  const auto time = step.find("time");
  if (time) spec.time = read_task_time(*time);
  if (const auto station = step.find("station")) {
    if (const auto place = stations.names.find(*station)) {
      spec.station = model::StationId(*place);
      check_time(step, stations.specs[*place]);
    }
  } else if (!time && !step.is_meant("time") && !step.is_meant("steps")) {
    step.missing("station", "a step needs a station, a time or both");
  }
  return spec;
}

std::vector<model::RecipeStep> read_steps(const Object& item, const Field& field, const Stations& stations) {
  for (const std::string_view key : {"station", "time"}) {
    if (item.has(key)) item.fault_at_key(key, "stands beside steps; move it into one of them");
  }
  std::vector<model::RecipeStep> steps;
  for (const Field& step : elements(field, "a list of steps")) {
    steps.push_back(read_step(Object(step, {"step", step_keys}), stations));
  }
  if (steps.empty() && field.as<Node::List>() != nullptr) field.fault("expected at least one step, got none");
  return steps;
}

model::ItemSpec read_item(const NamedField& named, const Stations& stations) {
  const Object item(named.field, {"item", item_keys});
  model::ItemSpec spec{named.name, {}, std::nullopt};
  if (const auto steps = item.find("steps")) {
    spec.steps = read_steps(item, *steps, stations);
  } else {
    spec.steps = {read_step(item, stations)};
  }
  if (const auto price = item.find("price")) spec.price = read_money(*price);
  return spec;
}

}  // namespace

Menu read_menu(const Field& field, const Stations& stations) {
  Menu menu;
  for (const NamedField& named : named_fields(field)) {
    menu.items.push_back(read_item(named, stations));
    menu.names.add(named.name);
  }
  if (field.as<Node::Object>() == nullptr) menu.names.mark_incomplete();
  return menu;
}

}  // namespace fastfood::scenario
