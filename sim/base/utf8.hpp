#pragma once

#include <cstddef>
#include <string_view>

namespace fastfood {

/// Stands for what is not valid UTF-8.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// How many bytes the first character of `text` has; 0 where no valid character begins there.
std::size_t utf8_length(std::string_view text);

/// The number of a valid character: U+00E9 of `é`.
char32_t code_point(std::string_view character);

}  // namespace fastfood
