#include "sim/report/format/csv_line.hpp"

namespace fastfood::report {

CsvLine& CsvLine::text(std::string_view text) {
  separate();
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    text_ += text;
    return *this;
  }
  text_ += '"';
  for (const char character : text) {
    text_.append(character == '"' ? 2 : 1, character);
  }
  text_ += '"';
  return *this;
}

void CsvLine::separate() {
  text_ += first_ ? "" : ",";
  first_ = false;
}

}  // namespace fastfood::report
