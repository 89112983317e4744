#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sim/report/format/version.hpp"
#include "tests/cli/program.hpp"

namespace cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Usage, WithoutArgumentsIsHelpThatEndsWithAFirstStep) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, std::vector<std::string>{});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, EndsWith("fastfood example two_per_second | fastfood run -\n\n"));
  EXPECT_EQ(outcome.out, fastfood(folder, {"--help"}).out);
  EXPECT_EQ(outcome.err, "");
}

TEST(Usage, OfVersionIsTheNameAndTheNumber) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"--version"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "fastfood " + std::string{fastfood::report::program_version()} + "\n");
}

TEST(Usage, OfRunHasAnExampleForEachOption) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"run", "--help"});

  EXPECT_EQ(outcome.exit_code, 0);
  for (const std::string example : {"--json result.json", "--orders orders.csv", "--events events.ndjson", "--seed 42",
                                    "--set stations.kitchen.capacity=4", "run -q"}) {
    EXPECT_THAT(outcome.out, HasSubstr("e.g. " + std::string{example == "run -q" ? "fastfood " : ""} + example));
  }
}

/// A wrong command line and the expected error.
struct Wrong {
  std::vector<std::string> arguments;
  std::string message;
};

TEST(Usage, ThatIsWrongIsRefusedBeforeAnythingIsRead) {
  const Folder folder;
  const std::vector<Wrong> table{
      {{"run"}, "SCENARIO is required"},
      {{"dance"}, "there is no command dance\n"},
      {{"rnu", "a.json"}, "there is no command rnu; did you mean run?\nFor help: fastfood --help"},
      {{"run", "a.json", "--fast"}, "there is no option --fast\n"},
      {{"run", "a.json", "--jsno", "b.json"},
       "there is no option --jsno; did you mean --json?\nFor help: fastfood run"},
      {{"run", "--bogus"}, "there is no option --bogus\n"},
      {{"run", "a.json", "--rep", "5"}, "there is no option --rep; did you mean --replications?"},
      {{"run", "a.json", "-r", "5"}, "there is no option -r; did you mean --replications?"},
      {{"run", "a.json", "-r5"}, "there is no option -r5; did you mean --replications?"},
      {{"run", "a.json", "--rep=5"}, "there is no option --rep=5; did you mean --replications?"},
      {{"run", "a.json", "--runs", "5"}, "there is no option --runs; did you mean --replications?"},
      {{"run", "a.json", "--threads", "5"}, "there is no option --threads; did you mean --jobs?"},
      {{"sweep", "a.json", "--output", "b"}, "there is no option --output; did you mean --out?"},
      {{"run", "a.json", "-x"}, "there is no option -x\n"},
      {{"run", "a.json", "--vary", "seed=1,2"}, "there is no option --vary; fastfood sweep has it\n"},
      {{"lunch.json"}, "there is no command lunch.json; did you mean fastfood run lunch.json?\n"},
      {{"sweep", "a.json", "b.json"}, "fastfood sweep takes no further argument, but got b.json\n"},
      {{"sweep", "a.json", "--metric", "elapsed", "--metric", "elapsed"}, "--metric: elapsed is there twice"},
      {{"--seed", "3", "run", "a.json"}, "--seed must follow its command: fastfood run --seed\n"},
      {{"--verison"}, "there is no option --verison; did you mean --version?"},
      {{"run", "a.json", "--json"}, "--json: expected exactly one value"},
      {{"run", "a.json", "--json", "x", "--json", "y"}, "--json: expected exactly one value"},
      {{"run", "a.json", "--json", ""}, "--json: expected a file or -"},
      {{"run", "a.json", "--orders", ""}, "--orders: expected a file or -"},
      {{"run", "a.json", "--events", ""}, "--events: expected a file or -"},
      {{"run", "a.json", "b.json", "--orders", "o.csv"}, "--orders: one file cannot take the orders of several"},
      {{"run", "a.json", "b.json", "--events", "e"}, "--events: one file cannot take the events of several"},
      {{"run", "-q", "a.json", "b.json", "--events", "-"}, "--events: one file cannot take the events of several"},
      {{"run", "a.json", "--seed", "-1"}, "--seed: expected a whole number from 0 to 18446744073709551615, got -1"},
      {{"run", "a.json", "--seed", "1.5"}, "got 1.5"},
      {{"run", "a.json", "--seed", "18446744073709551616"}, "got 18446744073709551616"},
      {{"run", "a.json", "--set"}, "--set: expected exactly one value"},
      {{"run", "a.json", "--set", "seed"}, "--set: expected PATH=VALUE, got seed"},
      {{"run", "a.json", "--set", "=5"}, "--set: expected PATH=VALUE, got =5"},
      {{"run", "a.json", "--set", ""}, "--set: expected PATH=VALUE, got nothing"},
      {{"run", "a.json", "--set", "seed=5", "--seed", "6"},
       "--seed: --set changes the seed, too; leave one of them out"},
      {{"run", "-", "-"}, "standard input can be read only once"},
      {{"validate"}, "FILE is required"},
      {{"validate", "-", "-"}, "standard input can be read only once"},
      {{"schema"}, "FORMAT is required"},
      {{"schema", "scenaro"}, "there is no schema scenaro; did you mean scenario?"},
      {{"schema", "lunch.json"}, "there is no schema lunch.json; there are scenario, study and result"},
  };

  for (const auto& [arguments, message] : table) {
    const Outcome outcome = fastfood(folder, arguments);

    EXPECT_EQ(outcome.exit_code, 2) << message;
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, StartsWith("fastfood: error: "));
    EXPECT_THAT(outcome.err, HasSubstr(message));
    EXPECT_THAT(outcome.err, EndsWith(" --help\n"));
  }
}

TEST(Usage, FailsIfHelpCannotBeWritten) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, Call{.arguments = {"--help"}, .out_to = "/dev/full"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "standard output: error: cannot be written; no space is left\n");
}

}  // namespace
}  // namespace cli
