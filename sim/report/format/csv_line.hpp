#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sim/report/format/json_writer.hpp"

namespace fastfood::report {

/// Appends the fields of one line of CSV to a text, in order. Quotes a field if RFC 4180 requires it. The caller ends
/// the line.
class CsvLine {
 public:
  explicit CsvLine(std::string& text) : text_(text) {}

  CsvLine& text(std::string_view text);

  /// Writes numbers and times as JSON does.
  template <class Value>
  CsvLine& number(const Value& number) {
    separate();
    JsonWriter{text_, Layout::compact}.value(number);
    return *this;
  }

  /// Writes an empty field if there is no value.
  template <class Value>
  CsvLine& number(const std::optional<Value>& maybe) {
    return maybe.has_value() ? number(*maybe) : text("");
  }

 private:
  void separate();

  std::string& text_;
  bool first_ = true;
};

}  // namespace fastfood::report
