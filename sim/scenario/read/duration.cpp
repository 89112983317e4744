#include "sim/scenario/read/duration.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>

#include "sim/base/ascii.hpp"
#include "sim/scenario/json/number.hpp"

namespace fastfood::scenario {
namespace {

// `factor` × 10^`exponent` nanoseconds.
struct DurationUnit {
  std::string_view name;
  int factor;
  int exponent;
};

// "ms" comes before "s", because it ends in it.
constexpr DurationUnit duration_units[] = {{"ms", 1, 6}, {"s", 1, 9}, {"min", 6, 10}, {"h", 36, 11}};

Result<Duration, DurationFault> parse_in_unit(std::string_view number, const DurationUnit& unit) {
  const auto decimal = parse_decimal(number);
  if (!decimal) return Unexpected(DurationFault::not_a_duration);
  if (decimal->negative && !decimal->digits.empty()) return Unexpected(DurationFault::negative);
  constexpr auto max = static_cast<std::uint64_t>(longest_duration.count());
  const auto nanoseconds = round_half_even(scale(*decimal, unit.factor, unit.exponent));
  if (!nanoseconds || *nanoseconds > max) return Unexpected(DurationFault::too_long);
  return Duration{static_cast<Duration::rep>(*nanoseconds)};
}

// The two digits at `index` as a number; nothing if it is not below `end`.
std::optional<int> two_digits(std::string_view text, std::size_t index, int end) {
  if (text.size() < index + 2 || !is_digit(text[index]) || !is_digit(text[index + 1])) return std::nullopt;
  const int number = 10 * (text[index] - '0') + (text[index + 1] - '0');
  return number < end ? std::optional(number) : std::nullopt;
}

bool is_digit_at(std::string_view text, std::size_t index) { return index < text.size() && is_digit(text[index]); }

// Replaces the dot of `9.30` or the h of `9h30` by a colon: it has at least one digit before it and exactly two after.
std::string with_colon(std::string_view text) {
  std::string time(text);
  const std::size_t dot = text.find_first_of(".hH");
  const bool is_between = dot != text.npos && dot != 0 && is_digit(text[dot - 1]) && is_digit_at(text, dot + 1) &&
                          is_digit_at(text, dot + 2) && !is_digit_at(text, dot + 3);
  if (is_between && text.find(':') == text.npos) time[dot] = ':';
  return time;
}

}  // namespace

Result<Duration, DurationFault> parse_seconds(std::string_view number) { return parse_in_unit(number, {"s", 1, 9}); }

Result<Duration, DurationFault> parse_with_unit(std::string_view text) {
  for (const DurationUnit& unit : duration_units) {
    if (text.ends_with(unit.name)) return parse_in_unit(text.substr(0, text.size() - unit.name.size()), unit);
  }
  return Unexpected(DurationFault::not_a_duration);
}

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
  constexpr std::size_t max_length = 40;  // a longer text is not a slip
  if (text.size() > max_length) return {};
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
