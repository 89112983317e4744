#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli::several_runs_test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

using Names = std::vector<std::string>;

/// Some customers are served before another gets stuck: the station has no unit any more when they need it.
constexpr const char* deadlock =
    R"({"menu": {"a": {"time": 1}, "x": {"steps": [{"time": 5}, {"station": "s", "time": 1}]}},
  "stations": {"s": {"capacity": [{"from": 0, "value": 1}, {"from": 1, "value": 0}]}}, "servers": {},
  "orders": [{"customer": "of bad", "items": ["a"]}, {"customer": "stuck", "items": ["x"]}]})";

/// One customer is served after 1 s. The stew takes longer than the clock allows.
constexpr const char* too_long = R"({"menu": {"a": {"time": 1},
  "stew": {"steps": [{"time": "400000h"}, {"time": "400000h"}]}},
  "orders": [{"customer": "of bad", "items": ["a"]}, {"items": ["stew"]}]})";

/// The stew takes longer than the clock allows in one replication of four.
constexpr const char* too_long_by_chance = R"({"menu": {"a": {"time": 1}, "stew": {"steps": [{"time": "400000h"},
    {"time": {"distribution": "discrete", "values": [1, "400000h"], "weights": [3, 1]}}]}},
  "orders": [{"customer": "of bad", "items": ["a"]}, {"items": ["stew"]}]})";

/// Three valid scenarios. One has an empty menu, so mixing up scenarios would be noticed.
class SeveralRuns : public ::testing::Test {
 protected:
  SeveralRuns() {
    folder_.write("good.json", R"({"menu": {"a": {"time": 2}}, "orders": [{"customer": "of good", "items": ["a"]}]})");
    folder_.write("empty.json", R"({"menu": {}, "orders": [{"customer": "of empty", "items": []}]})");
    folder_.write("deadlock.json", deadlock);
    folder_.write("too_long.json", too_long);
    folder_.write("too_long_by_chance.json", too_long_by_chance);
  }

  Outcome run(const Names& scenarios, Names options) const {
    options.insert(options.begin(), "run");
    options.insert(options.end(), scenarios.begin(), scenarios.end());
    return fastfood(folder_, options);
  }

  Folder folder_;
};

/// The names with `bad` inserted at each position in turn.
std::vector<Names> with_one_more(const Names& names, const std::string& bad) {
  std::vector<Names> all;
  for (std::size_t index = 0; index <= names.size(); ++index) {
    Names more = names;
    more.insert(more.begin() + static_cast<std::ptrdiff_t>(index), bad);
    all.push_back(more);
  }
  return all;
}

/// A scenario that fails, and the options with which it does.
struct Failing {
  std::string scenario;
  Names options;
  std::string message;
};

/// Failures in the first replication, in the last of three (with seed 3; replications 0 and 1 succeed), and with
/// several threads.
const std::vector<Failing> failing{
    {"deadlock.json", {}, "error: nothing can happen any more"},
    {"too_long.json", {}, "error: "},
    {"deadlock.json", {"--replications", "3"}, "error: replication 0: nothing can happen any more"},
    {"too_long_by_chance.json", {"--replications", "3", "--seed", "3"}, "error: replication 2: "},
    {"too_long_by_chance.json", {"--replications", "3", "--seed", "3", "--jobs", "3"}, "error: replication 2: "},
};

