#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/reader.hpp"

namespace fastfood::scenario {

/// Returns the diagnostics of a scenario, one line each. A valid scenario has only warnings.
inline std::vector<std::string> diagnostics_of(std::string_view text, const std::string& file = "lunch.json") {
  const auto read = read_scenario(text, "lunch");
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : read ? read->warnings : read.error()) lines.push_back(format(file, diagnostic));
  return lines;
}

/// A file `x.json`, and its diagnostics, one line each.
struct WrongFile {
  std::string text;
  std::vector<std::string> lines;
};

inline void expect_lines(const std::vector<WrongFile>& table) {
  for (const WrongFile& file : table) {
    EXPECT_EQ(diagnostics_of(file.text, "x.json"), file.lines) << testing::PrintToString(file.text);
  }
}

/// A scenario on one line with one diagnostic, whose position is marked by `^`.
struct Marked {
  std::string text;
  std::string diagnostic;
};

inline void expect_diagnostics(const std::string& kind, const std::vector<Marked>& table) {
  for (const Marked& row : table) {
    SCOPED_TRACE(row.text);
    const std::size_t at = row.text.find('^');
    ASSERT_NE(at, std::string::npos);
    const std::string text = row.text.substr(0, at) + row.text.substr(at + 1);
    EXPECT_THAT(diagnostics_of(text),
                testing::ElementsAre("lunch.json:1:" + std::to_string(at + 1) + ": " + kind + ": " + row.diagnostic));
  }
}

inline void expect_faults(const std::vector<Marked>& table) { expect_diagnostics("error", table); }

/// Expects that the scenarios are valid but get a warning.
inline void expect_warnings(const std::vector<Marked>& table) { expect_diagnostics("warning", table); }

}  // namespace fastfood::scenario
