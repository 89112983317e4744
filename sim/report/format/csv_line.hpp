#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {

/// Writes the fields of one line of CSV to the end of a text, each behind the one before. A field is quoted where RFC
/// 4180 wants it. The caller ends the line.
class CsvLine {
 public:
  explicit CsvLine(std::string& text) : text_(text) {}

  CsvLine& text(std::string_view text);

  /// Numbers and times look the same as in JSON.
  template <class Number>
  CsvLine& number(const Number& number) {
    separate();
    JsonWriter{text_, Layout::compact}.value(number);
    return *this;
  }

  /// None is an empty field.
  template <class Number>
  CsvLine& number(const std::optional<Number>& maybe) {
    return maybe.has_value() ? number(*maybe) : text("");
  }

 private:
  void separate();

  std::string& text_;
  bool first_ = true;
};

}  // namespace fastfood::report
