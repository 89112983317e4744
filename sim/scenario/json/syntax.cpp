#include "sim/scenario/json/syntax.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cstdint>
#include <string>

#include "sim/base/printable.hpp"
#include "sim/base/utf8.hpp"
#include "sim/scenario/json/quote.hpp"

namespace fastfood::scenario {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view digits = "0123456789";

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

std::size_t run(std::string_view text, std::size_t from, std::string_view of) {
  return std::min(text.find_first_not_of(of, from), text.size());
}

bool is_one_of(std::string_view text, std::size_t at, std::string_view of) {
  return at < text.size() && of.find(text[at]) != of.npos;
}

std::size_t string_length(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\') ++at;
  }
  return text.size();
}

bool begins_word(char first) { return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z'); }

// JSON's three words end where their letters do, whatever follows: `nullx` is `null` and something else.
std::size_t word_length(std::string_view text) {
  for (const std::string_view word : {"true", "false", "null"}) {
    if (text.starts_with(word)) return word.size();
  }
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$-+.";
  return run(text, 0, letters);
}

}  // namespace

NumberScan scan_number(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  if (!is_one_of(text, at, digits)) return {at, false};
  at = text[at] == '0' ? at + 1 : run(text, at, digits);
  if (is_one_of(text, at, ".")) {
    if (!is_one_of(text, at + 1, digits)) return {at + 1, false};
    at = run(text, at + 1, digits);
  }
  if (is_one_of(text, at, "eE")) {
    ++at;
    if (is_one_of(text, at, "+-")) ++at;
    if (!is_one_of(text, at, digits)) return {at, false};
    at = run(text, at, digits);
  }
  return {at, true};
}

std::size_t token_length(std::string_view text) {
  if (text.front() == '"') return string_length(text);
  if (is_one_of(text, 0, digits) || text.front() == '-') return std::max<std::size_t>(scan_number(text).length, 1);
  if (begins_word(text.front())) return word_length(text);
  return 1;
}

Cursor::Cursor(std::string_view text) : rest_(text) {
  if (text.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
}

void Cursor::advance(std::size_t bytes) {
  for (std::size_t at = 0; at < bytes; ++at) {
    if (rest_[at] == '\n') {
      position_ = {position_.line + 1, 1};
    } else if (!continues(rest_, at)) {
      ++position_.column;
    }
  }
  rest_.remove_prefix(bytes);
}

void Cursor::skip(std::string_view bytes) { advance(run(rest_, 0, bytes)); }

namespace {


bool begins_with_one_of(std::string_view text, std::string_view of) {
  return !text.empty() && of.find(text.front()) != of.npos;
}

std::string_view words(ExpectedToken awaited) {
  switch (awaited) {
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

bool may_be_value(ExpectedToken awaited) {
  return awaited == ExpectedToken::value || awaited == ExpectedToken::first_element ||
         awaited == ExpectedToken::element;
}

bool may_be_key(ExpectedToken awaited) { return awaited == ExpectedToken::key || awaited == ExpectedToken::first_key; }

std::string found(std::string_view rest) {
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

Diagnostic fault(const Cursor& cursor, std::string_view expected, std::string_view advice = "") {
  const auto [line, column] = cursor.position();
  const bool is_text = cursor.rest().empty() || utf8_length(cursor.rest()) > 0;
  const std::string got = found(cursor.rest());
  return {Severity::error, line, column,
          is_text ? fmt::format("expected {}, got {}{}", expected, got, advice)
                  : fmt::format("expected UTF-8, got {}", got)};
}

// The code unit that a `\u` escape at the beginning of `text` stands for; -1 where there is none.
int code_unit(std::string_view text) {
  constexpr std::string_view hex_digits = "0123456789abcdefABCDEF";
  const bool whole =
      text.size() >= 6 && text.starts_with("\\u") && text.substr(2, 4).find_first_not_of(hex_digits) == text.npos;
  return whole ? std::stoi(std::string(text.substr(2, 4)), nullptr, 16) : -1;
}

// The bytes of the escape at the beginning of `text`, both halves of a surrogate pair together; 0 where it is wrong.
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
  const auto [line, column] = cursor.position();
  return {Severity::error, line, column, fmt::format("expected {}, got {}", expected, excerpt(rest.substr(0, length)))};
}

Diagnostic explain_string(Cursor cursor) {
  cursor.advance(1);
  while (!begins_with_one_of(cursor.rest(), "\"")) {
    const std::string_view rest = cursor.rest();
    const bool escape = rest.starts_with('\\');
    const std::size_t length = escape ? escape_length(rest) : utf8_length(rest);
    if (begins_with_one_of(rest, "\r\n") || rest.empty()) return fault(cursor, "'\"' at the end of the string");
    if (escape && length == 0) return explain_escape(cursor);
    if (length == 0 || static_cast<unsigned char>(rest.front()) < 0x20) {
      return fault(cursor, "a character of a string", "; write it as an escape such as \\t");
    }
    cursor.advance(length);
  }
  return fault(cursor, "a string");
}

Diagnostic explain_number(Cursor cursor) {
  const NumberScan number = scan_number(cursor.rest());
  const auto [line, column] = cursor.position();
  if (number.whole) {
    const std::string_view bound =
        cursor.rest().starts_with('-') ? "at least -1.7976931348623157e308" : "at most 1.7976931348623157e308";
    return {Severity::error, line, column,
            fmt::format("expected a number of {}, got {}", bound, excerpt(cursor.rest().substr(0, number.length)))};
  }
  cursor.advance(number.length);
  return fault(cursor, "a digit");
}

std::string_view advice(std::string_view rest, ExpectedToken awaited) {
  const bool after_comma = awaited == ExpectedToken::element || awaited == ExpectedToken::key;
  if (after_comma && begins_with_one_of(rest, "]}")) return "; remove the comma before it";
  if (rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#')) return "; JSON has no comments";
  const bool awaits_text = may_be_key(awaited) || may_be_value(awaited);
  if (awaits_text && (rest.starts_with('\'') || rest.starts_with("“"))) return "; write text in double quotes";
  return "";
}

// What is awaited once the comma or colon before the fault is passed.
ExpectedToken after_punctuation(Cursor& cursor, ExpectedToken awaited) {
  cursor.skip(blanks);
  const bool colon = awaited == ExpectedToken::colon && cursor.rest().starts_with(':');
  const bool comma = cursor.rest().starts_with(',') &&
                     (awaited == ExpectedToken::comma_in_list || awaited == ExpectedToken::comma_in_object);
  if (!colon && !comma) return awaited;
  cursor.advance(1);
  cursor.skip(blanks);
  if (colon) return ExpectedToken::value;
  return awaited == ExpectedToken::comma_in_list ? ExpectedToken::element : ExpectedToken::key;
}

}  // namespace

Diagnostic explain_syntax(Cursor cursor, ExpectedToken awaited) {
  awaited = after_punctuation(cursor, awaited);
  const bool value = may_be_value(awaited);
  if ((value || may_be_key(awaited)) && cursor.rest().starts_with('"')) return explain_string(cursor);
  if (value && (cursor.rest().starts_with('-') || begins_with_one_of(cursor.rest(), digits))) {
    return explain_number(cursor);
  }
  return fault(cursor, words(awaited), advice(cursor.rest(), awaited));
}

}  // namespace fastfood::scenario
