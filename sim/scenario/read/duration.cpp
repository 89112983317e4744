#include "sim/scenario/read/duration.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <limits>

#include "sim/base/ascii.hpp"
#include "sim/scenario/json/syntax.hpp"

namespace fastfood::scenario {
namespace {

// The exponent written in `text`. Beyond a million millions it is of no more consequence: no text has so many digits
// that they could make up for it.
std::int64_t parse_exponent(std::string_view text) {
  constexpr std::int64_t enough = 1'000'000'000'000;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t exponent = 0;
  for (const char digit : text) exponent = std::min(enough, exponent * 10 + (digit - '0'));
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

bool add_digit(std::uint64_t& value, char digit) {
  const auto added = static_cast<std::uint64_t>(digit - '0');
  if (value > (std::numeric_limits<std::uint64_t>::max() - added) / 10) return false;
  value = value * 10 + added;
  return true;
}

// `fraction` are the digits behind the point, of which the last is not 0.
bool rounds_up(std::string_view fraction, bool odd) {
  if (fraction.empty() || fraction.front() < '5') return false;
  return fraction.front() > '5' || fraction.size() > 1 || odd;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  const NumberScan scan = scan_number(text);
  if (!scan.whole || scan.length != text.size()) return std::nullopt;
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
  constexpr std::int64_t most_digits = std::numeric_limits<std::uint64_t>::digits10 + 1;
  const auto count = static_cast<std::int64_t>(number.digits.size());
  const std::int64_t before_point = count + number.exponent;
  if (number.digits.empty() || before_point < 0) return 0;
  if (before_point > most_digits) return std::nullopt;

  std::uint64_t value = 0;
  for (std::int64_t at = 0; at < before_point; ++at) {
    const char digit = at < count ? number.digits[static_cast<std::size_t>(at)] : '0';
    if (!add_digit(value, digit)) return std::nullopt;
  }
  const auto point = static_cast<std::size_t>(std::min(before_point, count));
  if (!rounds_up(std::string_view(number.digits).substr(point), value % 2 == 1)) return value;
  if (value == std::numeric_limits<std::uint64_t>::max()) return std::nullopt;
  return value + 1;
}

namespace {

// So many nanoseconds: `factor` × 10^`exponent`.
struct Unit {
  std::string_view name;
  int factor;
  int exponent;
};

// "ms" before "s", which it ends in.
constexpr Unit units[] = {{"ms", 1, 6}, {"s", 1, 9}, {"min", 6, 10}, {"h", 36, 11}};

Result<Duration, DurationFault> in_unit(std::string_view number, const Unit& unit) {
  const auto decimal = parse_decimal(number);
  if (!decimal) return Unexpected(DurationFault::not_a_duration);
  if (decimal->negative && !decimal->digits.empty()) return Unexpected(DurationFault::negative);
  constexpr auto most = static_cast<std::uint64_t>(longest_duration.count());
  const auto nanoseconds = round_half_even(scale(*decimal, unit.factor, unit.exponent));
  if (!nanoseconds || *nanoseconds > most) return Unexpected(DurationFault::too_long);
  return Duration{static_cast<Duration::rep>(*nanoseconds)};
}

}  // namespace

Result<Duration, DurationFault> parse_seconds(std::string_view number) { return in_unit(number, {"s", 1, 9}); }

Result<Duration, DurationFault> parse_with_unit(std::string_view text) {
  for (const Unit& unit : units) {
    if (text.ends_with(unit.name)) return in_unit(text.substr(0, text.size() - unit.name.size()), unit);
  }
  return Unexpected(DurationFault::not_a_duration);
}

namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// The number of two digits, below `end`, at `at`.
std::optional<int> two_digits(std::string_view text, std::size_t at, int end) {
  if (text.size() < at + 2 || !is_digit(text[at]) || !is_digit(text[at + 1])) return std::nullopt;
  const int number = 10 * (text[at] - '0') + (text[at + 1] - '0');
  return number < end ? std::optional(number) : std::nullopt;
}

bool is_digit_at(std::string_view text, std::size_t at) { return at < text.size() && is_digit(text[at]); }

// `9.30` with its dot as a colon: one digit before it at least, and two behind it.
std::string with_colon(std::string_view text) {
  std::string time(text);
  const std::size_t dot = text.find('.');
  const bool is_between = dot != text.npos && dot != 0 && is_digit(text[dot - 1]) && is_digit_at(text, dot + 1) &&
                          is_digit_at(text, dot + 2) && !is_digit_at(text, dot + 3);
  if (is_between && text.find(':') == text.npos) time[dot] = ':';
  return time;
}

}  // namespace

bool looks_like_clock_time(std::string_view text) {
  return text.find(':') != text.npos && text.find_first_not_of("0123456789:") == text.npos;
}

std::optional<Duration> parse_clock_time(std::string_view text) {
  const bool with_seconds = text.size() == 8;
  if ((text.size() != 5 && !with_seconds) || text[2] != ':' || (with_seconds && text[5] != ':')) return std::nullopt;
  const auto hour = two_digits(text, 0, 24);
  const auto minute = two_digits(text, 3, 60);
  const auto second = with_seconds ? two_digits(text, 6, 60) : 0;
  if (!hour || !minute || !second) return std::nullopt;
  return std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

std::string clock_time_text(Duration since_midnight) {
  const std::chrono::hh_mm_ss time(std::chrono::duration_cast<std::chrono::seconds>(since_midnight));
  const std::string text = fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
  return time.seconds().count() == 0 ? text : fmt::format("{}:{:02}", text, time.seconds().count());
}

std::string suggest_clock_time(std::string_view text) {
  constexpr std::size_t longest = 40;  // what is longer is no slip
  if (text.size() > longest) return {};
  std::string time;
  for (const char letter : with_colon(text)) {
    if (letter != ' ' && letter != '.') time += to_lower(letter);
  }
  const bool afternoon = time.ends_with("pm");
  const bool is_halved = afternoon || time.ends_with("am");
  if (is_halved) time.resize(time.size() - 2);
  if (is_halved && time.find(':') == time.npos) time += ":00";
  if (time.find(':') == 1) time.insert(0, "0");
  if (time == "24:00" || time == "24:00:00") return "\"00:00\"";
  auto since_midnight = parse_clock_time(time);
  constexpr std::chrono::hours half(12);
  if (!since_midnight || (is_halved && (*since_midnight >= 13 * std::chrono::hours(1)))) return {};
  if (is_halved && *since_midnight >= half) *since_midnight -= half;
  return fmt::format("\"{}\"", clock_time_text(*since_midnight + (afternoon ? half : Duration{})));
}

}  // namespace fastfood::scenario
