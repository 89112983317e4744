#include "sim/scenario/csv/csv_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/base/utf8.hpp"
#include "sim/scenario/json/syntax.hpp"

namespace fastfood::scenario {
namespace {

bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

std::string_view without_trailing_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

CsvReader::CsvReader(std::string_view text) : text_(text) {
  if (text.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
}

bool CsvReader::read_row() {
  fields_.clear();
  unescaped_count_ = 0;
  skip_blank_lines();
  if (is_at_end() || fault_) return false;
  read_field();
  while (!fault_ && !is_at_line_end()) {
    ++index_;  // the comma
    read_field();
  }
  if (fault_) {
    fields_.clear();
    return false;
  }
  skip_line_end();
  return true;
}

bool CsvReader::is_at_line_end() const { return is_at_end() || text_[index_] == '\n' || text_[index_] == '\r'; }

bool CsvReader::is_at_field_end() const { return is_at_line_end() || text_[index_] == ','; }

Position CsvReader::position() const {
  return {line_, static_cast<int>(index_ - line_begin_ - continuation_bytes_ + 1)};
}

void CsvReader::skip_blanks() {
  while (!is_at_end() && is_blank(text_[index_])) ++index_;
}

void CsvReader::skip_character() {
  if (static_cast<unsigned char>(text_[index_]) < 0x80) {
    ++index_;
    return;
  }
  const std::string_view rest = text_.substr(index_);
  const std::size_t length = utf8_length(rest);
  if (length == 0) {
    fail(position(), fmt::format("expected UTF-8, got {}", describe_next(rest)));
    return;
  }
  index_ += length;
  continuation_bytes_ += length - 1;
}

void CsvReader::skip_line_end() {
  if (is_at_end()) return;
  index_ += text_.substr(index_).starts_with("\r\n") ? 2U : 1U;
  ++line_;
  line_begin_ = index_;
  continuation_bytes_ = 0;
}

void CsvReader::skip_blank_lines() {
  const auto line_is_blank = [this] {
    const std::size_t first = std::min(text_.find_first_not_of(" \t", index_), text_.size());
    if (first != text_.size() && text_[first] != '\n' && text_[first] != '\r') return false;
    index_ = first;
    return true;
  };
  while (!is_at_end() && line_is_blank()) skip_line_end();
}

void CsvReader::read_field() {
  const Position begin = position();
  skip_blanks();
  if (is_at_field_end()) {
    fields_.push_back({begin, {}});
  } else if (text_[index_] == '"') {
    read_quoted_field();
  } else {
    read_plain_field(position());
  }
}

void CsvReader::read_plain_field(Position at) {
  const std::size_t begin = index_;
  while (!is_at_field_end() && !fault_) {
    if (text_[index_] == '"') {
      fail(position(), "a quote inside a field; put the field in quotes, and double each quote inside it");
      return;
    }
    skip_character();
  }
  fields_.push_back({at, without_trailing_blanks(text_.substr(begin, index_ - begin))});
}

void CsvReader::read_quoted_field() {
  const Position at = position();
  std::string* unescaped = nullptr;
  std::size_t begin = ++index_;
  while (!is_at_end() && !fault_) {
    if (text_[index_] == '"') {
      const std::string_view part = text_.substr(begin, index_ - begin);
      ++index_;
      if (is_at_end() || text_[index_] != '"') {
        end_quoted_field(at, unescaped == nullptr ? part : std::string_view(unescaped->append(part)));
        return;
      }
      if (unescaped == nullptr) unescaped = &new_unescaped();
      unescaped->append(part);
      begin = index_++;  // one of the two quotes belongs to the field
    } else if (is_at_line_end()) {
      skip_line_end();
    } else {
      skip_character();
    }
  }
  if (!fault_) fail(at, "the quote is not closed; end the field with a quote, and double each quote inside it");
}

void CsvReader::end_quoted_field(Position at, std::string_view text) {
  fields_.push_back({at, text});
  skip_blanks();
  if (is_at_field_end()) return;
  const std::string found = describe_next(text_.substr(index_));
  fail(position(), fmt::format("expected ',' or the end of the line after the closing quote, got {}", found));
}

std::string& CsvReader::new_unescaped() {
  if (unescaped_count_ == unescaped_.size()) unescaped_.emplace_back();
  std::string& text = unescaped_[unescaped_count_++];
  text.clear();
  return text;
}

void CsvReader::fail(Position at, std::string text) {
  fault_ = Diagnostic{.line = at.line, .column = at.column, .text = std::move(text)};
}

}  // namespace fastfood::scenario