TEST_F(SeveralRuns, OfWhichOneFailsWriteWhatTheOthersWriteAlone) {
  const Names good{"good.json", "empty.json"};
  const std::vector<Names> outputs{{},
                                   {"--json", "-"},
                                   {"--json", "-", "--orders", "-"},
                                   {"-q", "--json", "r.json"},
                                   {"--json", "r.json", "--orders", "-"}};

  for (const auto& [scenario, more, message] : failing) {
    for (Names options : outputs) {
      options.insert(options.end(), more.begin(), more.end());
      const Outcome alone = run(good, options);
      const std::string file_alone = folder_.has("r.json") ? folder_.read("r.json") : "";
      ASSERT_EQ(alone.exit_code, 0) << alone.err;
      for (const Names& scenarios : with_one_more(good, scenario)) {
        std::filesystem::remove(folder_.path() / "r.json");

        const Outcome together = run(scenarios, options);

        const std::string call = ::testing::PrintToString(scenarios) + ::testing::PrintToString(options);
        EXPECT_EQ(together.exit_code, 1) << call;
        EXPECT_EQ(together.out, alone.out) << call;
        EXPECT_THAT(together.err, StartsWith(scenario + ": " + message)) << call;
        EXPECT_EQ(std::ranges::count(together.err, '\n'), std::ranges::count(run({scenario}, options).err, '\n'));
        EXPECT_EQ(folder_.has("r.json") ? folder_.read("r.json") : "", file_alone) << call;
      }
      std::filesystem::remove(folder_.path() / "r.json");
    }
  }
}

TEST_F(SeveralRuns, OfWhichAllButOneFailStillWriteAList) {
  const Outcome outcome = run({"deadlock.json", "good.json"}, {"-q", "--json", "r.json"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(folder_.read("r.json"), StartsWith("[\n  {\n    \"format\": \"fastfood-result/1\",\n"));
}

TEST_F(SeveralRuns, OfWhichAllFailKeepTheOldFile) {
  folder_.write("r.json", "old");

  const Outcome outcome = run({"deadlock.json", "too_long.json"}, {"-q", "--json", "r.json"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(folder_.read("r.json"), "old");
}

TEST_F(SeveralRuns, AreAllWrittenIfOneDoesNotMeetARequirement) {
  const Outcome outcome = run({"good.json", "empty.json"}, {"--json", "-", "--require", "total_time.max <= 1"});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(std::ranges::count(outcome.out, '\n'), 2);
  EXPECT_EQ(outcome.err, "good.json: not met: total time, longest: 2 s, needed <= 1 s\n");
}

TEST_F(SeveralRuns, DoNotStartIfOneCannotBeRead) {
  folder_.write("cut.json", "{");
  folder_.write("wrong.json", R"({"menu": {"a": {"station": "none", "time": 1}}, "orders": []})");

  for (const std::string bad : {"cut.json", "wrong.json", "absent.json"}) {
    for (const Names& scenarios : with_one_more({"good.json", "empty.json"}, bad)) {
      const Outcome outcome = run(scenarios, {"--json", "r.json", "--orders", "-"});

      EXPECT_EQ(outcome.exit_code, 2);
      EXPECT_EQ(outcome.out, "");
      EXPECT_THAT(outcome.err, StartsWith(bad + ":"));
      EXPECT_FALSE(folder_.has("r.json"));
    }
  }
}

TEST_F(SeveralRuns, StopAtTheFirstIfTheOutputCannotBeWritten) {
  const Outcome outcome =
      fastfood(folder_, Call{.arguments = {"run", "good.json", "deadlock.json", "--json", "-"}, .out_to = "/dev/full"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "standard output: error: cannot be written; no space is left\n");
}

TEST_F(SeveralRuns, EachReportTheirWarnings) {
  folder_.write("odd.json", R"({"menu": {}, "stations": {"grill": {}}, "orders": []})");

  const Outcome outcome = run({"odd.json", "good.json", "odd.json"}, {"--json", "-"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err,
            "odd.json:1:27: warning: stations.grill: no item uses it\n"
            "odd.json:1:27: warning: stations.grill: no item uses it\n");
}

TEST_F(SeveralRuns, OfOneScenarioThatFailsLeaveNoFile) {
  for (const auto& [scenario, more, message] : failing) {
    Names options{"-q", "--json", "r.json", "--orders", "o.csv"};
    options.insert(options.end(), more.begin(), more.end());

    EXPECT_EQ(run({scenario}, options).exit_code, 1);

    EXPECT_FALSE(folder_.has("r.json"));
    EXPECT_FALSE(folder_.has("o.csv"));
  }
}

}  // namespace
}  // namespace cli::several_runs_test
