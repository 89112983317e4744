#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "tests/cli/program.hpp"

namespace cli::completion_test {
namespace {

using ::testing::HasSubstr;

/// What bash prints for `script`, run in `folder`.
std::string bash(const Folder& folder, const std::string& script) {
  folder.write("script.bash", script);
  const std::string command = "cd '" + folder.path().string() + "' && bash --norc script.bash 2>&1";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe{::popen(command.c_str(), "r"), ::pclose};
  std::string output;
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) {
    output += buffer.data();
  }
  return output;
}

/// What bash suggests for the last of these words, one per line.
std::string offered(const Folder& folder, const std::string& words) {
  return bash(folder, fastfood(folder, {"completion", "bash"}).out + "COMP_WORDS=(" + words +
                          ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_fastfood\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
}

TEST(Completion, OfBashSuggestsCommands) {
  const Folder folder;

  EXPECT_EQ(offered(folder, "fastfood va"), "validate\n");
  EXPECT_EQ(offered(folder, "fastfood --v"), "--version\n");
  EXPECT_EQ(offered(folder, "fastfood ma"), "\n");
}

TEST(Completion, OfBashSuggestsTheOptionsOfACommand) {
  const Folder folder;

  EXPECT_EQ(offered(folder, "fastfood run --re"), "--replications\n--require\n");
  EXPECT_EQ(offered(folder, "fastfood validate --re"), "\n");
  EXPECT_EQ(offered(folder, "fastfood fit --co"), "--column\n--confidence\n--color\n");
}

TEST(Completion, OfBashSuggestsScenariosAndFolders) {
  const Folder folder;
  folder.write("lunch.json", "{}");
  folder.write("lunch.txt", "");
  std::filesystem::create_directory(folder.path() / "lunches");

  EXPECT_EQ(offered(folder, "fastfood run lu"), "lunch.json\nlunches\n");
  EXPECT_EQ(offered(folder, "fastfood run --json lu"), "lunches\nlunch.json\nlunch.txt\n");
  EXPECT_EQ(offered(folder, "fastfood run --json = lunch.t"), "lunch.txt\n");
}

TEST(Completion, OfBashSuggestsNothingForANumber) {
  const Folder folder;
  folder.write("1.json", "{}");

  EXPECT_EQ(offered(folder, "fastfood run --seed 1"), "\n");
}

TEST(Completion, OfBashSuggestsTheNamesOfExamplesFormatsShellsAndCommands) {
  const Folder folder;

  EXPECT_EQ(offered(folder, "fastfood example two"), "two_per_second\ntwo_per_second.study\n");
  EXPECT_EQ(offered(folder, "fastfood schema re"), "result\n");
  EXPECT_EQ(offered(folder, "fastfood completion z"), "zsh\n");
  EXPECT_EQ(offered(folder, "fastfood help co"), "compare\ncompletion\n");
}

TEST(Completion, OfZshKnowsCommandsOptionsAndValues) {
  const Folder folder;

  const std::string script = fastfood(folder, {"completion", "zsh"}).out;

  EXPECT_THAT(script, HasSubstr("#compdef fastfood\n"));
  EXPECT_THAT(script, HasSubstr("'validate:Check scenarios and studies without running them'"));
  EXPECT_THAT(script, HasSubstr("'*--set=[Change a value of the scenario; may be given several times]:PATH=VALUE: '"));
  EXPECT_THAT(script, HasSubstr("'(-q --quiet)'{-q,--quiet}'[Print no summary and no warnings]'"));
  EXPECT_THAT(script, HasSubstr("'*:SCENARIO:_files -g \"*.json\"'"));
  EXPECT_THAT(script, HasSubstr("':FORMAT:(scenario study result)'"));
}

TEST(Completion, OfFishKnowsCommandsOptionsAndValues) {
  const Folder folder;

  const std::string script = fastfood(folder, {"completion", "fish"}).out;

  EXPECT_THAT(script, HasSubstr("-n __fastfood_without_command -a validate -d 'Check scenarios and studies without"));
  EXPECT_THAT(script, HasSubstr("-n '__fastfood_with_command run' -l seed -x -d 'Use this seed instead of the "
                                "scenario\\'s'\n"));
  EXPECT_THAT(script, HasSubstr("-n '__fastfood_with_command run' -k -a '(__fish_complete_suffix .json)'\n"));
  EXPECT_THAT(script, HasSubstr("-n '__fastfood_with_command schema' -a 'scenario study result'\n"));
}

TEST(Completion, ForAnotherShellIsRefused) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"completion", "csh"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("SHELL: there is no completion for csh; there are bash, zsh and fish\n"));
}

}  // namespace
}  // namespace cli::completion_test
