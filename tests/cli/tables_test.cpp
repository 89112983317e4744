#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli::tables_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(Tables, AreWrittenIntoAFolderThatIsMade) {
  const Folder folder;

  const Outcome outcome = fastfood(folder, {"run", config("burger_lunch.json"), "-q", "--tables", "new/tables"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(folder.read("new/tables/summary.csv"), StartsWith("metric,unit,value,half_width,p10,p90\r\n"));
  EXPECT_THAT(folder.read("new/tables/periods.csv"), HasSubstr("\r\n1800,11:30,"));
  EXPECT_THAT(folder.read("new/tables/replications.csv"), HasSubstr("\r\n0,"));
}

TEST(Tables, ReplaceThoseOfAnEarlierRunAlsoIfTheyAreEmptyNow) {
  const Folder folder;
  fastfood(folder, {"run", config("burger_lunch.json"), "-q", "--tables", "t"});

  fastfood(folder, {"run", config("two_per_second.json"), "-q", "--tables", "t"});

  EXPECT_EQ(folder.read("t/money.csv"), "entry,unit,value,half_width,p10,p90\r\n");
}

TEST(Tables, ThatCannotBeWrittenEndTheRunBeforeItStarts) {
  const Folder folder;
  folder.write("file", "old");

  const Outcome outcome = fastfood(folder, {"run", config("two_per_second.json"), "--tables", "file"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "file: error: cannot be a folder; it is a file\n");
  EXPECT_EQ(folder.read("file"), "old");
}

TEST(Tables, DoNotOverwriteAnotherOutputOrTheScenario) {
  const Folder folder;
  const Outcome same = fastfood(folder, {"run", "a.json", "--tables", "t", "--orders", "t/summary.csv"});

  EXPECT_EQ(same.exit_code, 2);
  EXPECT_THAT(same.err, HasSubstr("--tables: goes to the same place as --orders"));
  EXPECT_THAT(folder.names(), ElementsAre());
}

TEST(Tables, AreOfOneScenario) {
  const Folder folder;
  for (const std::vector<std::string>& wrong : {std::vector<std::string>{"run", "a.json", "b.json", "--tables", "t"},
                                                {"run", "a.json", "--tables", "-"},
                                                {"run", "a.json", "--tables", ""}}) {
    const Outcome outcome = fastfood(folder, wrong);

    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, StartsWith("fastfood: error: --tables: "));
  }
  EXPECT_THAT(folder.names(), ElementsAre());
}

}  // namespace
}  // namespace cli::tables_test
