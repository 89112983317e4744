#include "sim/experiment/statistics/feasibility.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "tests/experiment/skewed_metrics.hpp"

namespace fastfood::experiment::feasibility_long_test {
namespace {

constexpr int seeds = 400;

/// How many of 400 searches with one candidate decide for the wrong side of the limit.
int wrong_of(const SkewedMetric& rare, const Requirement& requirement, bool is_met) {
  constexpr std::int64_t max_values = 10'000;  // the default of `optimize`
  const std::vector<Requirement> requirements{requirement};
  const SequentialTestOptions options{.error = requirement_error(0, 1, 1, 0.95)};
  int wrong = 0;
  for (std::uint64_t seed = 0; seed != seeds; ++seed) {
    random::Draws draws(47, seed);
    FeasibilityCheck check(requirements, options);
    for (std::int64_t n = 0; n != max_values && check.meets() == Meets::unclear; ++n) {
      check.add(std::vector<std::optional<double>>{rare.draw(draws)});
    }
    wrong += check.meets() == (is_met ? Meets::no : Meets::yes) ? 1 : 0;
  }
  return wrong;
}

/// 0.05 plus three standard errors of a share among 400, each sqrt(0.05 * 0.95 / 400) = 0.0109.
constexpr double max_wrong = 0.0827 * seeds;

class RareShare : public testing::TestWithParam<SkewedMetric> {};

TEST_P(RareShare, MeetsALimitAboveItsZoneNoMoreOftenThanStated) {
  Requirement requirement = parse_requirement("satisfied.fraction >= 1").value();
  for (const double zones : {1.0, 1.5, 3.0}) {  // the edge is hardest; closer to the limit either answer is right
    requirement.limit = GetParam().mean / (1 - 0.01 * zones);
    EXPECT_LE(wrong_of(GetParam(), requirement, false), max_wrong) << zones;
  }
}

TEST_P(RareShare, FailsALimitBelowItsZoneNoMoreOftenThanStated) {
  Requirement requirement = parse_requirement("satisfied.fraction >= 1").value();
  requirement.limit = GetParam().mean / 1.01;
  EXPECT_LE(wrong_of(GetParam(), requirement, true), max_wrong);
}

INSTANTIATE_TEST_SUITE_P(, RareShare,
                         testing::Values(event("HalfOfADayInFive", 1, 0.5, 0.2),
                                         event("HalfOfADayInTwenty", 1, 0.5, 0.05), event("ADayInFifty", 1, 0, 0.02),
                                         event("HalfOfADayInHundred", 1, 0.5, 0.01), breakdown_days(),
                                         steady_but_for_disasters()),
                         [](const testing::TestParamInfo<SkewedMetric>& rare) { return rare.param.name; });

class RareTime : public testing::TestWithParam<SkewedMetric> {};

TEST_P(RareTime, MeetsALimitBelowItsZoneNoMoreOftenThanStated) {
  Requirement requirement = parse_requirement("total_time.mean <= 1").value();
  for (const double above : {1.0101, 1.1, 1.5}) {
    requirement.limit = GetParam().mean / above;
    EXPECT_LE(wrong_of(GetParam(), requirement, false), max_wrong) << above;
  }
}

TEST_P(RareTime, IsNotSaidToFailALimitAboveItsZoneMoreOftenThanStated) {
  Requirement requirement = parse_requirement("total_time.mean <= 1").value();
  requirement.limit = GetParam().mean / 0.99;
  EXPECT_LE(wrong_of(GetParam(), requirement, true), max_wrong);
}

INSTANTIATE_TEST_SUITE_P(, RareTime,
                         testing::Values(event("AHundredfoldOnceInTwenty", 1, 101, 0.05),
                                         event("AHundredfoldOnceInFifty", 1, 101, 0.02),
                                         event("AHundredfoldOnceInHundred", 1, 101, 0.01), exponential(),
                                         lognormal("Lognormal2", 2), lognormal("Lognormal3", 3),
                                         lognormal("Lognormal4", 4)),
                         [](const testing::TestParamInfo<SkewedMetric>& rare) { return rare.param.name; });

}  // namespace
}  // namespace fastfood::experiment::feasibility_long_test
