#pragma once

#include <string>
#include <string_view>

/// How text that comes from files and arguments is shown to people: it can neither move the cursor nor pretend to be
/// something else. Results that are data (JSON, CSV) keep their bytes.
namespace fastfood {

/// `text` on one line. Control characters (U+0000 to U+001F, U+007F to U+009F), the line and paragraph separators
/// (U+2028, U+2029) and the characters that change the direction of writing (U+061C, U+200E, U+200F, U+202A to U+202E,
/// U+2066 to U+2069) are escaped as in JSON, bytes that are not UTF-8 as `\xff`. Printing it twice changes nothing.
std::string printable(std::string_view text);

/// The same for a text of several lines: its line feeds stay. A name inside must be `printable` before.
std::string printable_lines(std::string_view text);

/// Whether `printable` shows this one character as it is.
bool is_printable(std::string_view character);

/// `printable` in single quotes: how messages give a name.
std::string quoted(std::string_view name);

}  // namespace fastfood
