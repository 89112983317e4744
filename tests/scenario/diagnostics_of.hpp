#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/reader.hpp"

namespace fastfood::scenario {

/// What reading a text says, one line each; of a right scenario, its warnings.
inline std::vector<std::string> said_of(std::string_view text, const std::string& file = "lunch.json") {
  const auto read = read_scenario(text, "lunch");
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : read ? read->warnings : read.error()) lines.push_back(format(file, diagnostic));
  return lines;
}

/// A file `x.json`, and every line there is to say about it.
struct WrongFile {
  std::string text;
  std::vector<std::string> lines;
};

inline void expect_lines(const std::vector<WrongFile>& table) {
  for (const WrongFile& file : table) {
    EXPECT_EQ(said_of(file.text, "x.json"), file.lines) << testing::PrintToString(file.text);
  }
}

/// A scenario with one thing to say about it, at the place that is marked by `^`, on its first line.
struct Marked {
  std::string text;
  std::string said;
};

inline void expect_said(const std::string& kind, const std::vector<Marked>& table) {
  for (const Marked& row : table) {
    SCOPED_TRACE(row.text);
    const std::size_t at = row.text.find('^');
    ASSERT_NE(at, std::string::npos);
    const std::string text = row.text.substr(0, at) + row.text.substr(at + 1);
    EXPECT_THAT(said_of(text),
                testing::ElementsAre("lunch.json:1:" + std::to_string(at + 1) + ": " + kind + ": " + row.said));
  }
}

inline void expect_faults(const std::vector<Marked>& table) { expect_said("error", table); }

/// The scenario is right, but odd.
inline void expect_warnings(const std::vector<Marked>& table) { expect_said("warning", table); }

}  // namespace fastfood::scenario
