#include "sim/scenario/json/syntax.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "sim/base/printable.hpp"
#include "sim/base/utf8.hpp"
#include "sim/scenario/json/number.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::scenario {
namespace {

bool begins_with_one_of(std::string_view text, std::string_view chars) {
  return !text.empty() && chars.find(text.front()) != chars.npos;
}

bool begins_like_number(std::string_view text) { return begins_with_one_of(text, "-0123456789"); }

bool begins_like_word(std::string_view text) {
  return begins_with_one_of(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}

// How many bytes at the beginning of `text` are one of `chars`.
std::size_t length_of_run(std::string_view text, std::string_view chars) {
  return std::min(text.find_first_not_of(chars), text.size());
}

std::size_t string_length(std::string_view text) {
  for (std::size_t index = 1; index < text.size(); ++index) {
    if (text[index] == '"') return index + 1;
    if (text[index] == '\\') ++index;
  }
  return text.size();
}

// A word of JSON ends after its last letter, whatever follows: `nullx` is `null` and something else.
std::size_t word_length(std::string_view text) {
  for (const std::string_view word : {"true", "false", "null"}) {
    if (text.starts_with(word)) return word.size();
  }
  return length_of_run(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$-+.");
}

std::string_view expected_text(ExpectedToken expected) {
  switch (expected) {
    case ExpectedToken::value:
    case ExpectedToken::element:
      return "a value";
    case ExpectedToken::first_element:
      return "a value or ']'";
    case ExpectedToken::comma_in_list:
      return "',' or ']'";
    case ExpectedToken::first_key:
      return "a key in double quotes or '}'";
    case ExpectedToken::key:
      return "a key in double quotes";
    case ExpectedToken::colon:
      return "':'";
    case ExpectedToken::comma_in_object:
      return "',' or '}'";
    case ExpectedToken::end:
      return "the end of the file";
  }
  return "JSON";
}

bool may_be_value(ExpectedToken expected) {
  return expected == ExpectedToken::value || expected == ExpectedToken::first_element ||
         expected == ExpectedToken::element;
}

bool may_be_key(ExpectedToken expected) {
  return expected == ExpectedToken::key || expected == ExpectedToken::first_key;
}

Diagnostic error_at(Position position, std::string text) {
  return {Severity::error, position.line, position.column, std::move(text)};
}

Diagnostic unexpected(const Cursor& cursor, std::string_view expected, std::string_view advice = "") {
  const bool is_utf8 = cursor.rest().empty() || utf8_length(cursor.rest()) > 0;
  const std::string found = describe_next(cursor.rest());
  return error_at(cursor.position(), is_utf8 ? fmt::format("expected {}, got {}{}", expected, found, advice)
                                             : fmt::format("expected UTF-8, got {}", found));
}

// The UTF-16 code unit of the `\u` escape at the beginning of `text`; -1 if there is none.
int code_unit(std::string_view text) {
  constexpr std::string_view hex_digits = "0123456789abcdefABCDEF";
  const bool is_escape =
      text.size() >= 6 && text.starts_with("\\u") && text.substr(2, 4).find_first_not_of(hex_digits) == text.npos;
  return is_escape ? std::stoi(std::string(text.substr(2, 4)), nullptr, 16) : -1;
}

// The bytes of the escape at the beginning of `text`, both halves of a surrogate pair together; 0 if it is wrong.
std::size_t escape_length(std::string_view text) {
  if (begins_with_one_of(text.substr(1), "\"\\/bfnrt")) return 2;
  const int unit = code_unit(text);
  if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF)) return 0;
  if (unit < 0xD800 || unit > 0xDFFF) return 6;
  const int second = code_unit(text.substr(6));
  return second >= 0xDC00 && second <= 0xDFFF ? 12 : 0;
}

Diagnostic explain_escape(const Cursor& cursor) {
  const std::string_view rest = cursor.rest();
  const std::size_t length = rest.substr(1).starts_with('u') ? 6 : 1 + utf8_length(rest.substr(1));
  const std::string_view expected =
      code_unit(rest) < 0 ? "an escape such as \\n or \\u00e9" : "both halves of a surrogate pair";
  return error_at(cursor.position(), fmt::format("expected {}, got {}", expected, excerpt(rest.substr(0, length))));
}

Diagnostic explain_string(Cursor cursor) {
  cursor.advance(1);
  while (!begins_with_one_of(cursor.rest(), "\"")) {
    const std::string_view rest = cursor.rest();
    const bool is_escape = rest.starts_with('\\');
    const std::size_t length = is_escape ? escape_length(rest) : utf8_length(rest);
    if (begins_with_one_of(rest, "\r\n") || rest.empty()) return unexpected(cursor, "'\"' at the end of the string");
    if (is_escape && length == 0) return explain_escape(cursor);
    if (length == 0 || static_cast<unsigned char>(rest.front()) < 0x20) {
      return unexpected(cursor, "a character of a string", "; write it as an escape such as \\t");
    }
    cursor.advance(length);
  }
  return unexpected(cursor, "a string");
}

Diagnostic explain_number(Cursor cursor) {
  const NumberScan number = scan_number(cursor.rest());
  if (number.complete) {
    const std::string_view bound =
        cursor.rest().starts_with('-') ? "at least -1.7976931348623157e308" : "at most 1.7976931348623157e308";
    const std::string found = excerpt(cursor.rest().substr(0, number.length));
    return error_at(cursor.position(), fmt::format("expected a number of {}, got {}", bound, found));
  }
  cursor.advance(number.length);
  return unexpected(cursor, "a digit");
}

std::string_view syntax_advice(std::string_view rest, ExpectedToken expected) {
  const bool after_comma = expected == ExpectedToken::element || expected == ExpectedToken::key;
  if (after_comma && begins_with_one_of(rest, "]}")) return "; remove the comma before it";
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#')) return "; JSON has no comments";
  const bool may_be_string = may_be_key(expected) || may_be_value(expected);
  if (may_be_string && (rest.starts_with('\'') || rest.starts_with("“"))) return "; write text in double quotes";
  return "";
}

// Moves past the expected comma or colon, and returns what has to follow it.
ExpectedToken skip_punctuation(Cursor& cursor, ExpectedToken expected) {
  cursor.skip(blanks);
  const bool colon = expected == ExpectedToken::colon && cursor.rest().starts_with(':');
  const bool comma = cursor.rest().starts_with(',') &&
                     (expected == ExpectedToken::comma_in_list || expected == ExpectedToken::comma_in_object);
  if (!colon && !comma) return expected;
  cursor.advance(1);
  cursor.skip(blanks);
  if (colon) return ExpectedToken::value;
  return expected == ExpectedToken::comma_in_list ? ExpectedToken::element : ExpectedToken::key;
}

}  // namespace

