#include "sim/scenario/read/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/json/number.hpp"

namespace fastfood::scenario {
namespace {

bool is_negative(const Decimal& number) { return number.negative && !number.digits.empty(); }

void report_not_number(const Field& field, std::string_view what) {
  field.expected(what, suggest_number(field.node()));
}

// Returns nothing if the value is not a number, or has a fraction.
std::optional<Decimal> whole_number_in(const Field& field) {
  const auto* number = field.as<Number>();
  if (number == nullptr) return std::nullopt;
  auto decimal = parse_decimal(number->digits);
  return decimal && is_whole(*decimal) ? std::move(decimal) : std::nullopt;
}

std::int64_t read_between(const Field& field, std::int64_t min, std::int64_t max) {
  const auto number = whole_number_in(field);
  const auto value = number ? round_half_even(*number) : std::nullopt;
  if (!number || is_negative(*number) || (value && *value < static_cast<std::uint64_t>(min))) {
    report_not_number(field, fmt::format("a whole number of at least {}", min));
  } else if (!value || *value > static_cast<std::uint64_t>(max)) {
    field.expected(fmt::format("a whole number of at most {}", max));
  } else {
    return static_cast<std::int64_t>(*value);
  }
  return min;
}

std::optional<double> double_in(const Field& field) {
  const auto* number = field.as<Number>();
  return number != nullptr ? std::optional(to_double(number->digits)) : std::nullopt;
}

}  // namespace

std::string read_text(const Field& field) {
  if (const auto* text = field.as<std::string>()) return *text;
  field.expected("a text");
  return {};
}

std::uint64_t read_seed(const Field& field) {
  const auto number = whole_number_in(field);
  const auto seed = number && !is_negative(*number) ? round_half_even(*number) : std::nullopt;
  if (!seed) report_not_number(field, "a whole number from 0 to 18446744073709551615");
  return seed.value_or(0);
}

std::int64_t read_integer(const Field& field) {
  const auto number = whole_number_in(field);
  const auto size = number ? round_half_even(*number) : std::nullopt;
  if (size && *size <= static_cast<std::uint64_t>(max_integer))
    return static_cast<std::int64_t>(*size) * (number->negative ? -1 : 1);
  report_not_number(field,
                    number ? fmt::format("a whole number from -{} to {}", max_integer, max_integer) : "a whole number");
  return 0;
}

std::int64_t read_whole_number(const Field& field, std::int64_t max) { return read_between(field, 0, max); }

std::int64_t read_whole_number_from(std::int64_t min, const Field& field) {
  return read_between(field, min, max_integer);
}

std::int64_t read_count(const Field& field, std::int64_t max) { return read_between(field, 1, max); }

double read_any_number(const Field& field) {
  const auto number = double_in(field);
  if (!number) report_not_number(field, "a number");
  return number.value_or(0);
}

double read_money(const Field& field) {
  constexpr double max = 1e15;
  const double amount = read_any_number(field);
  if (std::abs(amount) <= max) return amount;
  field.expected("an amount of at most 1e15");
  return 0;
}

double read_cost(const Field& field) {
  const std::size_t errors = field.faults().errors();
  const double amount = read_number(field);
  return field.faults().errors() == errors ? read_money(field) : amount;
}

double read_number(const Field& field) {
  const double number = double_in(field).value_or(-1);
  if (number < 0) report_not_number(field, "a number of at least 0");
  return std::max(number, 0.0);
}

double read_number_above_zero(const Field& field) {
  const double number = double_in(field).value_or(0);
  if (number > 0) return number;
  report_not_number(field, "a number above 0");
  return 1;
}

double read_fraction(const Field& field) {
  const double fraction = double_in(field).value_or(-1);
  if (fraction < 0 || fraction > 1) field.expected("a number from 0 to 1", suggest_share(field.node()));
  return std::clamp(fraction, 0.0, 1.0);
}

}  // namespace fastfood::scenario
