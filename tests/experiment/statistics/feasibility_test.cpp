#include "sim/experiment/statistics/feasibility.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sim/random/distribution.hpp"
#include "sim/random/draws.hpp"

namespace fastfood::experiment {
namespace {

Requirement requirement(Relation relation, double limit) { return {.relation = relation, .limit = limit}; }

const Requirement at_most_100 = requirement(Relation::at_most, 100);  // with a zone from 99 to 101
const Requirement at_least_100 = requirement(Relation::at_least, 100);

struct Decision {
  bool is_met = false;
  std::int64_t n = 0;

  bool operator==(const Decision&) const = default;
};

/// Adds values until the check decides.
Decision decide(const Requirement& requirement, const SequentialTestOptions& options,
                const std::function<double()>& next) {
  NormalMeanCheck check(requirement, options);
  std::int64_t n = 0;
  while (!check.is_met()) {
    check.add(next());
    ++n;
  }
  return {*check.is_met(), n};
}

Decision decide_by(double value, const Requirement& requirement, const SequentialTestOptions& options = {}) {
  return decide(requirement, options, [value] { return value; });
}

Decision decide_normal(double mean, double sd, const Requirement& requirement, const SequentialTestOptions& options,
                       std::uint64_t trial) {
  random::Draws draws(23, trial);
  return decide(requirement, options, [&] { return mean + sd * random::normal_quantile(draws.uniform()); });
}

TEST(NormalMeanCheck, ErrsNoMoreOftenThanStatedAtTheEdgeOfTheZone) {
  constexpr int trials = 2000;
  for (const double error : {0.1, 0.02}) {
    const double max_wrong = trials * error + 3 * std::sqrt(trials * error * (1 - error));
    for (const double sd : {2.0, 6.0}) {
      int above_taken_for_below = 0;
      int below_taken_for_above = 0;
      for (std::uint64_t trial = 0; trial != trials; ++trial) {
        above_taken_for_below += decide_normal(101, sd, at_most_100, {.error = error}, trial).is_met ? 1 : 0;
        below_taken_for_above += decide_normal(99, sd, at_least_100, {.error = error}, trial).is_met ? 1 : 0;
      }

      EXPECT_LE(above_taken_for_below, max_wrong) << error << ", " << sd;
      EXPECT_LE(below_taken_for_above, max_wrong) << error << ", " << sd;
    }
  }
}

TEST(NormalMeanCheck, ErrsNotMuchLessThanAllowedWhichWouldNeedMoreValues) {
  constexpr int trials = 2000;
  int wrong = 0;
  for (std::uint64_t trial = 0; trial != trials; ++trial) {
    wrong += decide_normal(101, 20, at_most_100, {.error = 0.1, .first_stage = 10}, trial).is_met ? 1 : 0;
  }

  // half of the error is for looks at intervals, which hardly err at the edge of the zone
  EXPECT_GE(wrong, trials * 0.1 / 3);
}

TEST(NormalMeanCheck, ErrsNoMoreOftenThanStatedInLongRunsOfSkewedValues) {
  constexpr int trials = 500;
  int wrong = 0;
  for (std::uint64_t trial = 0; trial != trials; ++trial) {
    random::Draws draws(37, trial);
    // a shifted exponential distribution
    const auto next = [&] { return 101 + 15 * (-std::log(draws.uniform()) - 1); };
    wrong += decide(at_most_100, {.error = 0.01}, next).is_met ? 1 : 0;
  }

  // with the variance of the first twenty values only: 0.037
  EXPECT_LE(wrong, trials * 0.01 + 3 * std::sqrt(trials * 0.01 * 0.99));
}

TEST(NormalMeanCheck, NeedsFewValuesIfTheMeanIsFarFromTheLimit) {
  for (std::uint64_t trial = 0; trial != 100; ++trial) {
    const Decision above = decide_normal(150, 5, at_most_100, {}, trial);
    const Decision below = decide_normal(50, 5, at_most_100, {}, trial);

    EXPECT_FALSE(above.is_met);
    EXPECT_TRUE(below.is_met);
    EXPECT_LE(std::max(above.n, below.n), 64);  // twenty, or more if the skewness is above 0.89 by chance (up to 1.6)
  }
}

TEST(NormalMeanCheck, EndsEvenIfTheMeanEqualsTheLimit) {
  // R is 0 from h² S² / ε² values on. Here h² is 19 (0.1^(-2 / 19) - 1), S² about 25, and ε 1.
  const double last = 19 * (std::pow(0.1, -2.0 / 19) - 1) * 25;
  for (std::uint64_t trial = 0; trial != 200; ++trial) {
    EXPECT_LT(decide_normal(100, 5, at_most_100, {}, trial).n, 2 * last);  // S² of so many values is not twice as large
  }
}

TEST(NormalMeanCheck, LeavesTheTriangleWhereThePaperSays) {
  // The values are alternately 10 above and 10 below 104, and ε = 1.
  const double spread = 19 * (std::pow(0.05, -2.0 / 19) - 1);  // with half of the error, 0.05
  RunningMoments values;
  double sum = 0;
  const auto is_inside = [&] {
    return std::abs(sum) < spread * values.variance() / 2 - static_cast<double>(values.n()) / 2;
  };
  do {
    const double value = values.n() % 2 == 0 ? 114 : 94;
    values.add(value);
    sum += value - 100;
  } while (values.n() < 20 || is_inside());

  double off = -10;
  const Decision found = decide(at_most_100, {}, [&] { return 104 + (off = -off); });

  EXPECT_GT(found.n, 20);
  EXPECT_EQ(found, (Decision{false, values.n()}));
}

TEST(NormalMeanCheck, UsesAShareOfTheLimitAsItsZoneWhateverTheSign) {
  const Requirement below_zero = requirement(Relation::at_most, -100);
  for (std::uint64_t trial = 0; trial != 100; ++trial) {
    const Decision mirrored = decide_normal(101, 5, at_least_100, {}, trial);
    random::Draws draws(23, trial);
    const Decision found = decide(below_zero, {}, [&] { return -101 - 5 * random::normal_quantile(draws.uniform()); });

    EXPECT_EQ(found, mirrored);
  }
}

TEST(NormalMeanCheck, UsesTheShareItselfIfTheLimitIsZero) {
  const Requirement none = requirement(Relation::at_most, 0);
  const Requirement one = requirement(Relation::at_most, 1);
  for (std::uint64_t trial = 0; trial != 100; ++trial) {
    random::Draws draws(23, trial);
    const Decision found = decide(none, {}, [&] { return (0.25 + random::normal_quantile(draws.uniform()) / 16); });
    random::Draws again(23, trial);
    const Decision shifted =
        decide(one, {}, [&] { return 1 + (0.25 + random::normal_quantile(again.uniform()) / 16); });

    EXPECT_EQ(found, shifted);
  }
}

TEST(NormalMeanCheck, DecidesByTheValueIfAllAreEqual) {
  struct Row {
    Relation relation;
    bool below, on, above;  // relative to the limit
  };
  const std::vector<Row> rows{{Relation::at_most, true, true, false}, {Relation::at_least, false, true, true},
                              {Relation::below, true, false, false},  {Relation::above, false, false, true},
                              {Relation::equal, false, true, false},  {Relation::unequal, true, false, true}};
  for (const auto& [relation, below, on, above] : rows) {
    for (const double limit : {5.0, 0.1, 0.0, -3.0}) {
      const Requirement with_limit = requirement(relation, limit);
      EXPECT_EQ(decide_by(std::nextafter(limit, -INFINITY), with_limit).is_met, below);
      EXPECT_EQ(decide_by(limit, with_limit).is_met, on);
      EXPECT_EQ(decide_by(std::nextafter(limit, INFINITY), with_limit).is_met, above);
    }
  }
}

TEST(NormalMeanCheck, DecidesByTheSideOfTheMeanIfValuesVary) {
  struct Row {
    Relation relation;
    bool below, above;
  };
  const std::vector<Row> rows{{Relation::at_most, true, false}, {Relation::at_least, false, true},
                              {Relation::below, true, false},   {Relation::above, false, true},
                              {Relation::equal, false, false},  {Relation::unequal, true, true}};
  for (const auto& [relation, below, above] : rows) {
    const Requirement with_limit = requirement(relation, 100);
    EXPECT_EQ(decide_normal(50, 5, with_limit, {}, 1).is_met, below);
    EXPECT_EQ(decide_normal(150, 5, with_limit, {}, 1).is_met, above);
  }
}

TEST(NormalMeanCheck, TrustsEqualValuesOnceAnEventOfOneInAHundredWouldHaveBeenSeen) {
  // 0.99^n is 0.05 at n = 298.1, and 0.001 at n = 687.3.
  EXPECT_EQ(decide_by(99, at_most_100), (Decision{true, 299}));
  EXPECT_EQ(decide_by(1e6, at_most_100), (Decision{false, 299}));
  EXPECT_EQ(decide_by(99, at_most_100, {.error = 0.001}), (Decision{true, 688}));
}

TEST(NormalMeanCheck, ErrsNoMoreOftenThanStatedIfMostValuesAreEqual) {
  // A time of 1 s, but of 101 s on one day in twenty, so 6 s on average.
  constexpr int trials = 1000;
  const Requirement at_most_4 = requirement(Relation::at_most, 4);
  int wrong = 0;
  for (std::uint64_t trial = 0; trial != trials; ++trial) {
    random::Draws draws(29, trial);
    wrong += decide(at_most_4, {}, [&] { return draws.uniform() < 0.05 ? 101 : 1; }).is_met ? 1 : 0;
  }

  EXPECT_LE(wrong, trials * 0.05);  // by the first twenty values only: 0.95^20 = 0.36 of them
}

TEST(NormalMeanCheck, NeedsTwentyFiveValuesForEachUnitOfTheSquareOfTheSkewness) {
  // Every tenth value is 1, the others are 0. From the twentieth value on, the skewness is largest at the 29th, with
  // two of 29: (1 - 4 / 29) / sqrt(2 * 27 / 29²) = 3.402. 25 times its square is 289.4.
  int n = 0;
  const Decision found = decide(at_most_100, {}, [&] { return ++n % 10 == 0 ? 1 : 0; });

  EXPECT_EQ(found, (Decision{true, 290}));
}

TEST(NormalMeanCheck, IsUndecidedBeforeTheFirstStageIsOver) {
  NormalMeanCheck check(at_most_100, {});
  for (int i = 0; i != 19; ++i) {
    check.add(1);
  }

  EXPECT_EQ(check.is_met(), std::nullopt);

  check.end();

  EXPECT_EQ(check.is_met(), std::nullopt);
}

TEST(NormalMeanCheck, WithoutValuesIsNotMetAtTheEnd) {
  NormalMeanCheck check(requirement(Relation::unequal, 3), {});

  check.end();

  EXPECT_EQ(check.is_met(), false);
}

TEST(NormalMeanCheck, EndsUndecidedWithTooFewEqualValues) {
  NormalMeanCheck check(at_most_100, {});
  for (int i = 0; i != 298; ++i) {
    check.add(100);
  }

  check.end();

  EXPECT_EQ(check.is_met(), std::nullopt);
}

TEST(NormalMeanCheck, MayEndUndecidedIfValuesVary) {
  NormalMeanCheck check(at_most_100, {});
  for (int i = 0; i != 30; ++i) {
    check.add(i % 2 == 0 ? 50 : 150);
  }

  check.end();

  EXPECT_EQ(check.is_met(), std::nullopt);
}

TEST(NormalMeanCheck, KeepsItsDecision) {
  NormalMeanCheck check(at_most_100, {});
  for (int i = 0; i != 1000; ++i) {
    check.add(i < 20 ? i : 1000);
  }

  EXPECT_EQ(check.is_met(), true);
}

TEST(NormalMeanCheck, WithoutAZoneEndsOnlyIfValuesAreEqual) {
  const SequentialTestOptions exact{.indifference = 0};
  NormalMeanCheck check(at_most_100, exact);
  for (int i = 0; i != 10'000; ++i) {
    check.add(i % 2 == 0 ? 90 : 110);
  }

  EXPECT_EQ(check.is_met(), std::nullopt);
  EXPECT_EQ(decide_by(1, at_most_100, exact), (Decision{true, 299}));
}

TEST(NormalMeanCheck, ChecksTheIntervalOfAMeanFarBeyondANarrowZone) {
  // The values are alternately 20 above and 20 below 110, and ε = 0.001. The triangle is left after about (20² * 8.1 /
  // 0.002) / 10 values. At the first look, after 20 values, S = 20.5 and t(0.9875, 19) = 2.43: 10 < 11.1. At the
  // second, after 40 values, the error is 0.05 / 2 / 6, S = 20.3 and t(0.9958, 39) = 2.78: 10 > 8.9.
  double off = -20;
  const Decision found = decide(at_most_100, {.indifference = 1e-5}, [&] { return 110 + (off = -off); });

  EXPECT_EQ(found, (Decision{false, 40}));
}

}  // namespace
}  // namespace fastfood::experiment

