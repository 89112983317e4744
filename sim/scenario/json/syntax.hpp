#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "sim/scenario/json/diagnostics.hpp"

/// The tokens of JSON: their length, their line and column, and what is wrong with a text that breaks the grammar.
namespace fastfood::scenario {

/// May stand at the beginning of a file in UTF-8, and means nothing.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// What JSON calls white space.
inline constexpr std::string_view blanks = " \t\r\n";

/// Returns the text without the blanks around it.
inline std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Returns the number of bytes of the token at the beginning of `text`: a string with its quotes (up to the end of the
/// text if it is not closed), a number, a word, or one byte. `text` is not empty; the result is at least 1.
std::size_t token_length(std::string_view text);

/// Returns what `rest` begins with, as messages show it: `'}'`, `null`, `the end of the line`, `the byte 0xFF`.
std::string describe_next(std::string_view rest);

/// Walks through a text and keeps the line and column. Skips a byte order mark at the beginning.
class Cursor {
 public:
  explicit Cursor(std::string_view text);

  Position position() const { return position_; }
  std::string_view rest() const { return rest_; }

  void advance(std::size_t bytes);

  /// Advances to the first byte that is none of `bytes`.
  void skip(std::string_view bytes);

 private:
  std::string_view rest_;
  Position position_;
};

/// What JSON's grammar allows next, after the tokens read so far.
enum class ExpectedToken { value, first_element, element, comma_in_list, first_key, key, colon, comma_in_object, end };

/// Explains why a text is not JSON. `cursor` stands after the last key, value or bracket that was right; `expected` had
/// to follow it. Also explains a number that no double can hold.
Diagnostic explain_syntax(Cursor cursor, ExpectedToken expected);

}  // namespace fastfood::scenario
