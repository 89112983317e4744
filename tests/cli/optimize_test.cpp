#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

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

}  // namespace
}  // namespace cli::optimize_test
