#include "sim/scenario/schedule.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/clock_time.hpp"
#include "sim/scenario/spelling.hpp"
#include "sim/scenario/values.hpp"

namespace sim::scenario {
namespace {

constexpr std::string_view step_keys[] = {"from", "value"};

/// The step before the one being read.
struct StepBefore {
  Instant from;
  std::string note;  // that it is of the next day, where it is
};

std::optional<Instant> read_first_from(const Field& field, const Clock& clock) {
  const auto from = read_instant(field, clock);
  if (!from || *from == Instant{}) return from;
  const std::string note = note_of_next_day(field, clock);
  const std::string opens_at = clock.opens_at ? clock_time_text(*clock.opens_at) : "";
  if (!note.empty()) {
    field.fault(fmt::format("{}; let the first step begin at {}", note, opens_at));
    return std::nullopt;
  }
  field.expected(opens_at.empty() ? "0 for the first step"
                                  : fmt::format("{}, when it opens, for the first step", opens_at));
  return from;
}

std::optional<Instant> read_later_from(const Field& field, const Clock& clock, const StepBefore& before) {
  const auto from = read_instant(field, clock);
  if (!from || *from > before.from) return from;
  field.fault(before.note.empty() ? "is not after that of the step before; give the steps in their order"
                                  : fmt::format("is not after that of the step before: {}", before.note));
  return before.note.empty() ? before.from : *from;
}

template <class Value>
struct StepKind {
  std::string_view name;      // in the schema
  std::string_view expected;  // where there is no list of them
  Value (*read_value)(const Field&);
};

template <class Value>
std::vector<model::Step<Value>> read_steps(const Field& field, const Clock& clock, const StepKind<Value>& kind) {
  std::vector<model::Step<Value>> steps;
  if (const std::string meant = number_as_meant(field.node()); !meant.empty()) {
    field.expected(kind.expected, meant);
    return steps;
  }
  std::optional<StepBefore> before;
  for (const Field& element : elements(field, kind.expected)) {
    const Object object(element, {kind.name, step_keys});
    model::Step<Value>& step = steps.emplace_back();
    const auto from = object.require("from", "a step needs the instant from which its value holds");
    const auto instant = !from    ? std::nullopt
                         : before ? read_later_from(*from, clock, *before)
                                  : read_first_from(*from, clock);
    step.from = instant.value_or(before ? before->from : Instant{});
    if (const auto value = object.require("value", "a step needs a value")) step.value = kind.read_value(*value);
    // After a first step of the next day every instant may follow: one fault is enough.
    before = StepBefore{instant.value_or(before ? before->from : Instant::min()),
                        instant ? note_of_next_day(*from, clock) : ""};
  }
  if (steps.empty() && field.as<Node::List>() != nullptr) field.fault("expected at least one step, got none");
  return steps;
}

}  // namespace

model::Schedule read_schedule(const Field& field, const Clock& clock) {
  if (field.as<Number>() != nullptr) return read_count(field);
  constexpr StepKind<std::int64_t> kind{"schedule_step", "a whole number of at least 1 or a list of steps",
                                        [](const Field& value) { return read_whole_number(value); }};
  auto steps = read_steps(field, clock, kind);
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
  constexpr StepKind<double> kind{"rate_step", "a number of at least 0 or a list of steps", read_number};
  return {read_steps(field, clock, kind)};
}

}  // namespace sim::scenario
