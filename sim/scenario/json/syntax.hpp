#pragma once

#include <cstddef>
#include <string_view>

#include "sim/scenario/json/diagnostics.hpp"

/// The smallest parts of JSON: where each begins and ends, and on which line and column.
namespace fastfood::scenario {

/// How far a number goes, and whether it is one: `whole` is false where a digit is missing after `length` bytes.
struct NumberScan {
  std::size_t length = 0;
  bool whole = false;
};

/// Reads the number at the beginning of `text` by JSON's grammar.
NumberScan scan_number(std::string_view text);

/// The bytes of the token at the beginning of `text`: a string with its quotes (to the end of the text where it is
/// not closed), a number, a word, or one byte. At least 1; `text` is not empty.
std::size_t token_length(std::string_view text);

/// Goes through a text and knows the line and column where it stands. A byte order mark is passed over.
class Cursor {
 public:
  explicit Cursor(std::string_view text);

  Position position() const { return position_; }
  std::string_view rest() const { return rest_; }

  void advance(std::size_t bytes);

  /// Goes on to the first byte that is none of `bytes`.
  void skip(std::string_view bytes);

 private:
  std::string_view rest_;
  Position position_;
};

/// What JSON calls white space.
inline constexpr std::string_view blanks = " \t\r\n";

/// The text without the blanks around it.
inline std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// What JSON's grammar has next, after the tokens read so far.
enum class ExpectedToken { value, first_element, element, comma_in_list, first_key, key, colon, comma_in_object, end };

/// Says what is wrong with a text that is no JSON: `cursor` stands after the last key, value or bracket that was
/// right, and `awaited` is what had to follow. Also for a number that no double holds.
Diagnostic explain_syntax(Cursor cursor, ExpectedToken awaited);

}  // namespace fastfood::scenario
