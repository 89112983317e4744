#pragma once

#include <cstddef>
#include <string_view>

namespace sim::report {

/// Stands for what is not valid UTF-8.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// How many bytes the first character of `text` has; 0 where no valid character begins there.
std::size_t utf8_length(std::string_view text);

}  // namespace sim::report
