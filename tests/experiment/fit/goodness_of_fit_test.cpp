#include "sim/experiment/fit/goodness_of_fit.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <vector>

#include "sim/experiment/fit/maximum_likelihood.hpp"
#include "tests/experiment/fit/drawn_times.hpp"

namespace fastfood::experiment::goodness_of_fit_test {
namespace {

using namespace std::chrono_literals;

TEST(GoodnessOfFit, HasTheDistancesOfTheirDefinitions) {
  // Uniform on [0, 10], times 2 and 5: F is 0.2 and 0.5. The steps are from 0 to 0.5 and from 0.5 to 1.
  const FittedDistribution uniform{Family::uniform, {0, 10}};

  const Distance found = distance(uniform, std::vector{2.0, 5.0});

  EXPECT_DOUBLE_EQ(found.kolmogorov_smirnov, 0.5);
  // -2 - (1/2) [1 (ln 0.2 + ln 0.5) + 3 (ln 0.5 + ln 0.8)]
  EXPECT_NEAR(found.anderson_darling, -2 - 0.5 * (std::log(0.2) + std::log(0.5) + 3 * (std::log(0.5) + std::log(0.8))),
              1e-12);
}

int rejections(Duration resolution, std::size_t size, int seeds) {
  int rejected = 0;
  for (int seed = 1; seed <= seeds; ++seed) {
    std::vector<Duration> times = draw_times(random::Gamma{3, 10s}, size, static_cast<std::uint64_t>(seed));
    for (Duration& time : times) {
      time = std::max((time + resolution / 2) / resolution * resolution, resolution);
    }
    const std::vector<double> sorted = in_sorted_seconds(times);
    const GoodnessOfFit test = test_fit(*fit_by_likelihood(Family::gamma, sorted), sorted,
                                        {.seed = 7, .replicates = 49, .resolution = resolution});
    rejected += test.anderson_darling_p <= 0.1 ? 1 : 0;
  }
  return rejected;
}

TEST(GoodnessOfFit, RejectsTheTrueFamilyAsOftenAsItSays) {
  // At 10 %, 20 of 200 samples are rejected; the standard deviation is 4.2, and 3.3 of these are allowed.
  EXPECT_NEAR(rejections(Duration{1}, 40, 200), 20, 14);
}

TEST(GoodnessOfFit, RejectsTheTrueFamilyNoMoreOftenIfTimesAreRounded) { EXPECT_NEAR(rejections(5s, 40, 200), 20, 14); }

TEST(GoodnessOfFit, RejectsAFamilyThatIsFarFromTheData) {
  const std::vector<double> times = in_sorted_seconds(draw_times(random::Uniform{10s, 20s}, 100, 1));

  const GoodnessOfFit test = test_fit(*fit_by_likelihood(Family::exponential, times), times, {.replicates = 99});

  EXPECT_DOUBLE_EQ(test.kolmogorov_smirnov_p, 0.01);
  EXPECT_DOUBLE_EQ(test.anderson_darling_p, 0.01);
}

TEST(GoodnessOfFit, DependsOnTheSeedAlone) {
  const std::vector<double> times = in_sorted_seconds(draw_times(random::Gamma{3, 10s}, 50, 1));
  const FittedDistribution fitted = *fit_by_likelihood(Family::gamma, times);
  const auto p = [&](std::uint64_t seed) {
    const GoodnessOfFit test = test_fit(fitted, times, {.seed = seed, .replicates = 99});
    return std::pair(test.kolmogorov_smirnov_p, test.anderson_darling_p);
  };

  EXPECT_EQ(p(1), p(1));
  EXPECT_NE(p(1), p(2));
}

}  // namespace
}  // namespace fastfood::experiment::goodness_of_fit_test
