#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fastfood::scenario {

/// `text` as `fastfood::printable` shows it; what is longer than `longest` characters ends in `…`.
std::string excerpt(std::string_view text, std::size_t longest = 40);

/// The same in double quotes, with those inside escaped.
std::string in_quotes(std::string_view text);

/// How many of the two ends of `text` are single quotes, which some take for double ones.
int single_quotes_around(std::string_view text);

}  // namespace fastfood::scenario
