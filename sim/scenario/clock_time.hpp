#pragma once

#include <optional>
#include <string_view>

#include "sim/base/time.hpp"

namespace sim::scenario {

/// Whether `text` means a time of day, as "12:30" or "7:5" do, though there may be no such time.
bool looks_like_clock_time(std::string_view text);

/// The time since midnight at "12:30" or "12:30:15", from 00:00 to 23:59:59; nothing where `text` is anything else.
std::optional<Duration> parse_clock_time(std::string_view text);

}  // namespace sim::scenario
