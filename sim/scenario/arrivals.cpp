#include "sim/scenario/arrivals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <variant>

#include "sim/scenario/distribution.hpp"
#include "sim/scenario/names.hpp"
#include "sim/scenario/values.hpp"

namespace sim::scenario {
namespace {

constexpr Key stream_keys[] = {{"name"},
                               {"every"},
                               {"rate_per_hour"},
                               {"times"},
                               {"count"},
                               {"from"},
                               {"until"},
                               {"items"},
                               {"mix", "write items"},
                               {"priority", "remove it"},
                               {"patience", "remove it"},
                               {"balk_at", "remove it"}};

constexpr Key rate_keys[] = {{"from"}, {"value"}};

model::PoissonSpec read_rate(const Field& field) {
  if (field.as<Node::List>() == nullptr) return {{{Instant{}, read_number(field)}}};
  model::PoissonSpec rate;
  for (const Field& element : elements(field, "a number or a list of steps")) {
    const Object step(element, rate_keys);
    model::Step<double>& spec = rate.steps.emplace_back();
    const auto from = step.require("from", "a step needs the instant from which its value holds");
    if (const auto value = step.require("value", "a step needs a value")) spec.value = read_number(*value);
    if (!from) continue;
    const std::size_t errors = from->faults().errors();
    spec.from = read_instant(*from);
    if (from->faults().errors() != errors) continue;
    if (rate.steps.size() == 1) {
      if (spec.from != Instant{}) from->expected("0 for the first step");
    } else if (spec.from <= rate.steps[rate.steps.size() - 2].from) {
      from->fault("is not after that of the step before");
    }
  }
  if (rate.steps.empty()) field.fault("expected at least one step, got none");
  return rate;
}

model::ScheduleSpec read_times(const Field& field) {
  model::ScheduleSpec schedule;
  for (const Field& element : elements(field, "a list of instants")) schedule.times.push_back(read_instant(element));
  std::sort(schedule.times.begin(), schedule.times.end());
  return schedule;
}

/// When the customers come: by exactly one of three keys.
decltype(model::StreamSpec::when) read_when(const Object& stream) {
  const auto every = stream.find("every");
  const auto rate = stream.find("rate_per_hour");
  const auto times = stream.find("times");
  if (!every && !rate && !times) stream.missing("every", "a stream needs every, rate_per_hour or times");
  const std::string_view first = every ? "every" : "rate_per_hour";
  for (const std::string_view key : {"rate_per_hour", "times"}) {
    if (key != first && stream.has(key) && (every || rate)) {
      stream.fault_at_key(key, fmt::format("stands beside {}; a stream has one of them", first));
    }
  }
  if (every) return read_task_time(*every);
  if (rate) return read_rate(*rate);
  if (times) return read_times(*times);
  return {};
}

bool is_always_zero(const random::Distribution& time) {
  const auto* normal = std::get_if<random::Normal>(&time);
  return random::mean_of(time) == 0 && (normal == nullptr || normal->sd == Duration{});
}

/// Those of an endless stream would come until the end of time.
void check_end(const Object& stream, const model::StreamSpec& spec, bool doors_close) {
  const auto* every = std::get_if<random::Distribution>(&spec.when);
  if (stream.has("times")) {
    for (const std::string_view key : {"count", "from", "until"}) {
      if (stream.has(key)) stream.fault_at_key(key, "stands beside times, which say who comes; remove it");
    }
  } else if (!stream.has("count") && !stream.has("until") && !doors_close) {
    stream.missing("count", "a stream needs a count or an until where the scenario has no until");
  } else if (!stream.has("count") && every != nullptr && is_always_zero(*every)) {
    stream.missing("count", "a stream whose customers all come at once needs one");
  }
}

model::StreamSpec read_stream(const Field& field, const Menu& menu, bool doors_close, std::set<std::string>& names) {
  const Object stream(field, stream_keys);
  model::StreamSpec spec;
  const std::size_t errors = field.faults().errors();
  spec.when = read_when(stream);
  const bool understood = field.faults().errors() == errors;
  if (const auto count = stream.find("count")) spec.count = read_count(*count);
  if (const auto from = stream.find("from")) spec.from = read_instant(*from);
  if (const auto until = stream.find("until")) spec.until = read_instant(*until);
  if (understood) check_end(stream, spec, doors_close);
  // Who has written another way to say what has one fault, not that and a missing key.
  const auto items =
      stream.has("mix") ? stream.find("items") : stream.require("items", "a stream needs items; write [] for none");
  if (items) spec.items = read_ordered_items(*items, menu);
  spec.name = read_own_name(stream, spec.name, names);
  return spec;
}

}  // namespace

std::vector<model::StreamSpec> read_arrivals(const Field& field, const Menu& menu, bool doors_close) {
  std::set<std::string> names;
  std::vector<model::StreamSpec> streams;
  for (const Field& element : elements(field, "a list of streams")) {
    streams.push_back(read_stream(element, menu, doors_close, names));
  }
  return streams;
}

}  // namespace sim::scenario
