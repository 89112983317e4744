#pragma once

#include <cstddef>
#include <string_view>

namespace fastfood {

/// Replaces what is not valid UTF-8.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Returns the length in bytes of the first character of `text`, or 0 if no valid character begins there.
std::size_t utf8_length(std::string_view text);

/// Returns the code point of a valid character: U+00E9 for `é`.
char32_t code_point(std::string_view character);

}  // namespace fastfood
