#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

using Names = std::vector<std::string>;

constexpr const char* one_order = R"({"menu": {"soda": {"time": 2}}, "orders": [{"items": ["soda"]}]})";

/// A folder with a scenario, and nothing else yet.
class Output : public ::testing::Test {
 protected:
  Output() { folder_.write("a.json", one_order); }

  Folder folder_;
};

TEST_F(Output, LeavesNothingBesideAFile) {
  const Outcome outcome =
      fastfood(folder_, {"run", "-q", "a.json", "--json", "r.json", "--orders", "o.csv", "--events", "e.ndjson"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
  EXPECT_EQ(folder_.names(), (Names{"a.json", "e.ndjson", "o.csv", "r.json"}));
}

TEST_F(Output, ReplacesAFileAsAWholeAndKeepsItsMode) {
  folder_.write("r.json", std::string(100'000, '#'));
  ASSERT_EQ(::chmod((folder_.path() / "r.json").c_str(), 0640), 0);

  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--json", "r.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(folder_.read("r.json"), StartsWith("{\n"));
  EXPECT_EQ(folder_.read("r.json").find('#'), std::string::npos);
  EXPECT_EQ(fs::status(folder_.path() / "r.json").permissions(), fs::perms{0640});
}

TEST_F(Output, GoesWhereALinkLeadsAndLeavesTheLink) {
  fs::create_symlink("far.json", folder_.path() / "link.json");

  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--json", "link.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "link.json"));
  EXPECT_THAT(folder_.read("far.json"), StartsWith("{\n"));
}

TEST_F(Output, ToADeviceIsWrittenStraight) {
  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--orders", "/dev/stdout"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith(R"({"id":1,)"));
  EXPECT_EQ(fastfood(folder_, {"run", "-q", "a.json", "--json", "/dev/null"}).exit_code, 0);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(Output, ThatMeetsAnotherIsAnErrorHoweverItIsSpelt) {
  fs::create_symlink("r.json", folder_.path() / "link.json");
  fs::create_directory(folder_.path() / "sub");
  const std::vector<Names> table{
      {"--json", "r.json", "--orders", "r.json"},
      {"--json", "r.json", "--orders", "./r.json"},
      {"--json", "r.json", "--orders", "sub/../r.json"},
      {"--json", "r.json", "--orders", "link.json"},
      {"--json", "r.json", "--orders", (folder_.path() / "r.json").string()},
      {"--json", "-", "--orders", "/dev/stdout"},
      {"--orders", "/dev/stdout"},
      {"--orders", "-"},
      {"--json", "a.json"},
      {"--orders", "o.csv", "a.json"},
      {"--events", "r.json", "--json", "sub/../r.json"},
      {"--events", "o.csv", "--orders", "./o.csv"},
      {"--events", "-"},
      {"--events", "/dev/stdout"},
      {"-q", "--events", "-", "--json", "-"},
      {"-q", "--events", "-", "--orders", "/dev/stdout"},
      {"--json", "-", "--orders", "-", "--events", "/dev/stdout"},
      {"--events", "a.json"},
  };

  for (const Names& options : table) {
    Names arguments{"run", "a.json"};
    arguments.insert(arguments.end(), options.begin(), options.end());

    const Outcome outcome = fastfood(folder_, arguments);

    EXPECT_EQ(outcome.exit_code, 2) << ::testing::PrintToString(options);
    EXPECT_THAT(outcome.err, StartsWith("fastfood: error: --"));
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(folder_.names(), (Names{"a.json", "link.json", "sub"}));
  }
  EXPECT_EQ(folder_.read("a.json"), one_order);
}

TEST_F(Output, ToAnExistingFileMeetsItsHardLink) {
  folder_.write("r.json", "old");
  fs::create_hard_link(folder_.path() / "r.json", folder_.path() / "twin.json");

  const Outcome outcome = fastfood(folder_, {"run", "a.json", "--json", "r.json", "--orders", "twin.json"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(folder_.read("r.json"), "old");
}

TEST_F(Output, ThatCannotBeWrittenIsToldBeforeTheRun) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"none/r.json", "no such file or directory"},
      {"a.json/r.json", "part of its path is not a directory"},
      {".", "it is a directory"},
      {std::string(300, 'n'), "the name is too long"},
  };

  for (const auto& [place, why] : table) {
    const Outcome outcome = fastfood(folder_, {"run", "a.json", "--orders", "o.csv", "--json", place});

    EXPECT_EQ(outcome.exit_code, 1) << place;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err, place + ": error: cannot be written; " + why + "\n");
    EXPECT_EQ(folder_.names(), Names{"a.json"});
  }
}

TEST_F(Output, ToAFullDeviceIsAFailure) {
  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--json", "/dev/full"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "/dev/full: error: cannot be written; no space is left\n");
}

TEST_F(Output, LeavesNoFileWhereAnotherCannotBeWritten) {
  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--orders", "o.csv", "--json", "/dev/full"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(folder_.names(), Names{"a.json"});
}

TEST_F(Output, LeavesNoFileWhereStandardOutputFails) {
  for (const std::string out_to : {"/dev/full", "closed"}) {
    const Outcome outcome =
        fastfood(folder_, Call{.arguments = {"run", "a.json", "--json", "r.json", "--orders", "o.csv", "--events", "e"},
                               .out_to = out_to});

    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, StartsWith("standard output: error: cannot be written; "));
    EXPECT_EQ(folder_.names(), Names{"a.json"});
  }
}

TEST_F(Output, LeavesTheOldFileWhereTheScenarioIsWrong) {
  folder_.write("r.json", "old");
  folder_.write("bad.json", "{");

  const Outcome outcome = fastfood(folder_, {"run", "bad.json", "--json", "r.json"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(folder_.read("r.json"), "old");
}

TEST_F(Output, IsTheSameBytesForTheSameScenario) {
  const Names arguments{"run", config("two_per_second.json"), "--json", "-", "--orders", "-"};

  EXPECT_EQ(fastfood(folder_, arguments).out, fastfood(folder_, arguments).out);
}

}  // namespace
}  // namespace cli
