#include "sim/scenario/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "sim/scenario/decimal.hpp"
#include "sim/scenario/duration.hpp"

namespace sim::scenario {
namespace {

// The number that a field holds; nothing where it is none, is negative or has a fraction.
std::optional<Decimal> whole_number(const Field& field) {
  const auto* number = field.as<Number>();
  if (number == nullptr) return std::nullopt;
  auto decimal = parse_decimal(number->digits);
  const bool negative = decimal && decimal->negative && !decimal->digits.empty();
  return decimal && is_whole(*decimal) && !negative ? std::move(decimal) : std::nullopt;
}

// As in "12:30" or "12:30:15", whether or not there is such a time of day.
bool looks_like_clock_time(const Field& field) {
  const auto* text = field.as<std::string>();
  return text != nullptr && text->find(':') != std::string::npos &&
         text->find_first_not_of("0123456789:") == std::string::npos;
}

Result<Duration, DurationFault> parse_duration(const Field& field) {
  if (const auto* number = field.as<Number>()) return parse_seconds(number->digits);
  if (const auto* text = field.as<std::string>()) return parse_with_unit(*text);
  return Unexpected(DurationFault::not_a_duration);
}

// 0 where it is too small for a double.
std::optional<double> number_in(const Field& field) {
  const auto* number = field.as<Number>();
  if (number == nullptr) return std::nullopt;
  double value = 0;
  std::from_chars(number->digits.data(), number->digits.data() + number->digits.size(), value);
  return value;
}

Duration read_time(const Field& field, std::string_view kind) {
  const auto duration = parse_duration(field);
  if (duration) return *duration;
  switch (duration.error()) {
    case DurationFault::not_a_duration:
      field.expected(fmt::format(R"({} (as 4, 0.5, "250ms", "4s", "7min" or "1.5h"))", kind));
      break;
    case DurationFault::negative:
      field.expected(fmt::format("{} of at least 0", kind));
      break;
    case DurationFault::too_long:
      field.expected(fmt::format("{} of at most 50 years", kind));
      break;
  }
  return {};
}

}  // namespace

std::string read_text(const Field& field) {
  if (const auto* text = field.as<std::string>()) return *text;
  field.expected("a text");
  return {};
}

std::uint64_t read_seed(const Field& field) {
  const auto number = whole_number(field);
  const auto seed = number ? rounded(*number) : std::nullopt;
  if (!seed) field.expected("a whole number from 0 to 18446744073709551615");
  return seed.value_or(0);
}

std::int64_t read_count(const Field& field) {
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  const auto number = whole_number(field);
  if (!number || number->digits.empty()) {
    field.expected("a whole number of at least 1");
    return 1;
  }
  const auto count = rounded(*number);
  if (count && *count <= most) return static_cast<std::int64_t>(*count);
  field.expected(fmt::format("a whole number of at most {}", most));
  return 1;
}

std::int64_t read_scheduled_count(const Field& field) {
  if (field.as<Node::List>() == nullptr) return read_count(field);
  field.fault("schedules are not supported by this version of fastfood; write one whole number");
  return 1;
}

double read_number(const Field& field) {
  const double number = number_in(field).value_or(-1);
  if (number < 0) field.expected("a number of at least 0");
  return std::max(number, 0.0) + 0.0;  // -0 becomes 0
}

double read_number_above_zero(const Field& field) {
  const double number = number_in(field).value_or(0);
  if (number > 0) return number;
  field.expected("a number above 0");
  return 1;
}

double read_fraction(const Field& field) {
  const double fraction = number_in(field).value_or(-1);
  if (fraction < 0 || fraction > 1) field.expected("a number from 0 to 1");
  return std::clamp(fraction, 0.0, 1.0) + 0.0;  // -0 becomes 0
}

Duration read_duration(const Field& field) { return read_time(field, "a duration"); }

Instant read_instant(const Field& field) {
  if (!looks_like_clock_time(field)) return Instant(read_time(field, "an instant"));
  field.fault("clock times are not supported by this version of fastfood; write the time since the start");
  return {};
}

}  // namespace sim::scenario