namespace fastfood::experiment::feasibility_test {
namespace {

using MetricValues = std::vector<std::optional<double>>;
using Places = std::vector<std::size_t>;

/// This many equal values are enough at an error of 0.05.
constexpr int enough = 299;

/// Requires a wait of at most 100, and at least 50 customers served.
const std::vector<Requirement> quick_and_many{{.relation = Relation::at_most, .limit = 100},
                                              {.relation = Relation::at_least, .limit = 50}};

FeasibilityCheck after(int replications, const MetricValues& values) {
  FeasibilityCheck check(quick_and_many, {});
  for (int i = 0; i != replications; ++i) {
    check.add(values);
  }
  return check;
}

TEST(Feasibility, NeedsAllRequirements) {
  EXPECT_EQ(after(enough, {10, 500}).meets(), Meets::yes);
  EXPECT_EQ(after(enough, {10, 500}).fails(), Places{});
}

TEST(Feasibility, IsUnclearAtFirst) {
  EXPECT_EQ(after(enough - 1, {10, 500}).meets(), Meets::unclear);
  EXPECT_EQ(after(enough - 1, {10, 500}).fails(), Places{});
}

TEST(Feasibility, FailsIfOneRequirementFails) {
  EXPECT_EQ(after(enough, {10, 1}).meets(), Meets::no);
  EXPECT_EQ(after(enough, {10, 1}).fails(), Places{1});
}

TEST(Feasibility, FailsIfOneRequirementFailsWhileAnotherIsUnclear) {
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
    check.add(MetricValues{1});
  }

