#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace cli::optimize_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Coffees take 10 s on average, or 20 s for less money.
std::string coffees(const std::string& limit, int max_replications) {
  return R"({
    "scenario": {"menu": {"coffee": {"time": {"distribution": "exponential", "mean": 10}}},
                 "arrivals": [{"every": 1, "count": 40, "items": ["coffee"]}]},
    "vary": {"menu.coffee.time.mean": [10, 20]},
    "cost": {"menu.coffee.time.mean": -1},
    "require": ["total_time.mean <= )" +
         limit + R"("],
    "replications": )" +
         std::to_string(max_replications) + "\n}";
}

Outcome optimized(const std::string& limit, int max_replications) {
  Folder folder;
  folder.write("coffees.study.json", coffees(limit, max_replications));
  return fastfood(folder, {"optimize", "coffees.study.json"});
}

TEST(Optimize, ReportsWhatIsUnclearAtTheMaximumOfReplications) {
  const Outcome outcome = optimized("10.2", 2);

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.err,
            "coffees.study.json: nothing tried is known to meet total_time.mean <= 10.2: 2 of 2 points unclear at 2 "
            "replications\n");
  EXPECT_THAT(outcome.out, HasSubstr("\nUnclear at 2 replications, at a cost of 0:\n"));
  EXPECT_THAT(outcome.out, HasSubstr("  unclear: total time, mean: "));
}

TEST(Optimize, ReportsIfAllCandidatesFail) {
  const Outcome outcome = optimized("1", 1000);

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.err, "coffees.study.json: nothing tried meets total_time.mean <= 1\n");
  EXPECT_THAT(outcome.out, Not(HasSubstr("nclear")));
}

TEST(Optimize, FindsTheCheapestCandidate) {
  const Outcome outcome = optimized("15", 1000);

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out,
              HasSubstr("\nCheapest that meets all requirements, at a cost of 10:\n  coffee time mean = 10\n"));
}

/// Ten customers come every 10 s, pay 2, and leave if somebody is in line. One server sells to six, two sell to all.
/// The last is served after 110 s, and until then each server costs 36 / 3600 a second.
std::string bar(const std::string& more) {
  return R"({
    "scenario": {"menu": {"coffee": {"time": 20, "price": 2}},
                 "servers": {"count": 1, "cost_per_hour": 36},
                 "arrivals": [{"every": 10, "count": 10, "items": ["coffee"], "balk_at": 1}]},
    "vary": {"servers.count": [1, 2, 3]})" +
         more + "}";
}

Outcome optimized_bar(const std::string& more, const std::vector<std::string>& options = {}) {
  Folder folder;
  folder.write("bar.study.json", bar(more));
  std::vector<std::string> arguments{"optimize", "bar.study.json"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return fastfood(folder, arguments);
}

TEST(Optimize, FindsTheMostProfitablePointWithoutPricesAndRequirements) {
  const Outcome outcome = optimized_bar(R"(, "objective": {"maximize": "money.profit"})");

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(outcome.out, HasSubstr("\nBest (highest profit: 17.80):\n  server count = 2\n"));
  EXPECT_THAT(outcome.out, HasSubstr("results are exact"));
}

TEST(Optimize, FindsTheLowestWagesThatMeetARequirementOfTheCommandLine) {
  const Outcome outcome = optimized_bar(R"(, "objective": {"minimize": "money.labour"})",
                                        {"--require", "customers.served >= 10", "--json", "-"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr(R"("best":{"parameters":{"servers.count":2},"cost":2.1999999999999997,)"));
}

TEST(Optimize, WithAnObjectiveReportsIfNothingMeetsARequirement) {
  const Outcome outcome =
      optimized_bar(R"(, "objective": {"minimize": "money.labour"}, "require": ["customers.served >= 11"])");

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.err, "bar.study.json: nothing tried meets customers.served >= 11\n");
}

/// Nobody comes, so nobody is served.
TEST(Optimize, ReportsIfNoRunHasAValueOfTheObjective) {
  Folder folder;
  folder.write("s.json", R"({"scenario": {"menu": {"coffee": {"time": 1}}, "servers": {"count": 1}, "orders": []},
                             "vary": {"servers.count": [1, 2]}, "objective": {"minimize": "total_time.mean"}})");

  const Outcome outcome = fastfood(folder, {"optimize", "s.json", "--json", "-"});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.err, "s.json: nothing tried has a value of total_time.mean\n");
  EXPECT_THAT(
      outcome.out,
      HasSubstr(R"("best":null,"not_distinguishable":[],"points":[{"parameters":{"servers.count":1},"cost":null,)"));
}

TEST(Optimize, WithoutRequirementsOrAnObjectiveIsRefused) {
  const Outcome outcome = optimized_bar("");

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(
      outcome.err,
      "bar.study.json: error: require: missing; say what a point must meet, as in \"total_time.p95 <= 5\", or give "
      "an objective, as in {\"maximize\": \"money.profit\"}\n");
}

TEST(Optimize, WithoutACostPointsToAnObjectiveIfTheScenarioHasMoney) {
  const Outcome outcome = optimized_bar(R"(, "require": ["customers.served >= 5"])");

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(
      outcome.err,
      "bar.study.json: warning: cost: missing; all points cost the same, so the first that meets all is best; for "
      "the prices and costs of the scenario, write \"objective\": {\"maximize\": \"money.profit\"}\n");
}

}  // namespace
}  // namespace cli::optimize_test
