#pragma once

#include <string_view>

#include "sim/base/result.hpp"
#include "sim/base/time.hpp"

namespace sim::scenario {

/// The longest that may be written: 50 years of 365.25 days.
inline constexpr Duration longest_duration = std::chrono::hours{50 * 8766};

/// Why a text is no duration.
enum class DurationFault { not_a_duration, negative, too_long };

/// A number of seconds by JSON's grammar (`4`, `0.5`, `1e-3`) as whole nanoseconds: computed from the digits as
/// written, and rounded once, to the nearest, halves to the even one.
Result<Duration, DurationFault> parse_seconds(std::string_view number);

/// The same with a unit right after the number: `250ms`, `4s`, `7min`, `1.5h`.
Result<Duration, DurationFault> parse_with_unit(std::string_view text);

}  // namespace sim::scenario
