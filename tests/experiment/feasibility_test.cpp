#include "sim/experiment/feasibility.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace sim::experiment::feasibility_test {
namespace {

using Values = std::vector<std::optional<double>>;
using Places = std::vector<std::size_t>;

/// So many equal values are enough at an error of 0.05.
constexpr int enough = 299;

/// Waits of at most 100, at least 50 served.
const std::vector<Requirement> quick_and_many{{.relation = Relation::at_most, .limit = 100},
                                              {.relation = Relation::at_least, .limit = 50}};

FeasibilityCheck after(int replications, const Values& values) {
  FeasibilityCheck check(quick_and_many, {});
  for (int i = 0; i != replications; ++i) {
    check.add(values);
  }
  return check;
}

TEST(Feasibility, IsThatOfAllRequirements) {
  EXPECT_EQ(after(enough, {10, 500}).meets(), Meets::yes);
  EXPECT_EQ(after(enough, {10, 500}).fails(), Places{});
}

TEST(Feasibility, IsUnclearAtFirst) {
  EXPECT_EQ(after(enough - 1, {10, 500}).meets(), Meets::unclear);
  EXPECT_EQ(after(enough - 1, {10, 500}).fails(), Places{});
}

TEST(Feasibility, FailsByOneRequirement) {
  EXPECT_EQ(after(enough, {10, 1}).meets(), Meets::no);
  EXPECT_EQ(after(enough, {10, 1}).fails(), Places{1});
}

TEST(Feasibility, FailsByOneRequirementWhileAnotherIsUnclear) {
  const FeasibilityCheck check = after(enough, {std::nullopt, 1});

  EXPECT_EQ(check.meets(), Meets::no);
  EXPECT_EQ(check.fails(), Places{1});
  EXPECT_EQ(check.undecided(), Places{0});
}

TEST(Feasibility, NamesAllThatFail) {
  EXPECT_EQ(after(enough, {500, 1}).meets(), Meets::no);
  EXPECT_EQ(after(enough, {500, 1}).fails(), (Places{0, 1}));
}

TEST(Feasibility, IsUnclearWhileOneRequirementIs) {
  FeasibilityCheck check = after(enough, {10, std::nullopt});

  EXPECT_EQ(check.meets(), Meets::unclear);
  EXPECT_EQ(check.undecided(), Places{1});
}

TEST(Feasibility, ChecksSharesAsShares) {
  FeasibilityCheck check(std::vector{parse_requirement("satisfied.fraction >= 0.5").value()}, {});
  for (int i = 0; i != 20; ++i) {
    check.add(Values{1});
  }

  EXPECT_EQ(check.meets(), Meets::yes);  // no value is above 1, so that twenty are enough
}

TEST(Feasibility, OfNoRequirementIsGiven) { EXPECT_EQ(FeasibilityCheck({}, {}).meets(), Meets::yes); }

TEST(Feasibility, LearnsNothingFromNulls) {
  FeasibilityCheck check = after(enough - 1, {10, 500});
  for (int i = 0; i != 100; ++i) {
    check.add(Values{10, std::nullopt});
  }

  EXPECT_EQ(check.meets(), Meets::unclear);

  check.add(Values{std::nullopt, 500});

  EXPECT_EQ(check.meets(), Meets::yes);
}

TEST(Feasibility, IsNoneAtTheEndOfAMetricThatWasAlwaysNull) {
  FeasibilityCheck check = after(enough, {10, std::nullopt});

  EXPECT_EQ(check.meets(), Meets::unclear);

  check.end();

  EXPECT_EQ(check.meets(), Meets::no);
  EXPECT_EQ(check.fails(), Places{1});
}

TEST(Feasibility, StaysUnclearAtTheEndOfTooFewValues) {
  FeasibilityCheck check = after(enough - 1, {10, 500});

  check.end();

  EXPECT_EQ(check.meets(), Meets::unclear);
}

TEST(Feasibility, OfAReplicationWithAnotherNumberOfMetricsIsBroken) {
  EXPECT_DEATH(after(1, {10}), "a value too many or too few");
}

TEST(ErrorOf, AddsUpToNoMoreThanTheWholeWhicheverCandidateIsRight) {
  for (const std::size_t candidates : {1U, 2U, 10U, 1000U}) {
    for (const std::size_t requirements : {1U, 2U, 7U}) {
      double of_cheaper = 0;
      for (std::size_t right = 0; right != candidates; ++right) {
        const double error = error_of(right, candidates, requirements, 0.95);
        EXPECT_LE(of_cheaper + static_cast<double>(requirements) * error, 0.05 * (1 + 1e-12));
        of_cheaper += error;
      }
    }
  }
}

TEST(ErrorOf, OfOneCandidateIsSharedOutToItsRequirements) {
  EXPECT_DOUBLE_EQ(error_of(0, 1, 1, 0.5), 0.5 * (1 + 0.5) / 2);
  EXPECT_DOUBLE_EQ(error_of(0, 1, 4, 0.5), 0.5 * (0.25 + 0.2) / 2);
}

TEST(ErrorOf, HardlyHangsOnCandidatesThatComeMuchLater) {
  EXPECT_GT(error_of(2, 1'000'000, 2, 0.95), 0.45 * error_of(2, 10, 2, 0.95));
}

TEST(ErrorOf, LeavesTheLastOfManyHalfOfAnEqualShare) { EXPECT_GT(error_of(999, 1000, 1, 0.95), 0.05 / 2000); }

TEST(ErrorOf, FindsTheRightCandidateAsOftenAsItIsToldOnTheSameCustomers) {
  // Six candidates in order of cost, the fifth the first to meet both: each is at the edge of the zone in what counts,
  // and all see the same chance. Nothing is harder.
  const std::vector<double> waits{101, 101, 90, 101, 99, 99};
  const std::vector<double> served{50.5, 60, 49.5, 60, 50.5, 60};
  constexpr int trials = 1000;
  int wrong = 0;
  for (std::uint64_t trial = 0; trial != trials; ++trial) {
    std::size_t found = 0;
    for (; found != waits.size(); ++found) {
      FeasibilityCheck check(quick_and_many, {.error = error_of(found, waits.size(), 2, 0.9), .indifference = 0.01});
      random::Draws draws(31, trial);
      while (check.meets() == Meets::unclear) {
        const double chance = random::normal_quantile(draws.uniform());
        const double other = random::normal_quantile(draws.uniform());
        check.add(Values{waits[found] + 5 * chance, served[found] - 2 * chance + other});
      }
      if (check.meets() == Meets::yes) {
        break;
      }
    }
    wrong += found == 4 ? 0 : 1;
  }

  EXPECT_LE(wrong, trials * 0.1);
}

}  // namespace
}  // namespace sim::experiment::feasibility_test
