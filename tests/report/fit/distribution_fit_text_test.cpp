#include "sim/report/fit/distribution_fit_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

namespace fastfood::report::distribution_fit_text_test {
namespace {

using namespace std::chrono_literals;
using experiment::CandidateFit;
using experiment::Conclusion;
using experiment::DistributionFit;
using experiment::Family;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

/// 100 values with a gamma and a normal fit, which is rejected or not.
DistributionFit sample_fit(bool is_gamma_rejected, double normal_aic) {
  DistributionFit fit{.data = {.count = 100,
                               .distinct = 100,
                               .mean = 25,
                               .sd = 15,
                               .min = 1s,
                               .median = 22s,
                               .max = 90s,
                               .resolution = 1ms,
                               .most_frequent = {1s, 1},
                               .next_frequent = {2s, 1}}};
  fit.candidates.push_back(CandidateFit{.fitted = {Family::gamma, {2.5, 10}},
                                        .intervals = {experiment::Interval{2, 3.125}, experiment::Interval{8, 12.5}},
                                        .aic = 800,
                                        .test = {.kolmogorov_smirnov_p = 0.5, .anderson_darling_p = 0.25},
                                        .is_rejected = is_gamma_rejected});
  fit.candidates.push_back(CandidateFit{.fitted = {Family::normal, {20, 20}},
                                        .intervals = {experiment::Interval{15, 25}, experiment::Interval{16, 25}},
                                        .aic = normal_aic,
                                        .test = {.kolmogorov_smirnov_p = 0.125, .anderson_darling_p = 0.1}});
  fit.tested = 100;
  fit.conclusion = Conclusion::fitted;
  fit.chosen = is_gamma_rejected ? 1 : 0;
  if (!is_gamma_rejected && normal_aic <= 802) {
    fit.undecided = {1};
  }
  return fit;
}

std::string text_of(const DistributionFit& fit, std::size_t empty = 0) {
  return distribution_fit_text(fit, empty, 0.95, {.width = 1000});
}

TEST(DistributionFitText, PointsOutAMaximumThatIsFarFromTheOtherTimes) {
  DistributionFit fit = sample_fit(false, 810.4);
  fit.data.next_longest = 9001ms;
  EXPECT_THAT(text_of(fit), Not(HasSubstr("Suspect")));

  fit.data.next_longest = 9s;
  EXPECT_THAT(text_of(fit), HasSubstr("\nSuspect: the longest is 90 s, the next one 9 s. Is it a slip?"));
}

TEST(DistributionFitText, ComparesTheCandidatesWithTheData) {
  const std::string text = text_of(sample_fit(false, 810.4));

  // The gamma has mean 25 and sd 10 * sqrt(2.5).
  EXPECT_THAT(text, StartsWith("100 values from 1 s to 90 s: mean 25 s, median 22 s, standard deviation 15 s.\n\n"));
  EXPECT_THAT(text, HasSubstr("\ngamma                   0.0  0.500  0.250     25.00   15.81    printed\n"));
  EXPECT_THAT(text, HasSubstr("\nnormal                 10.4  0.125  0.100 "));
  EXPECT_THAT(text, HasSubstr("\n(the data) "));
  EXPECT_THAT(text, EndsWith("The best that is not rejected is gamma; it is printed.\n"
                             "With 95 % intervals: shape 2.500 (2.000 to 3.125) and scale 10 s (8 s to 12.5 s).\n"));
}

TEST(DistributionFitText, SaysThatTheDataDoNotDecide) {
  EXPECT_THAT(text_of(sample_fit(false, 801)),
              HasSubstr("The data do not decide between gamma and normal (less than 2 of AIC apart); the first is "
                        "printed.\n"));
}

TEST(DistributionFitText, SaysThatTheLeastCriterionIsRejected) {
  const std::string text = text_of(sample_fit(true, 801));

  // The mean of the truncated normal of mean 20 and sd 20 is 20 (1 + 0.24197 / 0.84134), by tables.
  EXPECT_THAT(text,
              HasSubstr("The least AIC has gamma, but the data reject it. The best that is not rejected is normal"));
  EXPECT_THAT(text, HasSubstr("Draws below 0 are repeated, so that the mean of the times is 25.75 s.\n"));
}

TEST(DistributionFitText, SaysWhyTheValuesThemselvesArePrinted) {
  DistributionFit rejected = sample_fit(true, 810);
  rejected.conclusion = Conclusion::all_rejected;
  EXPECT_THAT(text_of(rejected), HasSubstr("The data reject all candidates: the values themselves are printed"));

  DistributionFit few{.data = {.count = 1, .distinct = 1, .min = 1s}};
  EXPECT_THAT(text_of(few), StartsWith("One value: 1 s.\n\nFewer than 30 values do not tell distributions apart: "));
}

TEST(DistributionFitText, TellsWhatIsOddAboutTheData) {
  DistributionFit fit = sample_fit(false, 810);
  fit.data.most_frequent = {60s, 20};
  fit.data.distinct = 81;
  fit.data.resolution = 1s;
  fit.data.zeros = 1;
  fit.tested = 50;
  fit.left_out = {{Family::lognormal, experiment::LeftOut::zeros}, {Family::weibull, experiment::LeftOut::zeros}};

  const std::string text = text_of(fit, 2);

  EXPECT_THAT(text, HasSubstr("\n2 empty fields are left out.\n"));
  EXPECT_THAT(text,
              HasSubstr("\nSuspect: 60 s is there 20 times (20 % of the values), no other value more than once."));
  EXPECT_THAT(text, HasSubstr("\nThe values are rounded to 1 s: many are equal."));
  EXPECT_THAT(text, HasSubstr("\nLeft out: lognormal and weibull; 1 value is 0, which they cannot be.\n"));
  EXPECT_THAT(text, HasSubstr("(50 of the values, chosen at random)"));
  EXPECT_THAT(text_of(sample_fit(false, 810)), Not(HasSubstr("Suspect")));
}

}  // namespace
}  // namespace fastfood::report::distribution_fit_text_test
