#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "sim/report/format/version.hpp"
#include "tests/cli/program.hpp"

namespace cli::man_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(Man, ListsAPageForTheProgramAndForEachCommandInHelp) {
  const Folder folder;
  std::istringstream lines{fastfood(folder, {"man"}).out};
  std::vector<std::string> pages;
  for (std::string line; std::getline(lines, line);) {
    pages.push_back(line);
  }

  ASSERT_EQ(pages.front(), "fastfood");
  pages.erase(pages.begin());
  const std::string help = fastfood(folder, {"--help"}).out;
  for (const std::string& page : pages) {
    ASSERT_THAT(page, StartsWith("fastfood-"));
    EXPECT_THAT(help, HasSubstr("\n  " + page.substr(page.find('-') + 1) + "  "));
    EXPECT_THAT(fastfood(folder, {"man", "fastfood"}).out, HasSubstr("\\fBfastfood\\-" + page.substr(9) + "\\fR(1)\n"));
  }
  EXPECT_THAT(pages, ::testing::Contains("fastfood-help"));
  EXPECT_THAT(help, Not(HasSubstr("\n  man ")));
}

TEST(Man, ShowsWhatHelpShows) {
  const Folder folder;

  const std::string page = fastfood(folder, {"man", "fastfood-run"}).out;

  EXPECT_THAT(page,
              StartsWith(".TH FASTFOOD\\-RUN 1 \"\" \"fastfood " + std::string{fastfood::report::program_version()} +
                         "\" \"User Commands\"\n.SH NAME\n"
                         "fastfood\\-run \\- run scenarios and print a summary of each\n"));
  EXPECT_THAT(page, HasSubstr("\\fBfastfood run\\fR [\\fIOPTIONS\\fR] \\fISCENARIO\\fR...\n"));
  EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-\\-seed\\fR \\fIN\\fR\nUse this seed instead of the scenario\\(aqs\n"
                              ".br\ne.g. \\fB\\-\\-seed 42\\fR\n"));
  EXPECT_THAT(page, HasSubstr(".TP\n\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR\n"));
  EXPECT_THAT(page, HasSubstr(".SH EXIT STATUS\n"));
}

TEST(Man, PageThatDoesNotExistIsRefused) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"man", "run"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("PAGE: there is no manual page run; fastfood man lists all\n"));
}

}  // namespace
}  // namespace cli::man_test
