#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <sstream>
#include <string>

#include "tests/cli/program.hpp"

namespace cli::example_test {
namespace {

using ::testing::HasSubstr;

std::set<std::string> shipped_names() {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path{FASTFOOD_ROOT} / "configs")) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".json") && !name.ends_with(".schema.json")) {
      names.insert(entry.path().stem().string());
    } else if (name.ends_with(".csv")) {
      names.insert(name);
    }
  }
  return names;
}

std::set<std::string> first_words(const std::string& text) {
  std::istringstream lines{text};
  std::set<std::string> words;
  for (std::string line; std::getline(lines, line);) {
    words.insert(line.substr(0, line.find(' ')));
  }
  return words;
}

TEST(Example, WithoutANameListsAllExamples) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"example"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(first_words(outcome.out), shipped_names());
  EXPECT_THAT(outcome.out, HasSubstr("burger_lunch              Lunch at a burger counter\n"));
  EXPECT_THAT(outcome.out, HasSubstr("fryer.study               A study of burger_lunch\n"));
  EXPECT_THAT(outcome.out, HasSubstr("replayed_day.csv          The orders of replayed_day\n"));
}

TEST(Example, IsPrintedByteForByte) {
  const Folder folder;
  for (const std::string& name : shipped_names()) {
    SCOPED_TRACE(name);

    const Outcome outcome = fastfood(folder, {"example", name});

    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out, repository_file("configs/" + name + (name.ends_with(".csv") ? "" : ".json")));
    EXPECT_EQ(outcome.err, "");
  }
}

TEST(Example, IsFoundByTheNameOfItsFile) {
  const Folder folder;

  EXPECT_EQ(fastfood(folder, {"example", "fryer.study.json"}).out, repository_file("configs/fryer.study.json"));
}

TEST(Example, RunsFromAPipe) {
  const Folder folder;
  const std::string scenario = fastfood(folder, {"example", "two_per_second"}).out;

  const Outcome outcome = fastfood(folder, Call{.arguments = {"run", "-"}, .input = scenario, .out_to = ""});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, fastfood(folder, {"run", config("two_per_second.json")}).out);
}

TEST(Example, ThatDoesNotExistIsRefusedWithTheNearestNames) {
  const Folder folder;
  const auto refused = [&folder](const std::string& name) {
    const Outcome outcome = fastfood(folder, {"example", name});
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_EQ(outcome.out, "");
    return outcome.err.substr(0, outcome.err.find('\n'));
  };

  const std::string start = "fastfood: error: NAME: there is no example ";
  EXPECT_EQ(refused("two_per_secnd"), start + "two_per_secnd; did you mean two_per_second?");
  EXPECT_EQ(refused("lunch"), start + "lunch; did you mean burger_lunch, lunch_staffing.study or lunch_till.csv?");
  EXPECT_EQ(refused("bicycle"), start + "bicycle; fastfood example lists all");
}

}  // namespace
}  // namespace cli::example_test
