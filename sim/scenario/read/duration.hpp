#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.hpp"
#include "sim/base/time.hpp"

namespace fastfood::scenario {

/// A decimal number exactly as written: `digits` × 10^`exponent`, without zeros at either end; no digits are 0.
struct Decimal {
  bool negative = false;
  std::string digits;
  std::int64_t exponent = 0;

  bool operator==(const Decimal&) const = default;
};

/// Nothing where `text` is no number of JSON's grammar.
std::optional<Decimal> parse_decimal(std::string_view text);

/// `factor` × 10^`exponent` times as much.
Decimal scale(const Decimal& number, int factor, int exponent);

/// Whether it has no fraction: 3, 3.0 and 3e0 are whole.
bool is_whole(const Decimal& number);

/// The nearest whole number, halves to the even one, whatever the sign; nothing beyond 64 bits.
std::optional<std::uint64_t> round_half_even(const Decimal& number);

/// The longest that may be written: 50 years of 365.25 days.
inline constexpr Duration longest_duration = std::chrono::hours{50 * 8766};

/// Why a text is no duration.
enum class DurationFault { not_a_duration, negative, too_long };

/// A number of seconds by JSON's grammar (`4`, `0.5`, `1e-3`) as whole nanoseconds: computed from the digits as
/// written, and round_half_even once, to the nearest, halves to the even one.
Result<Duration, DurationFault> parse_seconds(std::string_view number);

/// The same with a unit right after the number: `250ms`, `4s`, `7min`, `1.5h`.
Result<Duration, DurationFault> parse_with_unit(std::string_view text);

/// Whether `text` means a time of day, as "12:30" or "7:5" do, though there may be no such time.
bool looks_like_clock_time(std::string_view text);

/// The time since midnight at "12:30" or "12:30:15", from 00:00 to 23:59:59; nothing where `text` is anything else.
std::optional<Duration> parse_clock_time(std::string_view text);

/// A time since midnight as "12:30", or as "12:30:15" where it has seconds.
std::string clock_time_text(Duration since_midnight);

/// What to write for a time of day: of `9:30`, `2:30 pm` and `24:00`, `"09:30"`, `"14:30"` and `"00:00"`; empty where
/// it is not clear.
std::string suggest_clock_time(std::string_view text);

}  // namespace fastfood::scenario
