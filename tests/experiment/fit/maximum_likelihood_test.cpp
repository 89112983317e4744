#include "sim/experiment/fit/maximum_likelihood.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "tests/experiment/fit/drawn_times.hpp"

namespace fastfood::experiment::maximum_likelihood_test {
namespace {

using namespace std::chrono_literals;

/// Millions of revolutions to failure of 23 ball bearings (Lieblein and Zelen 1956), in Lawless (2003).
const std::vector<double> bearings{17.88, 28.92, 33.00,  41.52,  42.12,  45.60,  48.40, 51.84,
                                   51.96, 54.12, 55.56,  67.80,  68.64,  68.64,  68.88, 84.12,
                                   93.12, 98.64, 105.12, 105.84, 127.92, 128.04, 173.40};

TEST(MaximumLikelihood, OfTheExponentialIsTheMean) {
  const auto fitted = fit_by_likelihood(Family::exponential, std::vector{1.0, 2.0, 3.0, 6.0});

  EXPECT_DOUBLE_EQ(fitted->parameters[0], 3);
  EXPECT_DOUBLE_EQ(fitted->log_likelihood, -4 * (std::log(3) + 1));
}

TEST(MaximumLikelihood, OfTheUniformIsTheLeastAndTheLargestTime) {
  const auto fitted = fit_by_likelihood(Family::uniform, std::vector{2.0, 3.0, 10.0});

  EXPECT_EQ(fitted->parameters, (std::array<double, 3>{2, 10, 0}));
  EXPECT_DOUBLE_EQ(fitted->log_likelihood, -3 * std::log(8));
}

TEST(MaximumLikelihood, OfTheLognormalHasTheMomentsOfTheLogarithm) {
  // The logarithms are 0 and 2: mean 1, variance 1.
  const auto fitted = fit_by_likelihood(Family::lognormal, std::vector{1.0, std::exp(2.0)});

  EXPECT_NEAR(fitted->parameters[0], std::exp(1.5), 1e-9);
  EXPECT_NEAR(fitted->parameters[1], std::exp(1.5) * std::sqrt(std::numbers::e - 1), 1e-9);
}

TEST(MaximumLikelihood, OfANormalFarFromZeroHasTheMomentsOfTheTimes) {
  const auto fitted = fit_by_likelihood(Family::normal, std::vector{98.0, 100.0, 102.0});

  EXPECT_NEAR(fitted->parameters[0], 100, 1e-9);
  EXPECT_NEAR(fitted->parameters[1], std::sqrt(8.0 / 3), 1e-9);
}

TEST(MaximumLikelihood, OfANormalNearZeroReproducesTheMomentsAfterTruncation) {
  // The normal distribution is an exponential family in the time and its square, so that their means agree.
  const std::vector<double> times{1, 2, 4, 5, 8};  // mean 4, variance 6

  const auto fitted = fit_by_likelihood(Family::normal, times);
  const MeanAndDeviation moments = mean_and_deviation(*fitted);

  EXPECT_LT(fitted->parameters[0], 4);
  EXPECT_NEAR(moments.mean, 4, 1e-8);
  EXPECT_NEAR(moments.sd, std::sqrt(6), 1e-8);
}

TEST(MaximumLikelihood, OfANormalHasNoMeanBelowZero) {
  // The coefficient of variation is 1.3; that of the half-normal is 0.76. Of mean 0, sd^2 is the mean square, 16.02
  // / 3.
  const auto fitted = fit_by_likelihood(Family::normal, std::vector{0.1, 0.1, 4.0});

  EXPECT_EQ(fitted->parameters[0], 0);
  EXPECT_NEAR(fitted->parameters[1], std::sqrt(16.02 / 3), 1e-9);
}

TEST(MaximumLikelihood, AgreesWithPublishedFitsOfBallBearings) {
  const auto weibull = fit_by_likelihood(Family::weibull, bearings);
  EXPECT_NEAR(weibull->parameters[0], 2.102, 0.0005);
  EXPECT_NEAR(weibull->parameters[1], 81.88, 0.01);
  EXPECT_NEAR(weibull->log_likelihood, -113.69, 0.005);

  // The logarithm has mean 4.150 and standard deviation 0.522.
  const auto lognormal = fit_by_likelihood(Family::lognormal, bearings);
  const double variance = 0.522 * 0.522;
  EXPECT_NEAR(lognormal->parameters[0], std::exp(4.150 + variance / 2), 0.05);
  EXPECT_NEAR(lognormal->parameters[1] / lognormal->parameters[0], std::sqrt(std::expm1(variance)), 0.001);
  EXPECT_NEAR(lognormal->log_likelihood, -113.13, 0.005);

  const auto gamma = fit_by_likelihood(Family::gamma, bearings);
  EXPECT_NEAR(gamma->parameters[0], 4.025, 0.001);
  EXPECT_NEAR(gamma->log_likelihood, -113.03, 0.005);
}

TEST(MaximumLikelihood, OfTheErlangIsTheBestWholeShape) {
  const auto fitted = fit_by_likelihood(Family::erlang, bearings);

  EXPECT_EQ(fitted->parameters[0], 4);
  for (const double k : {3.0, 5.0}) {
    EXPECT_LT(log_likelihood({Family::erlang, {k, fitted->parameters[1]}}, bearings), fitted->log_likelihood);
  }
}

TEST(MaximumLikelihood, IsNotExceededNearby) {
  const random::Distribution origins[] = {random::Gamma{0.6, 20s}, random::Weibull{3, 20s},
                                          random::Triangular{10s, 12s, 30s}, random::Normal{5s, 10s},
                                          random::Uniform{10s, 20s}};
  for (const auto& origin : origins) {
    const std::vector<double> times = in_sorted_seconds(draw_times(origin, 100, 3));
    for (const Family family : all_families) {
      const auto fitted = fit_by_likelihood(family, times);
      ASSERT_TRUE(fitted) << name_of(family);
      EXPECT_NEAR(fitted->log_likelihood, log_likelihood(*fitted, times), 1e-9);
      for (std::size_t i = 0; i != parameter_names(family).size(); ++i) {
        for (const double factor : {0.99, 1.01}) {
          FittedDistribution other = *fitted;
          other.parameters.at(i) = family == Family::erlang && i == 0 ? other.parameters[0] + (factor > 1 ? 1 : -1)
                                                                      : other.parameters.at(i) * factor;
          const bool is_legal = family == Family::erlang ? other.parameters[0] >= 1 : other.parameters[0] >= 0;
          const bool holds_all = family != Family::uniform ||
                                 (other.parameters[0] <= times.front() && other.parameters[1] >= times.back());
          const double value = is_legal && holds_all ? log_likelihood(other, times) : std::nan("");
          if (std::isfinite(value)) {
            // The triangular search stops when a round gains less than 1e-5, and may converge slowly.
            EXPECT_LT(value, fitted->log_likelihood + 1e-3) << name_of(family) << " parameter " << i;
          }
        }
      }
    }
  }
}

TEST(MaximumLikelihood, OfTheTriangularHasItsModeAtATime) {
  const std::vector<double> times = in_sorted_seconds(draw_times(random::Triangular{10s, 14s, 30s}, 500, 1));

  const auto fitted = fit_triangular(times);

  EXPECT_TRUE(std::ranges::binary_search(times, fitted->parameters[1]));
  EXPECT_LE(fitted->parameters[0], times.front());
  EXPECT_GE(fitted->parameters[2], times.back());
}

TEST(MaximumLikelihood, DoesNotExistIfAllTimesAreEqual) {
  const std::vector<double> times(40, 30.0);
  for (const Family family : all_families) {
    EXPECT_EQ(fit_by_likelihood(family, times).has_value(), family == Family::exponential) << name_of(family);
  }
}

TEST(MaximumLikelihood, OfAFamilyThatHoldsNoZeroDoesNotExistWithOne) {
  const std::vector<double> times{0, 1, 2, 5};
  for (const Family family : all_families) {
    EXPECT_EQ(fit_by_likelihood(family, times).has_value(), can_hold_zero(family)) << name_of(family);
  }
}

}  // namespace
}  // namespace fastfood::experiment::maximum_likelihood_test
