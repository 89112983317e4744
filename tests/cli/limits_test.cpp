#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "tests/cli/program.hpp"
#include "tests/cli/terminal.hpp"

namespace cli::limits_test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

using Names = std::vector<std::string>;

constexpr const char* by_chance = R"({"menu": {"a": {"time": {"distribution": "exponential", "mean": 60}}},
  "servers": {}, "arrivals": [{"rate_per_hour": 50, "until": "1h", "items": ["a"]}]})";

TEST(Limits, OfAFileAreOneGibibyteWhereverItIsRead) {
  const Folder folder;
  folder.write("large.json", "");
  // a hole, which needs no disk space
  ASSERT_EQ(::truncate((folder.path() / "large.json").c_str(), (1L << 30) + 1), 0);
  folder.write("study.json", R"({"scenario": "large.json", "vary": {"seed": [1]}})");
  const std::string message = "large.json: error: cannot be read; it is larger than 1 GiB, or has no end\n";

  for (const Names& call : std::vector<Names>{{"run", "large.json"},
                                              {"validate", "large.json"},
                                              {"sweep", "large.json"},
                                              {"sweep", "study.json"},
                                              {"compare", "large.json", "large.json"},
                                              {"whatif", "large.json"},
                                              {"optimize", "large.json"}}) {
    const Outcome outcome = fastfood(folder, call);

    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, StartsWith(message)) << call.front();
    EXPECT_EQ(outcome.out, "");
  }
}

TEST(Limits, OfThreadsReduceTheirNumberAndNotTheResults) {
  const Folder folder;
  folder.write("a.json", by_chance);
  folder.write("s.json", R"({"scenario": "a.json", "vary": {"servers.count": [1, 2]}, "replications": 100,
                             "cost": {"servers.count": 1}, "require": ["total_time.mean <= 3000"]})");
  const std::string message = "fastfood: warning: the system allows only 1 of 8 threads; running 1 job at a time\n";
  const std::vector<Names> table{
      {"run", "a.json", "a.json", "--replications", "9", "--json", "-"},
      {"sweep", "s.json", "--json", "-"},
      {"compare", "a.json", "a.json", "--json", "-"},
      {"whatif", "a.json", "--json", "-"},
      {"optimize", "s.json", "--json", "-"},
  };

  for (Names call : table) {
    const Outcome one = fastfood(folder, call);
    call.insert(call.end(), {"--jobs", "8"});
    const NoThreads no_threads;

    const Outcome many = fastfood(folder, call);

    EXPECT_EQ(many.exit_code, 0) << call.front();
    EXPECT_EQ(many.err, message) << call.front();
    EXPECT_EQ(many.out, one.out) << call.front();
    call.emplace_back("-q");
    EXPECT_EQ(fastfood(folder, call).err, "") << call.front();
  }
}

TEST(Limits, OfThreadsAreReportedOnTheirOwnLineEvenWithProgress) {
  const Folder folder;
  folder.write("a.json", by_chance);
  folder.write("s.json", R"({"scenario": "a.json", "vary": {"servers.count": [1, 2]}, "replications": 50,
                             "cost": {"servers.count": 1}, "require": ["total_time.mean <= 3000"]})");
  const NoThreads no_threads;

  for (const std::string command : {"sweep", "optimize"}) {
    const Terminal terminal;
    const Outcome outcome =
        fastfood(folder, Call{.arguments = {command, "s.json", "--jobs", "8"}, .err_to = terminal.path()});

    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_THAT(terminal.text(),
                HasSubstr("\r\x1b[Kfastfood: \x1b[33mwarning:\x1b[0m the system allows only 1 of 8 threads; "))
        << command;
  }
}

/// The message about a file that a study names as its scenario.
std::string message_about(const std::string& text) {
  const Folder folder;
  folder.write("named", text);
  folder.write("study.json", R"({"scenario": "named", "vary": {"seed": [1]}})");
  const Outcome outcome = fastfood(folder, {"sweep", "study.json"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  return outcome.err;
}

TEST(Limits, OfWhatAStudyRevealsAreScenarios) {
  const std::string message = "named: error: is not a scenario; expected a JSON object with a menu\n";

  for (const std::string text :
       {"root:x:0:0:root:/root:/bin/bash\n", "\"secret\"", "{\"password\": \"secret\"}", "{\"password\": secret}",
        "{secret", "[\"secret\"]", "secret", "42", "", "\xff\xfe secret", "{\"a\": 1, \"a\": 2}"}) {
    EXPECT_EQ(message_about(text), message) << text;
  }
}

TEST(Limits, OfWhatAStudyRevealsIncludeTheErrorsOfAScenario) {
  EXPECT_THAT(message_about(R"({"menu": {}, "orders": [], "sed": 1})"),
              HasSubstr("named:1:28: error: sed: unknown key; did you mean seed?"));
  EXPECT_THAT(message_about(R"({"servers": 1, "orders": []})"), HasSubstr("named:1:1: error: menu: missing"));
  EXPECT_THAT(message_about("{\"menu\": {}, \"orders\": [}"),
              HasSubstr("named:1:25: error: expected a value or ']', got '}'"));
}

}  // namespace
}  // namespace cli::limits_test
