#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Short pieces of user text for messages.
namespace fastfood::scenario {

/// Returns `text` as `fastfood::printable` shows it. A text of more than `max_length` characters is cut and ends in
/// `…`.
std::string excerpt(std::string_view text, std::size_t max_length = 40);

/// Returns an excerpt in double quotes. Double quotes and backslashes inside are escaped.
std::string in_quotes(std::string_view text);

/// Returns how many of the two ends of `text` are single quotes. Some users take them for double quotes.
int single_quotes_around(std::string_view text);

}  // namespace fastfood::scenario
