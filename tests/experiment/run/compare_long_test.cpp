#include "sim/experiment/run/compare.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/experiment/sample_scenarios.hpp"

/// How often a comparison shows at least one wrong difference.
namespace fastfood::experiment::compare_long_test {
namespace {

/// One server and Poisson arrivals, with a target of two minutes. The random numbers depend on the name of the stream.
model::CounterSpec counter_with(const std::string& stream, std::uint64_t seed) {
  return counter_of(template_of(R"({
    "seed": )" + std::to_string(seed) +
                                R"(, "target": {"total_time": 120},
    "menu": {"coffee": {"time": {"distribution": "exponential", "mean": 40}}}, "servers": {},
    "arrivals": [{"name": ")" + stream +
                                R"(", "rate_per_hour": 60, "until": "1h", "items": ["coffee"]}]
  })"));
}

/// Compares `count` counters with a baseline. All are alike but use independent random numbers. Returns whether any
/// verdict finds a difference.
bool finds_any_difference(std::uint64_t seed, int count) {
  std::vector<Alternative> alternatives;
  for (int i = 0; i <= count; ++i) {
    alternatives.push_back({std::to_string(i), {}, counter_with("stream " + std::to_string(i), seed)});
  }
  const ComparisonOptions options{.metric = "total_time.mean",
                                  .metrics = {"total_time.mean", "total_time.p95", "wait_time.mean",
                                              "satisfied.fraction", "customers.served", "throughput_per_hour"}};
  const Comparison comparison = compare(std::move(alternatives), options).value();
  const auto is_different = [](const MetricDifference& it) { return it.verdict != Verdict::not_distinguishable; };
  return std::ranges::any_of(comparison.differences,
                             [&](const Difference& it) { return std::ranges::any_of(it.metrics, is_different); });
}

double share_wrong(int count, int comparisons) {
  int wrong = 0;
  for (int seed = 1; seed <= comparisons; ++seed) {
    wrong += finds_any_difference(static_cast<std::uint64_t>(seed), count) ? 1 : 0;
  }
  return static_cast<double>(wrong) / comparisons;
}

/// 5 % plus three standard errors of a share of 5 %.
double allowed(int comparisons) { return 0.05 + 3 * std::sqrt(0.05 * 0.95 / comparisons); }

TEST(CompareOfLikes, FindsAnyDifferenceInAtMostFivePercent) {
  constexpr int comparisons = 600;

  EXPECT_LE(share_wrong(1, comparisons), allowed(comparisons));
}

TEST(CompareOfLikes, FindsAnyDifferenceAmongFiveAlternativesInAtMostFivePercent) {
  constexpr int comparisons = 200;

  EXPECT_LE(share_wrong(5, comparisons), allowed(comparisons));
}

}  // namespace
}  // namespace fastfood::experiment::compare_long_test
