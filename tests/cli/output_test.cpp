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

/// A folder with only a scenario.
class Output : public ::testing::Test {
 protected:
  Output() { folder_.write("a.json", one_order); }

  Folder folder_;
};

TEST_F(Output, LeavesNoTemporaryFiles) {
  const Outcome outcome =
      fastfood(folder_, {"run", "-q", "a.json", "--json", "r.json", "--orders", "o.csv", "--events", "e.ndjson"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
  EXPECT_EQ(folder_.names(), (Names{"a.json", "e.ndjson", "o.csv", "r.json"}));
}

TEST_F(Output, ReplacesAFileAtomicallyAndKeepsItsMode) {
  folder_.write("r.json", std::string(100'000, '#'));
  ASSERT_EQ(::chmod((folder_.path() / "r.json").c_str(), 0640), 0);

  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--json", "r.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(folder_.read("r.json"), StartsWith("{\n"));
  EXPECT_EQ(folder_.read("r.json").find('#'), std::string::npos);
  EXPECT_EQ(fs::status(folder_.path() / "r.json").permissions(), fs::perms{0640});
}

TEST_F(Output, FollowsALinkAndKeepsIt) {
  fs::create_symlink("far.json", folder_.path() / "link.json");

  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--json", "link.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "link.json"));
  EXPECT_THAT(folder_.read("far.json"), StartsWith("{\n"));
}

TEST_F(Output, ToADeviceIsWrittenDirectly) {
  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--orders", "/dev/stdout"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, StartsWith(R"({"id":1,)"));
  EXPECT_EQ(fastfood(folder_, {"run", "-q", "a.json", "--json", "/dev/null"}).exit_code, 0);
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST_F(Output, ToTheSameFileTwiceIsAnErrorHoweverItIsSpelled) {
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

TEST_F(Output, ToAnExistingFileConflictsWithItsHardLink) {
  folder_.write("r.json", "old");
  fs::create_hard_link(folder_.path() / "r.json", folder_.path() / "twin.json");

  const Outcome outcome = fastfood(folder_, {"run", "a.json", "--json", "r.json", "--orders", "twin.json"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(folder_.read("r.json"), "old");
}

TEST_F(Output, ThatCannotBeWrittenIsReportedBeforeTheRun) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"none/r.json", "no such file or directory"},
      {"a.json/r.json", "part of its path is not a directory"},
      {".", "it is a directory"},
      {std::string(300, 'n'), "the name is too long"},
  };

  for (const auto& [path, why] : table) {
    const Outcome outcome = fastfood(folder_, {"run", "a.json", "--orders", "o.csv", "--json", path});

    EXPECT_EQ(outcome.exit_code, 1) << path;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err, path + ": error: cannot be written; " + why + "\n");
    EXPECT_EQ(folder_.names(), Names{"a.json"});
  }
}

TEST_F(Output, ToAFullDeviceIsAFailure) {
  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--json", "/dev/full"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "/dev/full: error: cannot be written; no space is left\n");
}

TEST_F(Output, LeavesNoFileIfAnotherCannotBeWritten) {
  const Outcome outcome = fastfood(folder_, {"run", "-q", "a.json", "--orders", "o.csv", "--json", "/dev/full"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(folder_.names(), Names{"a.json"});
}

TEST_F(Output, LeavesNoFileIfStandardOutputFails) {
  for (const std::string out_to : {"/dev/full", "closed"}) {
    const Outcome outcome =
        fastfood(folder_, Call{.arguments = {"run", "a.json", "--json", "r.json", "--orders", "o.csv", "--events", "e"},
                               .out_to = out_to});

    EXPECT_EQ(outcome.exit_code, 1);
    EXPECT_THAT(outcome.err, StartsWith("standard output: error: cannot be written; "));
    EXPECT_EQ(folder_.names(), Names{"a.json"});
  }
}

TEST_F(Output, KeepsTheOldFileIfTheScenarioIsWrong) {
  folder_.write("r.json", "old");
  folder_.write("bad.json", "{");

  const Outcome outcome = fastfood(folder_, {"run", "bad.json", "--json", "r.json"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(folder_.read("r.json"), "old");
}

TEST_F(Output, ToAClosedPipeEndsTheProgramSilently) {
  folder_.write("s.json", R"({"scenario": "a.json", "vary": {"menu.soda.time": [1, 2]}, "cost": {"menu.soda.time": 1},
                              "require": ["total_time.max <= 5"]})");
  folder_.write("w.json", R"({"menu": {}, "servers": {}, "orders": [{"items": []}]})");
  const std::vector<Names> table{
      {"--help"},
      {"--version"},
      {"run", "--help"},
      {"run", "a.json"},
      {"run", "a.json", "a.json"},
      {"run", "a.json", "--json", "-"},
      {"run", "a.json", "--json", "-", "--orders", "-"},
      {"run", "-q", "a.json", "--json", "/dev/stdout"},
      {"run", "-q", "a.json", "--orders", "/dev/stdout", "--json", "r.json"},
      {"run", "-q", "a.json", "--events", "-", "--json", "r.json"},
      {"sweep", "s.json"},
      {"sweep", "s.json", "--json", "-"},
      {"sweep", "s.json", "--list"},
      {"compare", "a.json", "a.json"},
      {"compare", "a.json", "a.json", "--json", "-"},
      {"whatif", "w.json"},
      {"optimize", "s.json"},
      {"optimize", "s.json", "--json", "-"},
      {"validate", "a.json"},
      {"schema", "result"},
  };

  for (const Names& arguments : table) {
    const Outcome outcome = fastfood(folder_, Call{.arguments = arguments, .out_to = "closed pipe"});

    EXPECT_EQ(outcome.exit_code, 141) << ::testing::PrintToString(arguments);
    EXPECT_EQ(outcome.err, "");
    EXPECT_EQ(folder_.names(), (Names{"a.json", "s.json", "w.json"}));
  }
}

TEST_F(Output, ToAClosedPipeLeavesTheFilesComplete) {
  folder_.write("s.json", R"({"scenario": "a.json", "vary": {"menu.soda.time": [1, 2]}, "cost": {"menu.soda.time": 1},
                              "require": ["total_time.max <= 5"]})");
  folder_.write("w.json", R"({"menu": {}, "servers": {}, "orders": [{"items": []}]})");
  const std::vector<std::pair<Names, Names>> table{
      {{"run", "a.json", "--json", "r.json", "--orders", "o.csv", "--events", "e"}, {"e", "o.csv", "r.json"}},
      {{"run", "a.json", "w.json", "--json", "r.json"}, {"r.json"}},
      {{"compare", "a.json", "a.json", "--json", "r.json"}, {"r.json"}},
      {{"whatif", "w.json", "--json", "r.json"}, {"r.json"}},
      {{"optimize", "s.json", "--json", "r.json"}, {"r.json"}},
      {{"sweep", "s.json", "--json", "r.json"}, {"r.json"}},
      {{"sweep", "s.json", "--out", "r.csv"}, {"r.csv"}},
  };

  for (const auto& [arguments, files] : table) {
    EXPECT_EQ(fastfood(folder_, arguments).exit_code, 0) << ::testing::PrintToString(arguments);
    Names texts;
    for (const std::string& file : files) {
      texts.push_back(folder_.read(file));
      fs::remove(folder_.path() / file);
    }

    const Outcome outcome = fastfood(folder_, Call{.arguments = arguments, .out_to = "closed pipe"});

    EXPECT_EQ(outcome.exit_code, 141) << ::testing::PrintToString(arguments);
    EXPECT_EQ(outcome.err, "");
    for (std::size_t i = 0; i != files.size(); ++i) {
      EXPECT_EQ(folder_.read(files[i]), texts[i]) << files[i];
    }
  }
  // The journal is complete, too. A new sweep may replace it.
  EXPECT_EQ(fastfood(folder_, {"sweep", "-q", "s.json", "--out", "r.csv"}).exit_code, 0);
}

TEST_F(Output, ToAClosedPipeEndsARunThatWouldLastForYears) {
  folder_.write("long.json", R"({"menu": {}, "arrivals": [{"every": 0.001, "count": 1000000000000, "items": []}]})");

  const Outcome outcome =
      fastfood(folder_, Call{.arguments = {"run", "-q", "long.json", "--events", "-"}, .out_to = "closed pipe"});

  EXPECT_EQ(outcome.exit_code, 141);
  EXPECT_EQ(outcome.err, "");
}

TEST_F(Output, OfMessagesMayBeClosedWithoutEffectOnTheExitCode) {
  folder_.write("bad.json", "{");

  for (const std::string err_to : {"closed pipe", "closed", "/dev/full"}) {
    EXPECT_EQ(fastfood(folder_, Call{.arguments = {"run", "bad.json"}, .err_to = err_to}).exit_code, 2) << err_to;
    EXPECT_EQ(fastfood(folder_, Call{.arguments = {"run", "--bad"}, .err_to = err_to}).exit_code, 2) << err_to;
    EXPECT_EQ(fastfood(folder_, Call{.arguments = {"run", "a.json"}, .err_to = err_to}).exit_code, 0) << err_to;
  }
}

TEST_F(Output, WithTheExtensionOfAnotherFormatIsRefused) {
  folder_.write("s.json", R"({"scenario": "a.json", "vary": {"menu.soda.time": [1, 2]}, "cost": {"menu.soda.time": 1},
                              "require": ["total_time.max <= 5"]})");
  const std::vector<std::pair<Names, std::string>> table{
      {{"run", "a.json", "--json", "r.csv"}, "--json: expected a file that ends in .json, got r.csv\n"},
      {{"run", "a.json", "--json", "R.CSV"}, "--json: expected a file that ends in .json, got R.CSV\n"},
      {{"run", "a.json", "--json", "r.jsonl"}, "--json: expected a file that ends in .json, got r.jsonl\n"},
      {{"run", "a.json", "--json", "r.html"}, "--json: expected a file that ends in .json, got r.html\n"},
      {{"run", "a.json", "--events", "e.csv"}, "--events: expected a file that ends in .ndjson or .jsonl, got e.csv\n"},
      {{"run", "a.json", "--orders", "o.xlsx"},
       "--orders: expected a file that ends in .csv, .ndjson or .jsonl, got o.xlsx\n"},
      {{"run", "a.json", "--orders", "o.tsv"}, "--orders: expected a file that ends in .csv, .ndjson or .jsonl"},
      {{"sweep", "s.json", "--json", "r.csv"}, "--json: expected a file that ends in .json, got r.csv\n"},
      {{"sweep", "s.json", "--out", "r.tsv"}, "--out: expected a file that ends in .json, .csv or .jsonl, got r.tsv\n"},
      {{"compare", "a.json", "a.json", "--json", "r.csv"}, "--json: expected a file that ends in .json, got r.csv\n"},
      {{"whatif", "a.json", "--json", "r.csv"}, "--json: expected a file that ends in .json, got r.csv\n"},
      {{"optimize", "s.json", "--json", "r.csv"}, "--json: expected a file that ends in .json, got r.csv\n"},
  };

  for (const auto& [arguments, message] : table) {
    const Outcome outcome = fastfood(folder_, arguments);

    EXPECT_EQ(outcome.exit_code, 2) << message;
    EXPECT_THAT(outcome.err, StartsWith("fastfood: error: " + message));
    EXPECT_EQ(folder_.names(), (Names{"a.json", "s.json"}));
  }
}

TEST_F(Output, WithAnUnknownExtensionIsWrittenAsUsual) {
  const Outcome outcome =
      fastfood(folder_, {"run", "-q", "a.json", "--json", "r.txt", "--orders", "orders", "--events", "e.log"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(folder_.read("r.txt"), StartsWith("{\n"));
  EXPECT_THAT(folder_.read("orders"), StartsWith(R"({"id":1,)"));
}

TEST_F(Output, IsATableIfItsExtensionIsInCapitals) {
  EXPECT_EQ(fastfood(folder_, {"run", "-q", "a.json", "--orders", "O.CSV"}).exit_code, 0);

  EXPECT_THAT(folder_.read("O.CSV"), StartsWith("replication,id,"));
}

TEST_F(Output, IsATableIfItsNameIsOnlyAnExtension) {
  EXPECT_EQ(fastfood(folder_, {"run", "-q", "a.json", "--orders", ".csv"}).exit_code, 0);

  EXPECT_THAT(folder_.read(".csv"), StartsWith("replication,id,"));
}

TEST_F(Output, IsTheSameBytesForTheSameScenario) {
  const Names arguments{"run", config("two_per_second.json"), "--json", "-", "--orders", "-"};

  EXPECT_EQ(fastfood(folder_, arguments).out, fastfood(folder_, arguments).out);
}

}  // namespace
}  // namespace cli
