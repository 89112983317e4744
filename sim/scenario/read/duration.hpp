#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.hpp"
#include "sim/base/time.hpp"

/// Durations and times of day as scenarios write them.
namespace fastfood::scenario {

/// The longest duration that a scenario may have: 50 years of 365.25 days.
inline constexpr Duration longest_duration = std::chrono::hours{50 * 8766};

/// Why a text is not a duration.
enum class DurationFault { not_a_duration, negative, too_long };

/// Parses a number of seconds by JSON's grammar (`4`, `0.5`, `1e-3`) into whole nanoseconds. It is computed from the
/// digits as written and rounded once, to the nearest nanosecond; halves round to the even one.
Result<Duration, DurationFault> parse_seconds(std::string_view number);

/// Parses a number with a unit right after it: `250ms`, `4s`, `7min`, `1.5h`. Rounds as `parse_seconds` does.
Result<Duration, DurationFault> parse_with_unit(std::string_view text);

/// Returns true if `text` is meant as a time of day, as "12:30" and "7:5" are, even if there is no such time.
bool looks_like_clock_time(std::string_view text);

/// Returns the time since midnight of "12:30" or "12:30:15", from 00:00 to 23:59:59; nothing for any other text.
std::optional<Duration> parse_clock_time(std::string_view text);

/// Formats a time since midnight as "12:30", or as "12:30:15" if it has seconds.
std::string clock_time_text(Duration since_midnight);

/// Returns the clock time that was probably meant: `"09:30"` for `9:30`, `"14:30"` for `2:30 pm`, `"00:00"` for
/// `24:00`. Returns an empty text if that is not clear.
std::string suggest_clock_time(std::string_view text);

}  // namespace fastfood::scenario
