#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "sim/base/time.hpp"

namespace fastfood::scenario {

/// How faults describe a `DatedTime`.
inline constexpr std::string_view a_dated_time = "a date and a clock time (as 2026-11-27 12:03:10)";

/// A day of the calendar, and a clock time on it: both as written, and what they mean.
struct DatedTime {
  std::string_view date;
  std::string_view time;
  std::chrono::sys_days day;
  Duration since_midnight;
};

/// Parses `2026-11-27 12:03:10`, also with a `T` between the two and without the seconds. Returns nothing if the text
/// is anything else.
std::optional<DatedTime> parse_dated_time(std::string_view text);

}  // namespace fastfood::scenario
