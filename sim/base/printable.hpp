#pragma once

#include <string>
#include <string_view>

/// How text from files and arguments is shown to people: it cannot move the cursor or pretend to be something else.
/// Results that are data (JSON, CSV) keep their bytes.
namespace fastfood {

/// Returns `text` on one line. Control characters (U+0000 to U+001F, U+007F to U+009F), the line and paragraph
/// separators (U+2028, U+2029) and the characters that change the direction of writing (U+061C, U+200E, U+200F, U+202A
/// to U+202E, U+2066 to U+2069) are escaped as in JSON; bytes that are not UTF-8 become `\xff`. Applying it twice
/// changes nothing.
std::string printable(std::string_view text);

/// Like `printable` for a text of several lines: line feeds stay. Names inside must already be `printable`.
std::string printable_lines(std::string_view text);

/// Returns whether `printable` leaves this one character unchanged.
bool is_printable(std::string_view character);

/// Returns `printable(name)` in single quotes, as messages show a name.
std::string quoted(std::string_view name);

}  // namespace fastfood
