#include "sim/scenario/read/menu.hpp"

#include <optional>
#include <string_view>

#include "sim/scenario/read/distribution.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view item_keys[] = {"station", "time", "steps", "price"};

constexpr std::string_view recipe_step_keys[] = {"station", "time"};

// The station decides whether a step has a time: at a station with a batch, a step only takes a portion.
void check_step_time(const Object& step, const model::StationSpec& station) {
  const bool has_time = step.has("time");
  if (station.batch && has_time) {
    step.fault_at_key("time", "a step at a station with a batch has no time; remove it");
  } else if (!station.batch && !has_time) {
    step.report_missing("time", "a step at a station without a batch needs one");
  }
}

model::RecipeStep read_recipe_step(const Object& step, const Stations& stations) {
  model::RecipeStep spec;
  const auto time = step.find("time");
  if (time) spec.time = read_task_time(*time);
  if (const auto station = step.find("station")) {
    if (const auto index = stations.names.find(*station)) {
      spec.station = model::StationId(*index);
      check_step_time(step, stations.specs[*index]);
    }
  } else if (!time && !step.has_misspelled("time") && !step.has_misspelled("steps")) {
    step.report_missing("station", "a step needs a station, a time or both");
  }
  return spec;
}

std::vector<model::RecipeStep> read_recipe_steps(const Object& item, const Field& field, const Stations& stations) {
  for (const std::string_view key : {"station", "time"}) {
    if (item.has(key)) item.fault_at_key(key, "is not allowed next to steps; move it into one of them");
  }
  std::vector<model::RecipeStep> steps;
  for (const Field& step : elements(field, "a list of steps")) {
    steps.push_back(read_recipe_step(Object(step, {"step", recipe_step_keys}), stations));
  }
  if (steps.empty() && field.as<Node::List>() != nullptr) field.fault("expected at least one step, got none");
  return steps;
}

model::ItemSpec read_item(const NamedField& named, const Stations& stations) {
  const Object item(named.field, {"item", item_keys});
  model::ItemSpec spec{named.name, {}, std::nullopt};
  if (const auto steps = item.find("steps")) {
    spec.steps = read_recipe_steps(item, *steps, stations);
  } else {
    spec.steps = {read_recipe_step(item, stations)};
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
