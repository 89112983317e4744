#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <vector>

#include "tests/scenario/diagnostics_of.hpp"

/// First drafts by people who know the restaurant but not the format. Each error says what to do instead.
namespace fastfood::scenario::wrong_naive_test {
namespace {

using Lines = std::vector<std::string>;

std::string text_of(const std::string& file) {
  std::ifstream stream(FASTFOOD_ROOT "/tests/system/naive/" + file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

Lines lines_of(const std::string& file) {
  Lines lines;
  std::istringstream text(text_of(file));
  for (std::string line; std::getline(text, line);) lines.push_back("x.json:" + line);
  return lines;
}

TEST(Naive, ScenariosGetTheseErrors) {
  for (const std::string name : {"01_lunch", "02_drive", "03_kiosk", "04_skills", "05_groups_seats", "06_stock"}) {
    const Lines expected = lines_of(name + ".txt");

    EXPECT_GT(expected.size(), 5U) << name;
    EXPECT_EQ(diagnostics_of(text_of(name + ".json"), "x.json"), expected) << name;
  }
}

// Each error contains a word that tells the user what to do. A fact alone would not help.
TEST(Naive, ScenariosGetAnInstructionWithEachError) {
  const std::regex instruction(R"(\b(write|did you mean|let|remove|say|set|take|use|give|belongs|needs)\b)");
  for (const std::string name : {"01_lunch", "02_drive", "03_kiosk", "04_skills", "05_groups_seats", "06_stock"}) {
    for (const std::string& line : diagnostics_of(text_of(name + ".json"))) {
      if (line.find(" warning: ") != line.npos) continue;
      EXPECT_TRUE(std::regex_search(line, instruction)) << line;
    }
  }
}

TEST(Naive, ScenariosAreNeverOnlyToldToRemoveAKey) {
  for (const std::string name : {"01_lunch", "02_drive", "03_kiosk", "04_skills", "05_groups_seats", "06_stock"}) {
    EXPECT_THAT(diagnostics_of(text_of(name + ".json")),
                testing::Each(testing::Not(testing::EndsWith("unknown key; remove it"))));
  }
}

}  // namespace
}  // namespace fastfood::scenario::wrong_naive_test
