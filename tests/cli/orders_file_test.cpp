#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli::orders_file_test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* lunch = R"({
  "menu": {"burger": {"time": 60}},
  "servers": {},
  "orders": "till.csv"
})";

/// A folder with a scenario in a folder of its own, and three days of its till: with one, two and three customers who
/// come one after another, and so each take a minute.
void write_till(const Folder& folder) {
  folder.write("lunch.json", lunch);
  folder.write("till.csv", "at,items\n0,burger\n");
  folder.write("tue.csv", "at,items\n0,burger\n100,burger\n");
  folder.write("wed.csv", "at,items\n0,burger\n100,2*burger\n200,burger\n");
}

/// How many customers arrived, by the JSON of a result.
std::string arrived(const Outcome& outcome) {
  const std::string key = R"("arrived":)";
  const std::size_t begin = outcome.out.find(key);
  return begin == std::string::npos ? outcome.err : outcome.out.substr(begin + key.size(), 1);
}

TEST(OrdersFile, IsBesideTheScenarioWhereverTheProgramRuns) {
  const Folder folder;
  write_till(folder);
  const Folder elsewhere;

  EXPECT_EQ(arrived(fastfood(folder, {"run", "lunch.json", "--json", "-"})), "1");
  EXPECT_EQ(arrived(fastfood(elsewhere, {"run", (folder.path() / "lunch.json").string(), "--json", "-"})), "1");
}

TEST(OrdersFile, OfStandardInputIsInTheWorkingDirectory) {
  const Folder folder;
  write_till(folder);

  EXPECT_EQ(arrived(fastfood(folder, Call{.arguments = {"run", "-", "--json", "-"}, .input = lunch, .out_to = ""})),
            "1");
}

TEST(OrdersFile, CanBeSet) {
  const Folder folder;
  write_till(folder);

  EXPECT_EQ(arrived(fastfood(folder, {"run", "lunch.json", "--json", "-", "--set", "orders=wed.csv"})), "3");
}

TEST(OrdersFile, CanBeVaried) {
  const Folder folder;
  write_till(folder);

  const Outcome outcome = fastfood(folder, {"sweep", "lunch.json", "--vary", "orders=tue.csv,wed.csv", "--metric",
                                            "customers.arrived", "--out", "out.csv", "-q"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(folder.read("out.csv"),
            "index,orders,replications,customers.arrived,customers.arrived.half_width,customers.arrived.n,error\n"
            "0,tue.csv,1,2,,1,\n"
            "1,wed.csv,1,3,,1,\n");
}

TEST(OrdersFile, OfAStudyIsBesideItsScenario) {
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "day");
  folder.write("day/lunch.json", lunch);
  folder.write("day/till.csv", "at,items\n0,burger\n");
  folder.write("day/tue.csv", "at,items\n0,brgr\n");
  folder.write("study.json", R"({"scenario": "day/lunch.json", "vary": {"orders": ["till.csv", "tue.csv"]}})");

  const Outcome outcome = fastfood(folder, {"sweep", "study.json"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err, "day/tue.csv:2:3: error: items: \"brgr\" is not the name of an item; did you mean burger?\n");
}

TEST(OrdersFile, OfAScenarioInsideAStudyIsBesideTheStudy) {
  const Folder folder;
  write_till(folder);
  folder.write("study.json", std::string(R"({"vary": {"orders": ["tue.csv", "wed.csv"]}, "scenario": )") + lunch + "}");
  const Folder elsewhere;

  EXPECT_EQ(fastfood(elsewhere, {"validate", (folder.path() / "study.json").string()}).exit_code, 0);
  EXPECT_EQ(fastfood(elsewhere, {"sweep", (folder.path() / "study.json").string()}).exit_code, 0);
}

TEST(OrdersFile, WorksWithEveryCommandThatReadsAScenario) {
  const Folder folder;
  write_till(folder);
  folder.write("study.json",
               R"({"scenario": "lunch.json", "vary": {"servers.count": [1, 2]}, "cost": {"servers.count": 1},
    "require": ["total_time.mean <= 60"]})");

  for (const std::vector<std::string>& call :
       std::vector<std::vector<std::string>>{{"validate", "lunch.json"},
                                             {"compare", "lunch.json", "lunch.json"},
                                             {"whatif", "lunch.json"},
                                             {"explain", "lunch.json"},
                                             {"optimize", "study.json"}}) {
    const Outcome outcome = fastfood(folder, call);
    EXPECT_EQ(outcome.exit_code, 0) << call.front() << ": " << outcome.err;
    EXPECT_EQ(outcome.err, "") << call.front();
  }
}

TEST(OrdersFile, ThatHasChangedIsNoBasisToResumeASweep) {
  const Folder folder;
  write_till(folder);
  const std::vector<std::string> sweep{"sweep", "lunch.json", "-q", "--vary", "orders=tue.csv,wed.csv",
                                       "--out", "out.json"};
  std::vector<std::string> resume = sweep;
  resume.emplace_back("--resume");
  ASSERT_EQ(fastfood(folder, sweep).exit_code, 0);
  EXPECT_EQ(fastfood(folder, resume).exit_code, 0);

  folder.write("wed.csv", "at,items\n0,burger\n");
  const Outcome changed = fastfood(folder, resume);

  EXPECT_EQ(changed.exit_code, 2);
  EXPECT_THAT(changed.err, HasSubstr("is of 'lunch' as it was before it was changed"));
}

TEST(OrdersFile, ThatIsWrongHasItsOwnLines) {
  const Folder folder;
  write_till(folder);
  folder.write("tue.csv", "at,items\n-1,burger\n0,brgr\n");

  const Outcome outcome = fastfood(folder, {"run", "lunch.json", "--set", "orders=tue.csv"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err,
            "tue.csv:2:1: error: at: expected an instant of at least 0, got -1\n"
            "tue.csv:3:3: error: items: \"brgr\" is not the name of an item; did you mean burger?\n");
}

TEST(OrdersFile, ThatIsMissingIsAFaultOfTheScenario) {
  const Folder folder;
  folder.write("lunch.json", lunch);

  EXPECT_EQ(fastfood(folder, {"validate", "lunch.json"}).err,
            "lunch.json:4:13: error: orders: till.csv cannot be read beside the scenario; no such file\n");
  EXPECT_EQ(fastfood(folder, {"validate", "lunch.json", "--set", "orders=mon.csv"}).err,
            "--set orders: mon.csv cannot be read beside the scenario; no such file\n");
}

TEST(OrdersFile, IsNotOverwritten) {
  const Folder folder;
  write_till(folder);

  const Outcome run = fastfood(folder, {"run", "lunch.json", "--orders", "till.csv"});
  const Outcome sweep =
      fastfood(folder, {"sweep", "lunch.json", "--vary", "orders=tue.csv,wed.csv", "--out", "tue.csv"});

  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.err, "till.csv: error: has the orders of the scenario; write to another file\n");
  EXPECT_EQ(sweep.exit_code, 2);
  EXPECT_EQ(sweep.err, "tue.csv: error: has the orders of the scenario; write to another file\n");
  EXPECT_THAT(folder.read("till.csv"), StartsWith("at,items\n"));
}

TEST(OrdersFile, CannotBeChangedByAPath) {
  const Folder folder;
  write_till(folder);

  EXPECT_EQ(fastfood(folder, {"run", "lunch.json", "--set", "orders.0.at=3"}).err,
            "--set orders.0.at: the orders are in \"till.csv\"; change them there\n");
}

}  // namespace
}  // namespace cli::orders_file_test
