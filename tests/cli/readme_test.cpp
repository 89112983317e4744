#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli {
namespace {

/// The fenced blocks of README.md in this language.
std::vector<std::string> blocks(const std::string& language) {
  std::istringstream lines(repository_file("README.md"));
  std::vector<std::string> found;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (inside && line == "```") {
      inside = false;
    } else if (inside) {
      found.back() += line + "\n";
    } else if (line == "```" + language) {
      inside = true;
      found.emplace_back();
    }
  }
  return found;
}

std::vector<std::string> words(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> found;
  for (std::string word; stream >> word;) {
    const bool is_config = word.starts_with("configs/");
    found.push_back(is_config ? config(word.substr(sizeof "configs/" - 1)) : word);
  }
  return found;
}

TEST(Readme, HasTheOutputOfItsCommands) {
  const std::string prompt = "$ tools/fastfood ";
  const Folder folder;
  int compared = 0;

  for (const std::string& block : blocks("console")) {
    if (block.starts_with(prompt)) {
      const std::size_t end = block.find('\n');
      const Outcome outcome = fastfood(folder, words(block.substr(prompt.size(), end - prompt.size())));
      EXPECT_EQ(outcome.out, block.substr(end + 1));
      EXPECT_EQ(outcome.exit_code, 0);
      ++compared;
    }
  }

  EXPECT_EQ(compared, 6);
}

TEST(Readme, HasTheReportOfItsFit) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"fit", config("grill_times.csv"), "--column", "seconds"});

  EXPECT_EQ(blocks("text").front() + "\n", outcome.err);
}

TEST(Readme, HasTheProgramThatEmbedsTheScheduler) {
  EXPECT_EQ(blocks("cpp"), std::vector{repository_file("tests/embed/main.cpp")});
}

TEST(Readme, HasAValidScenarioAndAValidStudy) {
  const Folder folder;
  ASSERT_EQ(blocks("json").size(), 3U);
  folder.write("own.json", blocks("json").front());
  folder.write("lunch.json", blocks("json").at(1));
  folder.write("own.study.json", blocks("json").back());
  folder.write("two_per_second.json", repository_file("configs/two_per_second.json"));

  const Outcome outcome = fastfood(folder, {"validate", "own.json", "lunch.json", "own.study.json"});

  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.exit_code, 0);
}

}  // namespace
}  // namespace cli