std::size_t token_length(std::string_view text) {
  if (text.front() == '"') return string_length(text);
  if (begins_like_number(text)) return std::max<std::size_t>(scan_number(text).length, 1);
  if (begins_like_word(text)) return word_length(text);
  return 1;
}

std::string describe_next(std::string_view rest) {
  if (rest.empty()) return "the end of the file";
  const auto byte = static_cast<unsigned char>(rest.front());
  if (utf8_length(rest) == 0) return fmt::format("the byte 0x{:02X}", byte);
  if (byte == '\n' || byte == '\r') return "the end of the line";
  const std::string_view character = rest.substr(0, utf8_length(rest));
  if (!is_printable(character)) {
    return fmt::format("the control character U+{:04X}", static_cast<std::uint32_t>(code_point(character)));
  }
  if (byte == '\'') return "a single quote";
  const std::size_t length = token_length(rest);
  if (length > 1) return excerpt(rest.substr(0, length));
  return fmt::format("'{}'", character);
}

Cursor::Cursor(std::string_view text) : rest_(text) {
  if (text.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
}

void Cursor::advance(std::size_t bytes) {
  for (const char byte : rest_.substr(0, bytes)) {
    const bool continues_character = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    if (byte == '\n') {
      position_ = {position_.line + 1, 1};
    } else if (!continues_character) {
      ++position_.column;
    }
  }
  rest_.remove_prefix(bytes);
}

void Cursor::skip(std::string_view bytes) { advance(length_of_run(rest_, bytes)); }

Diagnostic explain_syntax(Cursor cursor, ExpectedToken expected) {
  expected = skip_punctuation(cursor, expected);
  const bool value = may_be_value(expected);
  if ((value || may_be_key(expected)) && cursor.rest().starts_with('"')) return explain_string(cursor);
  if (value && begins_like_number(cursor.rest())) return explain_number(cursor);
  return unexpected(cursor, expected_text(expected), syntax_advice(cursor.rest(), expected));
}

}  // namespace fastfood::scenario
