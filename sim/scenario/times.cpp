#include "sim/scenario/times.hpp"

#include <fmt/format.h>

#include <chrono>
#include <string>
#include <string_view>

#include "sim/scenario/clock_time.hpp"
#include "sim/scenario/duration.hpp"
#include "sim/scenario/spelling.hpp"

namespace sim::scenario {
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
      field.expected(fmt::format("{} (as {})", kind, such_as), text == nullptr ? "" : duration_as_meant(*text));
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
  if (!time) field.expected(any_clock_time, text == nullptr ? "" : clock_time_as_meant(*text));
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
    const std::string meant = text == nullptr ? "" : clock_time_as_meant(*text);
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

}  // namespace sim::scenario
