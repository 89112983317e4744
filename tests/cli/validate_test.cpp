#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/cli/program.hpp"

namespace cli {
namespace {

using ::testing::HasSubstr;

constexpr const char* quiet_day = R"({"menu": {}, "orders": []})";

TEST(Validate, SaysOkOfEachFileThatIs) {
  const Folder folder;
  folder.write("a.json", quiet_day);

  const Outcome outcome = fastfood(folder, Call{.arguments = {"validate", "a.json", "-"}, .input = quiet_day});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "a.json: ok\n<stdin>: ok\n");
  EXPECT_EQ(outcome.err, "");
}

TEST(Validate, TellsEveryFaultOfEveryFileWithItsPlace) {
  const Folder folder;
  folder.write("lunch.json",
               "{\n"
               "  \"menu\": {\"fries\": {\"station\": \"fryer\", \"time\": 1}},\n"
               "  \"stations\": {\"fryer\": {\"capacity\": -3}},\n"
               "  \"orders\": [],\n"
               "  \"arrivels\": []\n"
               "}\n");
  folder.write("good.json", quiet_day);

  const Outcome outcome = fastfood(folder, {"validate", "lunch.json", "none.json", "good.json", "."});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "good.json: ok\n");
  EXPECT_EQ(outcome.err,
            "lunch.json:3:38: error: stations.fryer.capacity: expected a whole number of at least 1, got -3\n"
            "lunch.json:5:3: error: arrivels: unknown key; did you mean arrivals?\n"
            "none.json: error: cannot be read; no such file\n"
            ".: error: cannot be read; it is a directory\n");
}

TEST(Validate, WarnsOfWhatIsOddAndLeavesTheExitCodeAlone) {
  const Folder folder;
  folder.write("odd.json", R"({"menu": {}, "stations": {"grill": {}}, "orders": []})");

  const Outcome outcome = fastfood(folder, {"validate", "odd.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "odd.json: ok\n");
  EXPECT_THAT(outcome.err, HasSubstr("odd.json:1:27: warning: stations.grill: no item uses it\n"));
}

TEST(Validate, IsSilentWhereAllIsWellAndNobodyWantsToKnow) {
  const Folder folder;
  folder.write("odd.json", R"({"menu": {}, "stations": {"grill": {}}, "orders": []})");

  const Outcome outcome = fastfood(folder, {"validate", "-q", "odd.json"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
}

TEST(Validate, FindsTheShippedScenariosGood) {
  const Folder folder;

  for (const std::string name :
       {"two_per_second", "one_per_second", "ten_at_once", "customer_async", "customer_sequential"}) {
    const Outcome outcome = fastfood(folder, {"validate", "-q", config(name + ".json")});

    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  }
}

}  // namespace
}  // namespace cli
