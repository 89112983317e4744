#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/time.hpp"

namespace fastfood::report {

/// `compact` writes one line without blanks, `spaced` one with a blank after each comma and colon. `indented` writes
/// one line for each value and indents by two blanks.
enum class Layout { compact, spaced, indented };

/// Appends JSON to a text, value by value. It never reads the text, so the caller may move the text away at any time.
/// The caller must end every object and list, and must write a key before every value in an object.
class JsonWriter {
 public:
  JsonWriter(std::string& text, Layout layout) : text_(text), layout_(layout) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_list() { begin('['); }
  void end_list() { end(']'); }

  /// Writes the key of the next value.
  void key(std::string_view name);

  /// Replaces invalid UTF-8 by U+FFFD.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view{text}); }
  void value(const std::string& text) { value(std::string_view{text}); }
  void value(bool truth) { raw(truth ? "true" : "false"); }

  /// `number` must be finite: an undefined statistic is `nullopt`, not NaN.
  void value(double number);

  /// Writes seconds with all digits, computed from the whole nanoseconds.
  void value(Duration duration);
  void value(Instant instant) { value(instant.time_since_epoch()); }

  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void value(Number number) {
    std::array<char, 20> digits;  // enough for 64 bits and a sign
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    raw({digits.data(), written.ptr});
  }

  template <class Value>
  void value(const std::optional<Value>& maybe) {
    maybe.has_value() ? value(*maybe) : null();
  }

  void null() { raw("null"); }

  /// Writes a value that is JSON already.
  void raw(std::string_view json);

  /// Writes a key and its value.
  template <class Value>
  void field(std::string_view name, const Value& its_value) {
    key(name);
    value(its_value);
  }

 private:
  void begin(char bracket);
  void end(char bracket);
  void quote(std::string_view text);
  void separate();
  void new_line();

  std::string& text_;
  Layout layout_;
  std::size_t depth_ = 0;
  bool first_ = true;  // the innermost object or list is empty so far
  bool after_key_ = false;
};

}  // namespace fastfood::report
