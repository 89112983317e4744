#include "sim/scenario/read/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "sim/scenario/hints/spelling.hpp"
#include "sim/scenario/read/duration.hpp"

namespace fastfood::scenario {
namespace {

bool is_negative(const Decimal& number) { return number.negative && !number.digits.empty(); }

void expected_number(const Field& field, std::string_view what) { field.expected(what, suggest_number(field.node())); }

// The number that a field holds; nothing where it is none or has a fraction.
std::optional<Decimal> whole_number(const Field& field) {
  const auto* number = field.as<Number>();
  if (number == nullptr) return std::nullopt;
  auto decimal = parse_decimal(number->digits);
  return decimal && is_whole(*decimal) ? std::move(decimal) : std::nullopt;
}

std::int64_t read_between(const Field& field, std::int64_t least, std::int64_t most) {
  const auto number = whole_number(field);
  const auto value = number ? round_half_even(*number) : std::nullopt;
  if (!number || is_negative(*number) || (value && *value < static_cast<std::uint64_t>(least))) {
    expected_number(field, fmt::format("a whole number of at least {}", least));
  } else if (!value || *value > static_cast<std::uint64_t>(most)) {
    field.expected(fmt::format("a whole number of at most {}", most));
  } else {
    return static_cast<std::int64_t>(*value);
  }
  return least;
}

// 0 where it is too small for a double.
std::optional<double> number_in(const Field& field) {
  const auto* number = field.as<Number>();
  if (number == nullptr) return std::nullopt;
  double value = 0;
  std::from_chars(number->digits.data(), number->digits.data() + number->digits.size(), value);
  return value + 0.0;  // -0 becomes 0
}

}  // namespace

std::string read_text(const Field& field) {
  if (const auto* text = field.as<std::string>()) return *text;
  field.expected("a text");
  return {};
}

std::uint64_t read_seed(const Field& field) {
  const auto number = whole_number(field);
  const auto seed = number && !is_negative(*number) ? round_half_even(*number) : std::nullopt;
  if (!seed) expected_number(field, "a whole number from 0 to 18446744073709551615");
  return seed.value_or(0);
}

std::int64_t read_integer(const Field& field) {
  const auto number = whole_number(field);
  const auto size = number ? round_half_even(*number) : std::nullopt;
  if (size && *size <= static_cast<std::uint64_t>(most_of_all))
    return static_cast<std::int64_t>(*size) * (number->negative ? -1 : 1);
  expected_number(field,
                  number ? fmt::format("a whole number from -{} to {}", most_of_all, most_of_all) : "a whole number");
  return 0;
}

std::int64_t read_whole_number(const Field& field, std::int64_t most) { return read_between(field, 0, most); }

std::int64_t read_whole_number_from(std::int64_t least, const Field& field) {
  return read_between(field, least, most_of_all);
}

std::int64_t read_count(const Field& field, std::int64_t most) { return read_between(field, 1, most); }

double read_any_number(const Field& field) {
  const auto number = number_in(field);
  if (!number) expected_number(field, "a number");
  return number.value_or(0);
}

double read_money(const Field& field) {
  constexpr double most = 1e15;
  const double amount = read_any_number(field);
  if (std::abs(amount) <= most) return amount;
  field.expected("an amount of at most 1e15");
  return 0;
}

double read_cost(const Field& field) {
  const std::size_t errors = field.faults().errors();
  const double amount = read_number(field);
  return field.faults().errors() == errors ? read_money(field) : amount;
}

double read_number(const Field& field) {
  const double number = number_in(field).value_or(-1);
  if (number < 0) expected_number(field, "a number of at least 0");
  return std::max(number, 0.0);
}

double read_number_above_zero(const Field& field) {
  const double number = number_in(field).value_or(0);
  if (number > 0) return number;
  expected_number(field, "a number above 0");
  return 1;
}

double read_fraction(const Field& field) {
  const double fraction = number_in(field).value_or(-1);
  if (fraction < 0 || fraction > 1) field.expected("a number from 0 to 1", suggest_share(field.node()));
  return std::clamp(fraction, 0.0, 1.0);
}

}  // namespace fastfood::scenario
