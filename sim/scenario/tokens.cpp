#include "sim/scenario/tokens.hpp"

#include <algorithm>

namespace sim::scenario {
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

}  // namespace sim::scenario
