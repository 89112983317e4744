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

/// On one line without blanks, or a line for each value, indented by two.
enum class Layout { compact, indented };

/// Writes JSON to the end of a text, value by value. It never looks back, so what is written may be taken away at any
/// time. The caller sees to it that every object and list is ended and every value in an object has its key.
class JsonWriter {
 public:
  JsonWriter(std::string& text, Layout layout) : text_(text), layout_(layout) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_list() { begin('['); }
  void end_list() { end(']'); }

  /// Names the value that comes next.
  void key(std::string_view name);

  /// What is not valid UTF-8 is written as U+FFFD.
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view{text}); }
  void value(const std::string& text) { value(std::string_view{text}); }
  void value(bool truth) { raw(truth ? "true" : "false"); }

  /// Finite: a statistic of nothing is `nullopt`, not NaN.
  void value(double number);

  /// In seconds, all digits, from the whole nanoseconds.
  void value(Duration duration);
  void value(Instant instant) { value(instant.time_since_epoch()); }

  template <std::integral Number>
  requires(!std::same_as<Number, bool>) void value(Number number) {
    std::array<char, 20> digits;  // as many as a whole number of 64 bits has, with its sign
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    raw({digits.data(), written.ptr});
  }

  template <class Value>
  void value(const std::optional<Value>& maybe) {
    maybe.has_value() ? value(*maybe) : null();
  }

  void null() { raw("null"); }

  /// A value that is JSON already, written as it is.
  void raw(std::string_view json);

  /// A key and its value.
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
  bool first_ = true;  // of the innermost object or list, nothing is written yet
  bool after_key_ = false;
};

}  // namespace fastfood::report
