#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"
#include "tests/cli/terminal.hpp"

namespace cli::style_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// Sets a variable of the environment while it exists.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { ::unsetenv(name_); }

 private:
  const char* name_;
};

const std::string red_verdict = "the aim is 100 %: \x1b[31mnot met\x1b[0m";
const std::string plain_verdict = "the aim is 100 %: not met";

/// The output of a run whose target is not met.
std::string run_output(const std::vector<std::string>& options = {}) {
  const Folder folder;
  std::vector<std::string> arguments{"run", config("two_per_second.json")};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return fastfood(folder, arguments).out;
}

/// The same, written to a terminal.
std::string run_on(const Terminal& terminal, const std::vector<std::string>& options = {}) {
  const Folder folder;
  std::vector<std::string> arguments{"run", config("two_per_second.json")};
  arguments.insert(arguments.end(), options.begin(), options.end());
  fastfood(folder, Call{.arguments = arguments, .out_to = terminal.path()});
  return terminal.text();
}

TEST(Color, IsUsedOnATerminalOnly) {
  EXPECT_THAT(run_output(), HasSubstr(plain_verdict));
  EXPECT_THAT(run_on(Terminal()), HasSubstr(red_verdict));
}

TEST(Color, IsNotUsedIfNoColorIsSetAndNotEmpty) {
  const Terminal terminal;
  {
    const Variable no_color("NO_COLOR", "1");
    EXPECT_THAT(run_on(terminal), HasSubstr(plain_verdict));
  }
  const Variable empty("NO_COLOR", "");
  EXPECT_THAT(run_on(terminal), HasSubstr(red_verdict));
}

TEST(Color, IsUsedAsTheOptionSays) {
  const Variable no_color("NO_COLOR", "1");
  EXPECT_THAT(run_output({"--color", "always"}), HasSubstr(red_verdict));
  EXPECT_THAT(run_output({"--color", "auto"}), HasSubstr(plain_verdict));
  EXPECT_THAT(run_on(Terminal(), {"--color", "never"}), HasSubstr(plain_verdict));
}

TEST(Color, MarksErrorsAndWarnings) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"run", "none.json", "--color", "always"});

  EXPECT_EQ(outcome.err, "none.json: \x1b[31merror:\x1b[0m cannot be read; no such file\n");
}

TEST(Color, OfAnotherNameIsRefused) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"run", "a.json", "--color", "blue"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--color: expected auto, always or never, got blue\n"));
}

constexpr const char* wide_heading = "station       units  busy (%)  mean line  longest line  mean wait (s)  uses";
constexpr const char* narrow_heading = "station       units   (%)  line     line  wait (s)  uses";

TEST(Width, IsThatOfTheTerminal) {
  EXPECT_THAT(run_on(Terminal(120)), HasSubstr(wide_heading));
  EXPECT_THAT(run_on(Terminal(80)), HasSubstr(narrow_heading));
}

TEST(Width, IsEightyInAPipe) { EXPECT_THAT(run_output(), HasSubstr(narrow_heading)); }

TEST(Width, IsWhatColumnsSays) {
  {
    const Variable columns("COLUMNS", "120");
    EXPECT_THAT(run_output(), HasSubstr(wide_heading));
    EXPECT_THAT(run_on(Terminal(80)), HasSubstr(wide_heading));
  }
  {
    const Variable nonsense("COLUMNS", "many");
    EXPECT_THAT(run_output(), HasSubstr(narrow_heading));
  }
}

TEST(Width, IsAtLeastSixty) {
  std::string sixty;
  {
    const Variable columns("COLUMNS", "60");
    sixty = run_output();
  }
  const Variable columns("COLUMNS", "20");
  EXPECT_EQ(run_output(), sixty);
}

TEST(RunProgress, IsShownOnATerminalIfThereAreSeveralReplications) {
  const Folder folder;
  const Terminal terminal;
  const std::string scenario = config("two_per_second.json");

  fastfood(folder, Call{.arguments = {"run", scenario, "-n", "2"}, .err_to = terminal.path()});

  EXPECT_THAT(terminal.text(), StartsWith("\r\x1b[K0 of 2 runs, "));
  EXPECT_EQ(fastfood(folder, {"run", scenario, "-n", "2"}).err, "");
}

TEST(RunProgress, IsNotShownIfQuiet) {
  const Folder folder;
  const Terminal terminal;
  const std::string scenario = config("two_per_second.json");

  fastfood(folder, Call{.arguments = {"run", scenario, "-n", "2", "-q"}, .err_to = terminal.path()});
  fastfood(folder, Call{.arguments = {"run", "none.json"}, .err_to = terminal.path()});

  EXPECT_THAT(terminal.text(), Not(HasSubstr("runs")));
}

}  // namespace
}  // namespace cli::style_test
