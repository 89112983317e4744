#include "sim/random/distribution.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <string>
#include <vector>

namespace fastfood::random {
namespace {

using namespace std::chrono_literals;

/// A distribution with its theoretical mean and standard deviation in seconds, and the probability to be below x.
struct Known {
  std::string name;
  Distribution distribution;
  double mean;
  double sd;
  std::function<double(double)> below;
};

double normal_below(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double triangular_below(double x) { return x < 2 ? (x - 1) * (x - 1) / 4 : 1 - (5 - x) * (5 - x) / 12; }

double erlang_below(double x) { return 1 - std::exp(-x) * (1 + x + x * x / 2); }

/// ln of a lognormal with mean 2 and sd 1 has variance ln 1.25 and mean ln 2 - ln(1.25) / 2.
double lognormal_below(double x) {
  const double variance = std::log(1.25);
  return normal_below((std::log(x) - std::log(2) + variance / 2) / std::sqrt(variance));
}

const std::vector<Known>& known() {
  static const std::vector<Known> all{
      {"uniform", Uniform{1s, 5s}, 3, 4 / std::sqrt(12), [](double x) { return (x - 1) / 4; }},
      {"triangular", Triangular{1s, 2s, 5s}, 8.0 / 3, std::sqrt((1.0 + 4 + 25 - 2 - 5 - 10) / 18), triangular_below},
      // Beta(3, 3) on [0, 4]: variance 16 / 28.
      {"pert", Pert{0s, 2s, 4s}, 2, std::sqrt(16.0 / 28),
       [](double x) { return std::pow(x / 4, 3) * (10 - 15 * (x / 4) + 6 * (x / 4) * (x / 4)); }},
      {"exponential", Exponential{2s}, 2, 2, [](double x) { return 1 - std::exp(-x / 2); }},
      {"erlang", Erlang{3, 3s}, 3, std::sqrt(3), erlang_below},
      {"erlang of one", Erlang{1, 2s}, 2, 2, [](double x) { return 1 - std::exp(-x / 2); }},
      {"gamma", Gamma{3, 1s}, 3, std::sqrt(3), erlang_below},
      // Half a squared normal number.
      {"gamma of shape one half", Gamma{0.5, 1s}, 0.5, std::sqrt(0.5), [](double x) { return std::erf(std::sqrt(x)); }},
      {"normal", Normal{10s, 2s}, 10, 2, [](double x) { return normal_below((x - 10) / 2); }},
      // A standard normal restricted to positive values: mean sqrt(2 / pi), variance 1 - 2 / pi.
      {"half normal", Normal{0s, 1s}, std::sqrt(2 / std::numbers::pi), std::sqrt(1 - 2 / std::numbers::pi),
       [](double x) { return 2 * normal_below(x) - 1; }},
      {"lognormal", Lognormal{2s, 1s}, 2, 1, lognormal_below},
      // Mean gamma(3/2) = sqrt(pi) / 2, variance 1 - pi / 4.
      {"weibull", Weibull{2, 1s}, std::sqrt(std::numbers::pi) / 2, std::sqrt(1 - std::numbers::pi / 4),
       [](double x) { return 1 - std::exp(-x * x); }},
      {"discrete", Discrete{{1s, 2s, 4s}, {1, 0, 3}}, 3.25, std::sqrt(0.25 * 5.0625 + 0.75 * 0.5625),
       [](double x) { return x <= 1   ? 0
                             : x <= 4 ? 0.25
                                      : 1; }},
      {"empirical", Empirical{{3s, 1s, 2s, 2s}}, 2, std::sqrt(0.5),
       [](double x) {
         return x <= 1 ? 0 : x <= 2 ? 0.25 : x <= 3 ? 0.75 : 1;
       }},
  };
  return all;
}

class Sampler : public testing::TestWithParam<Known> {
 protected:
  static constexpr std::size_t count = 200'000;

  static std::vector<double> samples(std::uint64_t seed) {
    const StreamKey key = StreamKey(seed).at(GetParam().name);
    std::vector<double> seconds;
    for (std::size_t i = 0; i != count; ++i) {
      Draws draws = key.draws(i);
      seconds.push_back(in_seconds(sample(GetParam().distribution, draws)));
    }
    return seconds;
  }
};

// Four standard errors. With fourteen samplers and about ten values each, one seed in a hundred exceeds them by chance;
// this one does not.

TEST_P(Sampler, HasItsMeanAndDeviation) {
  const std::vector<double> all = samples(1);
  double sum = 0;
  double squares = 0;
  double fourths = 0;
  for (const double x : all) {
    const double distance = x - GetParam().mean;
    sum += distance;
    squares += distance * distance;
    fourths += distance * distance * distance * distance;
  }
  const double n = count;
  const double variance = squares / n;
  const double variance_error = std::sqrt((fourths / n - variance * variance) / n);

  EXPECT_NEAR(sum / n, 0, 4 * GetParam().sd / std::sqrt(n));
  EXPECT_NEAR(variance, GetParam().sd * GetParam().sd, 4 * variance_error);
}

TEST_P(Sampler, HasTheDistributionFunction) {
  std::vector<double> all = samples(2);
  std::sort(all.begin(), all.end());
  for (const double share : {0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999}) {
    const double point = all[static_cast<std::size_t>(share * count)] + 0.5e-9;
    const auto below = static_cast<double>(std::lower_bound(all.begin(), all.end(), point) - all.begin());
    const double probability = GetParam().below(point);
    const double error = std::sqrt(probability * (1 - probability) / count);
    EXPECT_NEAR(below / count, probability, 4 * error + 1e-9) << "below " << point;
  }
}

TEST_P(Sampler, AgreesWithMeanOf) {
  if (GetParam().name != "half normal") {  // of a normal distribution, the mean before negative draws are repeated
    EXPECT_NEAR(mean_of(GetParam().distribution), GetParam().mean, 1e-12);
  }
}

INSTANTIATE_TEST_SUITE_P(Of, Sampler, testing::ValuesIn(known()), [](const auto& it) {
  std::string name = it.param.name;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
});

TEST(Sample, OfAConstantDrawsNothing) {
  Draws draws = StreamKey(1).draws(1);
  EXPECT_EQ(sample(Constant{7ns}, draws), 7ns);
  EXPECT_EQ(draws.bits(), StreamKey(1).draws(1).bits());
}

TEST(Sample, OfAnEmptyIntervalIsItsBoundary) {
  Draws draws = StreamKey(1).draws(1);
  EXPECT_EQ(sample(Uniform{3s, 3s}, draws), 3s);
  EXPECT_EQ(sample(Triangular{3s, 3s, 3s}, draws), 3s);
  EXPECT_EQ(sample(Pert{3s, 3s, 3s}, draws), 3s);
  EXPECT_EQ(sample(Normal{3s, 0s}, draws), 3s);
  EXPECT_EQ(sample(Lognormal{3s, 0s}, draws), 3s);
}

TEST(Sample, OfATriangleWithItsModeAtAnEndStaysInside) {
  for (const Triangular& edge : {Triangular{1s, 1s, 2s}, Triangular{1s, 2s, 2s}}) {
    for (std::uint64_t i = 0; i != 10'000; ++i) {
      Draws draws = StreamKey(1).draws(i);
      const Duration time = sample(edge, draws);
      ASSERT_GE(time, 1s);
      ASSERT_LE(time, 2s);
    }
  }
}

TEST(Sample, IsNeverLongerThanAHundredYears) {
  constexpr Duration century = std::chrono::hours{100 * 8766};
  for (std::uint64_t i = 0; i != 1'000; ++i) {
    Draws draws = StreamKey(1).draws(i);
    const Duration time = sample(Weibull{0.001, std::chrono::hours{50 * 8766}}, draws);
    ASSERT_GE(time, 0s);
    ASSERT_LE(time, century);
  }
}

TEST(NormalQuantile, IsTheInverseOfTheDistributionFunction) {
  // Relative to the lower tail, where erfc keeps its digits; 1 - p keeps as many as it has units of 1e-16.
  for (const double p : {1e-15, 1e-9, 1e-4, 0.02, 0.074, 0.075, 0.076, 0.3, 0.5}) {
    EXPECT_NEAR(normal_below(normal_quantile(p)) / p, 1, 1e-13) << p;
    EXPECT_NEAR(normal_quantile(1 - p), -normal_quantile(p), 1e-16 / p + 1e-16) << p;
  }
  EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-15);
}

}  // namespace
}  // namespace fastfood::random
