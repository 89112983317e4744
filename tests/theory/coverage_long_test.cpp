#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "sim/experiment/run/replicate.hpp"
#include "sim/experiment/run/run_executor.hpp"
#include "sim/experiment/statistics/estimate.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::theory {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t repetitions = 10'000;

/// M/M/1 that starts empty: one arrival a minute on average, 54 s of service, 25 customers.
model::CounterSpec twenty_five_from_empty(std::uint64_t seed) {
  model::CounterSpec spec;
  spec.seed = seed;
  spec.menu = {{"coffee", {{std::nullopt, random::Exponential{54s}}}, std::nullopt}};
  spec.servers = {{.name = "till"}};
  model::StreamSpec stream{.when = random::Exponential{1min}, .count = 25};
  stream.items = model::MixSpec({{model::ItemId{0}, 1, 1}});
  spec.arrivals = {stream};
  return spec;
}

/// The share of confidence intervals for the mean wait that contain the true mean, for 5, 10, 20 and 40 replications.
/// The true mean is 2.12449 min, from an exact recursion (Law).
struct Coverage {
  double of_5 = 0;
  double of_10 = 0;
  double of_20 = 0;
  double of_40 = 0;
};

double covered(const experiment::MetricValues& waits, std::size_t replications) {
  constexpr double truth = 2.12449 * 60;
  const auto interval = experiment::estimate(std::span(waits).first(replications), 0.95);
  return std::abs(*interval.mean - truth) <= *interval.half_width ? 1.0 / repetitions : 0;
}

Coverage coverage() {
  Coverage share;
  for (std::uint64_t seed = 1; seed <= repetitions; ++seed) {
    const auto options = [](std::uint64_t replication) { return model::RunOptions{.replication = replication}; };
    const auto runs = experiment::replicate(twenty_five_from_empty(seed), 40, 1, options).value();
    experiment::MetricValues waits;
    for (const model::RunResult& run : runs.each) {
      waits.push_back(run.wait_time.mean);
    }
    share.of_5 += covered(waits, 5);
    share.of_10 += covered(waits, 10);
    share.of_20 += covered(waits, 20);
    share.of_40 += covered(waits, 40);
  }
  return share;
}

TEST(Intervals, CoverTheMeanOfSkewedValuesAsOftenAsStudentIntervalsDo) {
  const Coverage share = coverage();

  // Means of 25 waits are skewed, so fewer than 95 % of the intervals contain the true mean. The expected shares come
  // from another simulation of the same length. The standard error of the difference of two such shares is at most
  // sqrt(2 * 0.888 * 0.112 / 10,000) = 0.0045. The tolerance is three standard errors.
  constexpr double tolerance = 0.0135;
  EXPECT_NEAR(share.of_5, 0.888, tolerance);
  EXPECT_NEAR(share.of_10, 0.907, tolerance);
  EXPECT_NEAR(share.of_20, 0.924, tolerance);
  EXPECT_NEAR(share.of_40, 0.936, tolerance);
}

}  // namespace
}  // namespace fastfood::theory
