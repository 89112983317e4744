#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/reader.hpp"

namespace sim::scenario {

/// What reading a text says, one line each; of a right scenario, its warnings.
inline std::vector<std::string> said_of(std::string_view text) {
  const auto read = read_scenario(text, "lunch");
  std::vector<std::string> lines;
  for (const Diagnostic& diagnostic : read ? read->warnings : read.error()) {
    lines.push_back(format("lunch.json", diagnostic));
  }
  return lines;
}

/// A scenario with one fault, at the place that is marked by `^`, on its first line.
struct Wrong {
  std::string marked;
  std::string fault;
};

inline void expect_faults(const std::vector<Wrong>& table) {
  for (const Wrong& wrong : table) {
    SCOPED_TRACE(wrong.marked);
    const std::size_t at = wrong.marked.find('^');
    ASSERT_NE(at, std::string::npos);
    const std::string text = wrong.marked.substr(0, at) + wrong.marked.substr(at + 1);
    EXPECT_THAT(said_of(text),
                testing::ElementsAre("lunch.json:1:" + std::to_string(at + 1) + ": error: " + wrong.fault));
  }
}

}  // namespace sim::scenario
