#pragma once

#include <string>
#include <string_view>

namespace sim {

/// `text` with its control characters as JSON writes them, so that it stays on one line and moves no cursor.
std::string without_control_characters(std::string_view text);

/// The same in single quotes: how messages give a name.
std::string quoted(std::string_view name);

}  // namespace sim