  EXPECT_EQ(check.meets(), Meets::yes);  // no value is above 1, so twenty are enough
}

TEST(Feasibility, WithoutRequirementsIsMet) { EXPECT_EQ(FeasibilityCheck({}, {}).meets(), Meets::yes); }

TEST(Feasibility, IgnoresNulls) {
  FeasibilityCheck check = after(enough - 1, {10, 500});
  for (int i = 0; i != 100; ++i) {
    check.add(MetricValues{10, std::nullopt});
  }

  EXPECT_EQ(check.meets(), Meets::unclear);

  check.add(MetricValues{std::nullopt, 500});

  EXPECT_EQ(check.meets(), Meets::yes);
}

TEST(Feasibility, OfAMetricThatIsAlwaysNullIsNotMetAtTheEnd) {
  FeasibilityCheck check = after(enough, {10, std::nullopt});

  EXPECT_EQ(check.meets(), Meets::unclear);

  check.end();

  EXPECT_EQ(check.meets(), Meets::no);
  EXPECT_EQ(check.fails(), Places{1});
}

TEST(Feasibility, StaysUnclearAtTheEndWithTooFewValues) {
  FeasibilityCheck check = after(enough - 1, {10, 500});

  check.end();

  EXPECT_EQ(check.meets(), Meets::unclear);
}

TEST(Feasibility, RejectsAReplicationWithAnotherNumberOfMetrics) {
  EXPECT_DEATH(after(1, {10}), "a value too many or too few");
}

TEST(ErrorOf, AddsUpToAtMostTheWholeWhicheverCandidateIsRight) {
  for (const std::size_t candidates : {1U, 2U, 10U, 1000U}) {
    for (const std::size_t requirements : {1U, 2U, 7U}) {
      double of_cheaper = 0;
      for (std::size_t right = 0; right != candidates; ++right) {
        const double error = requirement_error(right, candidates, requirements, 0.95);
        EXPECT_LE(of_cheaper + static_cast<double>(requirements) * error, 0.05 * (1 + 1e-12));
        of_cheaper += error;
      }
    }
  }
}

TEST(ErrorOf, OfOneCandidateIsDividedAmongItsRequirements) {
  EXPECT_DOUBLE_EQ(requirement_error(0, 1, 1, 0.5), 0.5 * (1 + 0.5) / 2);
  EXPECT_DOUBLE_EQ(requirement_error(0, 1, 4, 0.5), 0.5 * (0.25 + 0.2) / 2);
}

TEST(ErrorOf, HardlyDependsOnCandidatesThatComeMuchLater) {
  EXPECT_GT(requirement_error(2, 1'000'000, 2, 0.95), 0.45 * requirement_error(2, 10, 2, 0.95));
}

TEST(ErrorOf, LeavesTheLastOfManyHalfOfAnEqualShare) { EXPECT_GT(requirement_error(999, 1000, 1, 0.95), 0.05 / 2000); }

TEST(ErrorOf, FindsTheRightCandidateAsOftenAsStatedWithTheSameCustomers) {
  // Six candidates in order of cost. The fifth is the first to meet both requirements. Each is at the edge of the zone
  // in the requirement that matters, and all use the same random numbers. This is the hardest case.
  const std::vector<double> waits{101, 101, 90, 101, 99, 99};
  const std::vector<double> served{50.5, 60, 49.5, 60, 50.5, 60};
  constexpr int trials = 1000;
  int wrong = 0;
  for (std::uint64_t trial = 0; trial != trials; ++trial) {
    std::size_t found = 0;
    for (; found != waits.size(); ++found) {
      FeasibilityCheck check(quick_and_many,
                             {.error = requirement_error(found, waits.size(), 2, 0.9), .indifference = 0.01});
      random::Draws draws(31, trial);
      while (check.meets() == Meets::unclear) {
        const double chance = random::normal_quantile(draws.uniform());
        const double other = random::normal_quantile(draws.uniform());
        check.add(MetricValues{waits[found] + 5 * chance, served[found] - 2 * chance + other});
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
}  // namespace fastfood::experiment::feasibility_test
