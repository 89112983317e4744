#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/time.hpp"

namespace sim::scenario {

/// Whether `text` means a time of day, as "12:30" or "7:5" do, though there may be no such time.
bool looks_like_clock_time(std::string_view text);

/// The time since midnight at "12:30" or "12:30:15", from 00:00 to 23:59:59; nothing where `text` is anything else.
std::optional<Duration> parse_clock_time(std::string_view text);

/// A time since midnight as "12:30", or as "12:30:15" where it has seconds.
std::string clock_time_text(Duration since_midnight);

/// What to write for a time of day: of `9:30`, `2:30 pm` and `24:00`, `"09:30"`, `"14:30"` and `"00:00"`; empty where
/// it is not clear.
std::string clock_time_as_meant(std::string_view text);

}  // namespace sim::scenario
