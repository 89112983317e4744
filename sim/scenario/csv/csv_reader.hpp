#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/json/diagnostics.hpp"

/// Comma-separated values as RFC 4180 defines them, with lines and columns.
namespace fastfood::scenario {

/// One value of a row. `at` is its first character: of a quoted field the quote, of an empty one where it would begin.
/// `text` is without quotes and the blanks around it.
struct CsvField {
  Position at;
  std::string_view text;
};

/// Reads a text row by row. Lines end in LF, CRLF or CR. Skips a byte order mark and lines that hold only blanks.
///
///     CsvReader csv(text);
///     while (csv.read_row()) use(csv.fields());
///     if (csv.fault()) print(format("till.csv", *csv.fault()));
class CsvReader {
 public:
  /// `text` must outlive the reader.
  explicit CsvReader(std::string_view text);

  /// Reads the next row. Returns false at the end of the text, and at a fault, which ends the reading.
  bool read_row();

  /// Returns the fields of the row, at least one. They are valid until the next row is read.
  std::span<const CsvField> fields() const { return fields_; }

  /// Returns what is wrong with the text as CSV: a quote that is not closed or stands inside an unquoted field, text
  /// after a closing quote, or bytes that are not UTF-8.
  const std::optional<Diagnostic>& fault() const { return fault_; }

 private:
  bool is_at_end() const { return index_ == text_.size(); }
  bool is_at_line_end() const;
  bool is_at_field_end() const;
  Position position() const;
  void skip_blanks();
  void skip_character();
  void skip_line_end();
  void skip_blank_lines();
  void read_field();
  void read_plain_field(Position at);
  void read_quoted_field();
  void end_quoted_field(Position at, std::string_view text);
  std::string& new_unescaped();
  void fail(Position at, std::string text);

  std::string_view text_;
  std::size_t index_ = 0;
  int line_ = 1;
  std::size_t line_begin_ = 0;
  std::size_t continuation_bytes_ = 0;  // on this line: those of a character beyond its first
  std::vector<CsvField> fields_;
  std::deque<std::string> unescaped_;  // the texts of this row that held doubled quotes; reused
  std::size_t unescaped_count_ = 0;
  std::optional<Diagnostic> fault_;
};

}  // namespace fastfood::scenario
