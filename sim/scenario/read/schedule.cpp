#include "sim/scenario/read/schedule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/read/duration.hpp"
#include "sim/scenario/read/values.hpp"

namespace fastfood::scenario {
namespace {

using std::chrono::hours;

constexpr std::string_view a_clock_time = R"(a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59)";

constexpr std::string_view duration_examples = R"(4, 0.5, "250ms", "4s", "7min" or "1.5h")";

constexpr std::string_view instant_examples = R"(4, 0.5, "250ms", "4s", "7min", "1.5h" or "12:30")";

Result<Duration, DurationFault> parse_duration(const Field& field) {
  if (const auto* number = field.as<Number>()) return parse_seconds(number->digits);
  if (const auto* text = field.as<std::string>()) return parse_with_unit(*text);
  return Unexpected(DurationFault::not_a_duration);
}

std::optional<Duration> read_time(const Field& field, std::string_view kind, std::string_view examples) {
  const auto duration = parse_duration(field);
  if (duration) return *duration;
  const auto* text = field.as<std::string>();
  switch (duration.error()) {
    case DurationFault::not_a_duration:
      field.expected(fmt::format("{} (as {})", kind, examples), text == nullptr ? "" : suggest_duration(*text));
      break;
    case DurationFault::negative:
      field.expected(fmt::format("{} of at least 0", kind));
      break;
    case DurationFault::too_long:
      field.expected(fmt::format("{} of at most 50 years", kind));
      break;
  }
  return std::nullopt;
}

std::optional<Duration> read_clock_time(const Field& field) {
  const auto* text = field.as<std::string>();
  const auto time = text == nullptr ? std::nullopt : parse_clock_time(*text);
  if (!time) field.expected(a_clock_time, text == nullptr ? "" : suggest_clock_time(*text));
  return time;
}

constexpr std::string_view schedule_step_keys[] = {"from", "value"};

/// The step before the one that is being read.
struct PreviousStep {
  Instant from;
  std::string next_day;  // a note, if it is on the next day
};

std::optional<Instant> read_first_from(const Field& field, const Clock& clock) {
  const auto from = read_instant(field, clock);
  if (!from || *from == Instant{}) return from;
  const std::string note = next_day_note(field, clock);
  const std::string opens_at = clock.opens_at ? clock_time_text(*clock.opens_at) : "";
  if (!note.empty()) {
    field.fault(fmt::format("{}; let the first step begin at {}", note, opens_at));
    return std::nullopt;
  }
  field.expected(opens_at.empty() ? "0 for the first step"
                                  : fmt::format("{}, when it opens, for the first step", opens_at));
  return from;
}

std::optional<Instant> read_later_from(const Field& field, const Clock& clock, const PreviousStep& previous) {
  const auto from = read_instant(field, clock);
  if (!from || *from > previous.from) return from;
  field.fault(previous.next_day.empty() ? "is not after that of the step before; give the steps in their order"
                                        : fmt::format("is not after that of the step before: {}", previous.next_day));
  return previous.next_day.empty() ? previous.from : *from;
}

template <class Value>
struct StepKind {
  std::string_view name;      // in the schema
  std::string_view expected;  // instead of what is neither a number nor a list
  Value (*read_value)(const Field&);
};

template <class Value>
std::vector<model::ScheduleStep<Value>> read_schedule_steps(const Field& field, const Clock& clock,
                                                            const StepKind<Value>& kind) {
  std::vector<model::ScheduleStep<Value>> steps;
  if (const std::string meant = suggest_number(field.node()); !meant.empty()) {
    field.expected(kind.expected, meant);
    return steps;
  }
  std::optional<PreviousStep> previous;
  for (const Field& element : elements(field, kind.expected)) {
    const Object object(element, {kind.name, schedule_step_keys});
    model::ScheduleStep<Value>& step = steps.emplace_back();
    const auto from = object.require("from", "a step needs the instant from which its value holds");
    const auto instant = !from      ? std::nullopt
                         : previous ? read_later_from(*from, clock, *previous)
                                    : read_first_from(*from, clock);
    step.from = instant.value_or(previous ? previous->from : Instant{});
    if (const auto value = object.require("value", "a step needs a value")) step.value = kind.read_value(*value);
    // If the first step is on the next day, any instant may follow: one fault is enough.
    previous = PreviousStep{instant.value_or(previous ? previous->from : Instant::min()),
                            instant ? next_day_note(*from, clock) : ""};
  }
  if (steps.empty() && field.as<Node::List>() != nullptr) field.fault("expected at least one step, got none");
  return steps;
}

}  // namespace

Clock read_opens_at(const Field& field) { return {true, read_clock_time(field)}; }

Duration read_duration(const Field& field) {
  return read_time(field, "a duration", duration_examples).value_or(Duration{});
}

Duration read_duration_above_zero(const Field& field) {
  const auto duration = read_time(field, "a duration", duration_examples);
  if (duration == Duration{}) field.expected("a duration above 0");
  return std::max(duration.value_or(Duration{}), Duration{1});
}

std::optional<Instant> read_instant(const Field& field, const Clock& clock) {
  const auto* text = field.as<std::string>();
  if (text == nullptr || !looks_like_clock_time(*text)) {
    const std::string meant = text == nullptr ? "" : suggest_clock_time(*text);
    if (clock.is_set && !meant.empty()) {
      field.expected(a_clock_time, meant);
      return std::nullopt;
    }
    const auto since_start = read_time(field, "an instant", clock.is_set ? instant_examples : duration_examples);
    return since_start ? std::optional(Instant(*since_start)) : std::nullopt;
  }
  if (!clock.is_set) {
    field.fault("a clock time needs opens_at in the scenario; add it, or write the time since the start");
    return std::nullopt;
  }
  const auto time = read_clock_time(field);
  if (!time || !clock.opens_at) return std::nullopt;
  return Instant(*time >= *clock.opens_at ? *time - *clock.opens_at : *time - *clock.opens_at + hours(24));
}

std::string next_day_note(const Field& field, const Clock& clock) {
  const auto* text = field.as<std::string>();
  const auto time = text == nullptr ? std::nullopt : parse_clock_time(*text);
  if (!time || !clock.opens_at || *time >= *clock.opens_at) return {};
  return fmt::format("{} is before opens_at, {}, and so of the next day", *text, clock_time_text(*clock.opens_at));
}

model::Schedule read_schedule(const Field& field, const Clock& clock) {
  if (field.as<Number>() != nullptr) return read_count(field);
  constexpr StepKind<std::int64_t> kind{"schedule_step", "a whole number of at least 1 or a list of steps",
                                        [](const Field& value) { return read_whole_number(value); }};
  auto steps = read_schedule_steps(field, clock, kind);
  if (steps.empty()) return {};
  return model::Schedule(std::move(steps));
}

void refuse_above(std::int64_t max, const model::Schedule& schedule, const Field& field, std::string_view alternative) {
  const auto* steps = field.as<Node::List>();
  if (steps == nullptr) {
    if (schedule.highest() > max)
      field.fault(fmt::format("expected at most {} {}, got {}", max, alternative, schedule.highest()));
    return;
  }
  for (std::size_t i = 0; i != steps->size(); ++i) {
    if (schedule.steps[i].value <= max) continue;
    const auto value = field.element(i).find("value");
    value->fault(fmt::format("expected at most {}, got {}", max, schedule.steps[i].value));
  }
}

model::PoissonSpec read_rate(const Field& field, const Clock& clock) {
  if (field.as<Number>() != nullptr) return {{{Instant{}, read_number(field)}}};
  constexpr StepKind<double> kind{"rate_step", "a number of at least 0 or a list of steps", read_number};
  return {read_schedule_steps(field, clock, kind)};
}

}  // namespace fastfood::scenario
