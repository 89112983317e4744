#include "sim/scenario/schedule.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "sim/scenario/values.hpp"

namespace sim::scenario {
namespace {

constexpr std::string_view step_keys[] = {"from", "value"};

// `before` is when the step before begins; nothing for the first.
std::optional<Instant> read_from(const Field& field, const Clock& clock, std::optional<Instant> before) {
  const auto from = read_instant(field, clock);
  if (!from) return std::nullopt;
  if (!before && *from != Instant{}) field.expected("0 for the first step");
  if (before && *from <= *before) field.fault("is not after that of the step before; give the steps in their order");
  return from;
}

template <class Value>
std::vector<model::Step<Value>> read_steps(const Field& field, const Clock& clock, std::string_view expected,
                                           Value (*read_value)(const Field&)) {
  std::vector<model::Step<Value>> steps;
  std::optional<Instant> before;
  for (const Field& element : elements(field, expected)) {
    const Object object(element, step_keys);
    model::Step<Value>& step = steps.emplace_back();
    const auto from = object.require("from", "a step needs the instant from which its value holds");
    if (from) step.from = read_from(*from, clock, before).value_or(Instant{});
    if (const auto value = object.require("value", "a step needs a value")) step.value = read_value(*value);
    before = std::max(before.value_or(Instant{}), step.from);
  }
  if (steps.empty() && field.as<Node::List>() != nullptr) field.fault("expected at least one step, got none");
  return steps;
}

}  // namespace

model::Schedule read_schedule(const Field& field, const Clock& clock) {
  if (field.as<Number>() != nullptr) return read_count(field);
  auto steps = read_steps(
      field, clock, "a whole number of at least 1 or a list of steps",
      +[](const Field& value) { return read_whole_number(value); });
  if (steps.empty()) return {};
  return model::Schedule(std::move(steps));
}

void refuse_above(std::int64_t most, const model::Schedule& schedule, const Field& field, std::string_view or_else) {
  const auto* steps = field.as<Node::List>();
  if (steps == nullptr) {
    if (schedule.highest() > most)
      field.fault(fmt::format("expected at most {} {}, got {}", most, or_else, schedule.highest()));
    return;
  }
  for (std::size_t at = 0; at != steps->size(); ++at) {
    if (schedule.steps[at].value <= most) continue;
    const auto value = field.element(at).find("value");
    value->fault(fmt::format("expected at most {}, got {}", most, schedule.steps[at].value));
  }
}

model::PoissonSpec read_rate(const Field& field, const Clock& clock) {
  if (field.as<Number>() != nullptr) return {{{Instant{}, read_number(field)}}};
  return {read_steps(field, clock, "a number of at least 0 or a list of steps", read_number)};
}

}  // namespace sim::scenario
