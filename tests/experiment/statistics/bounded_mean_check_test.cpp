#include "sim/experiment/statistics/bounded_mean_check.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <optional>

#include "sim/random/draws.hpp"

namespace fastfood::experiment::bounded_mean_check_test {
namespace {

Requirement at_least(double limit) { return {.relation = Relation::at_least, .limit = limit}; }
Requirement at_most(double limit) { return {.relation = Relation::at_most, .limit = limit}; }

struct Decision {
  std::optional<bool> is_met;
  std::int64_t n = 0;

  bool operator==(const Decision&) const = default;
};

Decision decide(const Requirement& requirement, const std::function<double()>& next,
                const SequentialTestOptions& options = {}) {
  BoundedMeanCheck check(requirement, options);
  std::int64_t n = 0;
  while (!check.is_met() && n != 10'000) {
    check.add(next());
    ++n;
  }
  return {check.is_met(), n};
}

std::function<double()> always(double value) {
  return [value] { return value; };
}

TEST(BoundedMeanCheck, DecidesAtOnceFarFromTheLimit) {
  EXPECT_EQ(decide(at_least(0.9), always(0.2)), (Decision{false, 20}));
  EXPECT_EQ(decide(at_most(0.8), always(0.2)), (Decision{true, 20}));
}

TEST(BoundedMeanCheck, NeedsMoreValuesCloseToTheLimit) {
  // If all values are known to be 1, a mean above 0.9405 needs 0.9405^n < 0.05, n = 49, and one above 0.99 needs n =
  // 299.
  const Decision far = decide(at_least(0.95), always(1));
  const Decision near = decide(at_least(1), always(1));

  EXPECT_EQ(far.is_met, true);
  EXPECT_GE(far.n, 49);
  EXPECT_LE(far.n, 1.3 * 49);
  EXPECT_EQ(near.is_met, true);
  EXPECT_GE(near.n, 299);
  EXPECT_LE(near.n, 1.3 * 299);
}

TEST(BoundedMeanCheck, IsNotMisledByTwentySteadyValues) {
  // One day in fifty is a disaster: the mean is 0.95 - 0.02 * 0.8 = 0.934, and at least 0.944 is required.
  constexpr int trials = 400;
  int wrong = 0;
  for (std::uint64_t trial = 0; trial != trials; ++trial) {
    random::Draws draws(43, trial);
    const auto next = [&] {
      const double steady = 0.93 + 0.04 * draws.uniform();
      return draws.uniform() < 0.02 ? steady - 0.8 : steady;
    };
    wrong += decide(at_least(0.944), next).is_met == true ? 1 : 0;
  }

  // 0.05 plus three standard errors; Student's interval of twenty values errs in 0.98^20 = 0.67
  EXPECT_LE(wrong, trials * 0.083);
}

TEST(BoundedMeanCheck, DecidesThatNotAllAreOneOnceOneIsNot) {
  int n = 0;
  EXPECT_EQ(decide(at_least(1), [&] { return ++n == 31 ? 0.999 : 1; }), (Decision{false, 31}));
  n = 0;
  EXPECT_EQ(decide(at_most(0), [&] { return ++n == 31 ? 0.001 : 0; }), (Decision{false, 31}));
}

TEST(BoundedMeanCheck, DecidesAtOnceForALimitThatNoShareReaches) {
  EXPECT_EQ(decide(at_least(1.2), always(1)), (Decision{false, 20}));
  EXPECT_EQ(decide(at_most(1.2), always(1)), (Decision{true, 20}));
  EXPECT_EQ(decide(at_least(-1), always(0)), (Decision{true, 20}));
}

TEST(BoundedMeanCheck, UsesTheValueItselfIfAllAreEqual) {
  for (const auto& [relation, is_met] :
       {std::pair{Relation::at_most, true}, std::pair{Relation::at_least, true}, std::pair{Relation::below, false},
        std::pair{Relation::above, false}, std::pair{Relation::equal, true}, std::pair{Relation::unequal, false}}) {
    for (const double limit : {0.0, 0.5, 1.0}) {
      EXPECT_EQ(decide({.relation = relation, .limit = limit}, always(limit)).is_met, is_met) << limit;
    }
  }
}

TEST(BoundedMeanCheck, IsUndecidedBeforeTheFirstStageIsOver) {
  EXPECT_EQ(decide(at_least(0.9), always(0), {.first_stage = 33}), (Decision{false, 33}));
}

TEST(BoundedMeanCheck, WithoutValuesIsNotMetAtTheEnd) {
  BoundedMeanCheck check(at_least(0), {});

  check.end();

  EXPECT_EQ(check.is_met(), false);
}

TEST(BoundedMeanCheck, MayEndUndecided) {
  BoundedMeanCheck check(at_least(0.9), {});
  for (int i = 0; i != 30; ++i) {
    check.add(i % 2 == 0 ? 0.85 : 0.95);
  }

  check.end();

  EXPECT_EQ(check.is_met(), std::nullopt);
}

}  // namespace
}  // namespace fastfood::experiment::bounded_mean_check_test
