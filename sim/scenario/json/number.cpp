#include "sim/scenario/json/number.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace fastfood::scenario {
namespace {

constexpr std::string_view decimal_digits = "0123456789";

bool has_one_of(std::string_view chars, std::string_view text, std::size_t index) {
  return index < text.size() && chars.find(text[index]) != chars.npos;
}

bool has_digit(std::string_view text, std::size_t index) { return has_one_of(decimal_digits, text, index); }

std::size_t end_of_digits(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of(decimal_digits, from), text.size());
}

// The exponent is capped at 10^12: no text has enough digits to make up for a larger one.
std::int64_t parse_exponent(std::string_view text) {
  constexpr std::int64_t max_exponent = 1'000'000'000'000;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t exponent = 0;
  for (const char digit : text) exponent = std::min(max_exponent, exponent * 10 + (digit - '0'));
  return negative ? -exponent : exponent;
}

Decimal without_outer_zeros(Decimal number) {
  const std::size_t last = number.digits.find_last_not_of('0');
  if (last == std::string::npos) return {number.negative, "", 0};
  number.exponent += static_cast<std::int64_t>(number.digits.size() - last - 1);
  number.digits.resize(last + 1);
  number.digits.erase(0, number.digits.find_first_not_of('0'));
  return number;
}

// Returns false if 64 bits cannot hold the sum.
bool append_digit(std::uint64_t& value, char digit) {
  const auto added = static_cast<std::uint64_t>(digit - '0');
  if (value > (std::numeric_limits<std::uint64_t>::max() - added) / 10) return false;
  value = value * 10 + added;
  return true;
}

// `fraction` holds the digits after the point. Its last one is not 0.
bool rounds_up(std::string_view fraction, bool odd) {
  if (fraction.empty() || fraction.front() < '5') return false;
  return fraction.front() > '5' || fraction.size() > 1 || odd;
}

}  // namespace

NumberScan scan_number(std::string_view text) {
  std::size_t end = text.starts_with('-') ? 1 : 0;
  if (!has_digit(text, end)) return {end, false};
  end = text[end] == '0' ? end + 1 : end_of_digits(text, end);
  if (has_one_of(".", text, end)) {
    if (!has_digit(text, end + 1)) return {end + 1, false};
    end = end_of_digits(text, end + 1);
  }
  if (has_one_of("eE", text, end)) {
    ++end;
    if (has_one_of("+-", text, end)) ++end;
    if (!has_digit(text, end)) return {end, false};
    end = end_of_digits(text, end);
  }
  return {end, true};
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  const NumberScan scan = scan_number(text);
  if (!scan.complete || scan.length != text.size()) return std::nullopt;
  Decimal number{.negative = text.starts_with('-')};
  if (number.negative) text.remove_prefix(1);
  if (const std::size_t e = text.find_first_of("eE"); e != text.npos) {
    number.exponent = parse_exponent(text.substr(e + 1));
    text = text.substr(0, e);
  }
  number.digits = text;
  if (const std::size_t point = text.find('.'); point != text.npos) {
    number.exponent -= static_cast<std::int64_t>(text.size() - point - 1);
    number.digits.erase(point, 1);
  }
  return without_outer_zeros(std::move(number));
}

Decimal scale(const Decimal& number, int factor, int exponent) {
  Decimal product{number.negative, "", number.exponent + exponent};
  int carry = 0;
  for (auto digit = number.digits.rbegin(); digit != number.digits.rend(); ++digit) {
    carry += (*digit - '0') * factor;
    product.digits += static_cast<char>('0' + carry % 10);
    carry /= 10;
  }
  for (; carry > 0; carry /= 10) product.digits += static_cast<char>('0' + carry % 10);
  std::reverse(product.digits.begin(), product.digits.end());
  return without_outer_zeros(std::move(product));
}

bool is_whole(const Decimal& number) { return number.exponent >= 0; }

std::optional<std::uint64_t> round_half_even(const Decimal& number) {
  constexpr std::int64_t max_digits = std::numeric_limits<std::uint64_t>::digits10 + 1;
  const auto count = static_cast<std::int64_t>(number.digits.size());
  const std::int64_t before_point = count + number.exponent;
  if (number.digits.empty() || before_point < 0) return 0;
  if (before_point > max_digits) return std::nullopt;

  std::uint64_t value = 0;
  for (std::int64_t index = 0; index < before_point; ++index) {
    const char digit = index < count ? number.digits[static_cast<std::size_t>(index)] : '0';
    if (!append_digit(value, digit)) return std::nullopt;
  }
  const auto point = static_cast<std::size_t>(std::min(before_point, count));
  if (!rounds_up(std::string_view(number.digits).substr(point), value % 2 == 1)) return value;
  if (value == std::numeric_limits<std::uint64_t>::max()) return std::nullopt;
  return value + 1;
}

double to_double(std::string_view number) {
  double value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  return value + 0.0;  // -0 becomes 0
}

}  // namespace fastfood::scenario
