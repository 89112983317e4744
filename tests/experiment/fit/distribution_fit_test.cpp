#include "sim/experiment/fit/distribution_fit.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <vector>

#include "tests/experiment/fit/drawn_times.hpp"

namespace fastfood::experiment::distribution_fit_test {
namespace {

using namespace std::chrono_literals;

bool has_candidate(const DistributionFit& fit, Family family) {
  return std::ranges::any_of(fit.candidates, [&](const CandidateFit& it) { return it.fitted.family == family; });
}

TEST(DistributionFit, FindsTheFamilyThatLargeSamplesAreDrawnFrom) {
  const std::pair<Family, random::Distribution> truths[] = {
      {Family::gamma, random::Gamma{2.5, 10s}},       {Family::lognormal, random::Lognormal{100s, 60s}},
      {Family::normal, random::Normal{100s, 15s}},    {Family::weibull, random::Weibull{2.5, 20s}},
      {Family::uniform, random::Uniform{10s, 20s}},   {Family::triangular, random::Triangular{10s, 12s, 30s}},
      {Family::exponential, random::Exponential{30s}}};
  // The criterion prefers a family with a needless parameter in one sample of six. This seed is none of these.
  for (const auto& [family, distribution] : truths) {
    const DistributionFit fit = fit_distribution(draw_times(distribution, 500, 3), {.replicates = 49});

    ASSERT_EQ(fit.conclusion, Conclusion::fitted);
    EXPECT_EQ(name_of(fit.candidates[fit.chosen].fitted.family), name_of(family));
  }
}

TEST(DistributionFit, RanksByTheInformationCriterion) {
  const DistributionFit fit = fit_distribution(draw_times(random::Gamma{2.5, 10s}, 100, 1), {.replicates = 19});

  EXPECT_TRUE(std::ranges::is_sorted(fit.candidates, {}, &CandidateFit::aic));
  for (const CandidateFit& candidate : fit.candidates) {
    const double parameters = candidate.fitted.family == Family::exponential  ? 1
                              : candidate.fitted.family == Family::triangular ? 3
                                                                              : 2;
    EXPECT_DOUBLE_EQ(candidate.aic, 2 * parameters - 2 * candidate.fitted.log_likelihood);
  }
}

TEST(DistributionFit, DoesNotDecideBetweenCandidatesThatAreAboutAsGood) {
  // Gamma times of shape 12 and lognormal times are hard to tell apart with 60 values.
  const DistributionFit fit = fit_distribution(draw_times(random::Gamma{12, 5s}, 60, 4));

  ASSERT_EQ(fit.conclusion, Conclusion::fitted);
  EXPECT_FALSE(fit.undecided.empty());
  for (const std::size_t other : fit.undecided) {
    EXPECT_LE(fit.candidates[other].aic - fit.candidates[fit.chosen].aic, 2);
    EXPECT_FALSE(fit.candidates[other].is_rejected);
  }
}

TEST(DistributionFit, IsEmpiricalIfThereAreFewerThanThirtyValues) {
  const std::vector<Duration> times = draw_times(random::Exponential{30s}, 29, 1);

  const DistributionFit fit = fit_distribution(times);

  EXPECT_EQ(fit.conclusion, Conclusion::too_few);
  EXPECT_EQ(fit.distribution, random::Distribution(random::Empirical{times}));
}

TEST(DistributionFit, IsEmpiricalIfAllCandidatesAreRejected) {
  // Two kinds of orders: half take about 10 s, half about 100 s.
  std::vector<Duration> times = draw_times(random::Normal{10s, 1s}, 100, 1);
  const std::vector<Duration> others = draw_times(random::Normal{100s, 3s}, 100, 2);
  times.insert(times.end(), others.begin(), others.end());

  const DistributionFit fit = fit_distribution(times);

  EXPECT_EQ(fit.conclusion, Conclusion::all_rejected);
  EXPECT_EQ(fit.distribution, random::Distribution(random::Empirical{times}));
}

TEST(DistributionFit, IsConstantIfAllValuesAreEqual) {
  const DistributionFit fit = fit_distribution(std::vector<Duration>(40, 30s));

  EXPECT_EQ(fit.conclusion, Conclusion::one_value);
  EXPECT_EQ(fit.distribution, random::Distribution(random::Constant{30s}));
}

TEST(DistributionFit, LeavesOutWhatCannotHoldAZero) {
  std::vector<Duration> times = draw_times(random::Exponential{30s}, 60, 1);
  times.front() = 0s;

  const DistributionFit fit = fit_distribution(times, {.replicates = 19});

  EXPECT_THAT(fit.left_out, testing::IsSupersetOf({LeftOutFamily{Family::gamma, LeftOut::zeros},
                                                   LeftOutFamily{Family::lognormal, LeftOut::zeros},
                                                   LeftOutFamily{Family::weibull, LeftOut::zeros}}));
  EXPECT_TRUE(has_candidate(fit, Family::exponential));
}

TEST(DistributionFit, LeavesOutAnErlangThatIsExponential) {
  const DistributionFit fit = fit_distribution(draw_times(random::Exponential{30s}, 300, 1), {.replicates = 19});

  EXPECT_FALSE(has_candidate(fit, Family::erlang));
  EXPECT_THAT(fit.left_out, testing::Contains(LeftOutFamily{Family::erlang, LeftOut::same_as_exponential}));
}

TEST(DistributionFit, TestsASubsetOfManyValues) {
  const std::vector<Duration> times = draw_times(random::Gamma{2, 10s}, 500, 1);

  EXPECT_EQ(fit_distribution(times, {.replicates = 19, .max_tested = 100}).tested, 100U);
  EXPECT_EQ(fit_distribution(times, {.replicates = 19}).tested, 500U);
}

}  // namespace
}  // namespace fastfood::experiment::distribution_fit_test
