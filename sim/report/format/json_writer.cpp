#include "sim/report/format/json_writer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "sim/base/check.hpp"
#include "sim/base/utf8.hpp"

namespace fastfood::report {
namespace {

/// Appends the shortest digits that read back as the same number. Exponents start at the sizes where JavaScript uses
/// them, so 100000 does not become 1e+05.
void append_number(std::string& text, double number) {
  const double size = std::abs(number);
  const bool plain = size >= 1e-6 && size < 1e21;
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                     plain ? std::chars_format::fixed : std::chars_format::scientific);
  text.append(digits.data(), written.ptr);
}

void append_seconds(std::string& text, Duration duration) {
  constexpr std::uint64_t second = 1'000'000'000;
  const bool negative = duration < Duration::zero();
  const auto count = static_cast<std::uint64_t>(duration.count());
  const std::uint64_t size = negative ? 0 - count : count;
  std::array<char, 32> digits{'-'};
  char* const end = digits.data() + digits.size();
  char* behind = std::to_chars(digits.data() + (negative ? 1 : 0), end, size / second).ptr;
  if (size % second != 0) {
    char* const point = behind;
    behind = std::to_chars(point, end, second + size % second).ptr;  // the leading 1 keeps the zeros after it
    *point = '.';
    while (behind[-1] == '0') {
      --behind;
    }
  }
  text.append(digits.data(), behind);
}

void append_escaped(std::string& text, char character) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (character) {
    case '"':
    case '\\':
      text += {'\\', character};
      break;
    case '\n':
      text += "\\n";
      break;
    case '\r':
      text += "\\r";
      break;
    case '\t':
      text += "\\t";
      break;
    default: {
      const auto byte = static_cast<unsigned char>(character);
      text += {'\\', 'u', '0', '0', hex[byte / 16U], hex[byte % 16U]};
    }
  }
}

/// Whether a byte is an ASCII character that JSON does not escape.
constexpr auto plain_bytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte != 0x80; ++byte) {
    plain[byte] = byte != '"' && byte != '\\';
  }
  return plain;
}();

bool is_plain(char character) { return plain_bytes[static_cast<unsigned char>(character)]; }

/// Appends the first character of `rest`, which is not plain. Returns its length in bytes.
std::size_t append_odd(std::string& text, std::string_view rest) {
  const std::size_t length = utf8_length(rest);
  if (length == 0) {
    text += replacement_character;
    return 1;
  }
  length == 1 ? append_escaped(text, rest.front()) : void(text.append(rest, 0, length));
  return length;
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  separate();
  quote(name);
  text_ += layout_ == Layout::compact ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  separate();
  quote(text);
}

void JsonWriter::value(double number) {
  check(std::isfinite(number), "JSON has no such number");
  separate();
  if (number == 0) {
    text_ += '0';  // also for -0
  } else {
    append_number(text_, number);
  }
}

void JsonWriter::value(Duration duration) {
  separate();
  append_seconds(text_, duration);
}

void JsonWriter::begin(char bracket) {
  separate();
  text_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::end(char bracket) {
  check(depth_ > 0 && !after_key_, "nothing to end here");
  --depth_;
  if (!first_) {
    new_line();
  }
  text_ += bracket;
  first_ = false;
}

void JsonWriter::raw(std::string_view json) {
  separate();
  text_ += json;
}

void JsonWriter::quote(std::string_view text) {
  text_ += '"';
  while (true) {
    const auto odd = std::find_if_not(text.begin(), text.end(), is_plain);
    text_.append(text.begin(), odd);
    text.remove_prefix(static_cast<std::size_t>(odd - text.begin()));
    if (text.empty()) {
      break;
    }
    text.remove_prefix(append_odd(text_, text));
  }
  text_ += '"';
}

/// Writes the comma and the line break before a key, or before a value without one.
void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) {
    return;
  }
  if (!first_) {
    text_ += layout_ == Layout::spaced ? ", " : ",";
  }
  new_line();
  first_ = false;
}

void JsonWriter::new_line() {
  if (layout_ == Layout::indented) {
    text_ += '\n';
    text_.append(2 * depth_, ' ');
  }
}

}  // namespace fastfood::report
