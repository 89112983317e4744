#include "sim/report/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "sim/base/check.hpp"
#include "sim/report/utf8.hpp"

namespace sim::report {
namespace {

/// The shortest digits that read back as the same number. Exponents begin where JavaScript begins them, so that a
/// round 100000 does not become 1e+05.
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
  text += negative ? "-" : "";
  text += std::to_string(size / second);
  if (size % second != 0) {
    const std::string behind_one = std::to_string(second + size % second);  // keeps the zeros in front
    text += '.';
    text.append(behind_one, 1, behind_one.find_last_not_of('0'));
  }
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

bool needs_escape(char character) {
  return character == '"' || character == '\\' || static_cast<unsigned char>(character) < 0x20;
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

void JsonWriter::literal(std::string_view text) {
  separate();
  text_ += text;
}

void JsonWriter::quote(std::string_view text) {
  text_ += '"';
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) {
      text_ += replacement_character;
      text.remove_prefix(1);
      continue;
    }
    needs_escape(text.front()) ? append_escaped(text_, text.front()) : void(text_.append(text, 0, length));
    text.remove_prefix(length);
  }
  text_ += '"';
}

/// Comes before each key and before each value that has none.
void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) {
    return;
  }
  if (!first_) {
    text_ += ',';
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

}  // namespace sim::report
