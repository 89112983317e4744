#include "sim/scenario/read/schedule.hpp"

#include <fmt/format.h>
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

constexpr std::string_view any_clock_time = R"(a clock time as "12:30" or "12:30:15", from 00:00 to 23:59:59)";

constexpr std::string_view examples = R"(4, 0.5, "250ms", "4s", "7min" or "1.5h")";

constexpr std::string_view examples_of_instants = R"(4, 0.5, "250ms", "4s", "7min", "1.5h" or "12:30")";

Result<Duration, DurationFault> parse_duration(const Field& field) {
  if (const auto* number = field.as<Number>()) return parse_seconds(number->digits);
  if (const auto* text = field.as<std::string>()) return parse_with_unit(*text);
  return Unexpected(DurationFault::not_a_duration);
}

std::optional<Duration> read_time(const Field& field, std::string_view kind, std::string_view such_as) {
  const auto duration = parse_duration(field);
  if (duration) return *duration;
  const auto* text = field.as<std::string>();
  switch (duration.error()) {
    case DurationFault::not_a_duration:
      field.expected(fmt::format("{} (as {})", kind, such_as), text == nullptr ? "" : suggest_duration(*text));
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
  if (!time) field.expected(any_clock_time, text == nullptr ? "" : suggest_clock_time(*text));
  return time;
}

}  // namespace

Clock read_opens_at(const Field& field) { return {true, read_clock_time(field)}; }

Duration read_duration(const Field& field) { return read_time(field, "a duration", examples).value_or(Duration{}); }

Duration read_duration_above_zero(const Field& field) {
  const auto duration = read_time(field, "a duration", examples);
  if (duration == Duration{}) field.expected("a duration above 0");
  return std::max(duration.value_or(Duration{}), Duration{1});
}

std::optional<Instant> read_instant(const Field& field, const Clock& clock) {
  const auto* text = field.as<std::string>();
  if (text == nullptr || !looks_like_clock_time(*text)) {
    const std::string meant = text == nullptr ? "" : suggest_clock_time(*text);
    if (clock.is_there && !meant.empty()) {
      field.expected(any_clock_time, meant);
      return std::nullopt;
    }
    const auto since_start = read_time(field, "an instant", clock.is_there ? examples_of_instants : examples);
    return since_start ? std::optional(Instant(*since_start)) : std::nullopt;
  }
  if (!clock.is_there) {
    field.fault("a clock time needs opens_at in the scenario; add it, or write the time since the start");
    return std::nullopt;
  }
  const auto time = read_clock_time(field);
  if (!time || !clock.opens_at) return std::nullopt;
  return Instant(*time >= *clock.opens_at ? *time - *clock.opens_at : *time - *clock.opens_at + hours(24));
}

std::string note_of_next_day(const Field& field, const Clock& clock) {
  const auto* text = field.as<std::string>();
  const auto time = text == nullptr ? std::nullopt : parse_clock_time(*text);
  if (!time || !clock.opens_at || *time >= *clock.opens_at) return {};
  return fmt::format("{} is before opens_at, {}, and so of the next day", *text, clock_time_text(*clock.opens_at));
}

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
std::vector<model::ScheduleStep<Value>> read_steps(const Field& field, const Clock& clock,
                                                   const StepKind<Value>& kind) {
  std::vector<model::ScheduleStep<Value>> steps;
  if (const std::string meant = suggest_number(field.node()); !meant.empty()) {
    field.expected(kind.expected, meant);
    return steps;
  }
  std::optional<StepBefore> before;
  for (const Field& element : elements(field, kind.expected)) {
    const Object object(element, {kind.name, step_keys});
    model::ScheduleStep<Value>& step = steps.emplace_back();
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

}  // namespace fastfood::scenario
