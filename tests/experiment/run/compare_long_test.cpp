#include "sim/experiment/run/compare.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "tests/experiment/sample_scenarios.hpp"

/// How often a comparison is wrong somewhere in all that it shows.
namespace fastfood::experiment::compare_release_test {
namespace {

/// One who serves; customers come at random, and want to be served within two minutes. The stream's name decides on the
/// random numbers.
model::CounterSpec counter_with(const std::string& stream, std::uint64_t seed) {
  return counter_of(template_of(R"({
    "seed": )" + std::to_string(seed) +
                                R"(, "target": {"total_time": 120},
    "menu": {"coffee": {"time": {"distribution": "exponential", "mean": 40}}}, "servers": {},
    "arrivals": [{"name": ")" + stream +
                                R"(", "rate_per_hour": 60, "until": "1h", "items": ["coffee"]}]
  })"));
}

/// Whether some verdict tells `count` counters from a baseline, though all are alike and no two share a draw.
bool is_wrong_somewhere(std::uint64_t seed, int count) {
  std::vector<Alternative> alternatives;
  for (int i = 0; i <= count; ++i) {
    alternatives.push_back({std::to_string(i), {}, counter_with("stream " + std::to_string(i), seed)});
  }
  const ComparisonOptions options{.metric = "total_time.mean",
                                  .metrics = {"total_time.mean", "total_time.p95", "wait_time.mean",
                                              "satisfied.fraction", "customers.served", "throughput_per_hour"}};
  const Comparison seen = compare(std::move(alternatives), options).value();
  const auto is_told_apart = [](const MetricDifference& it) { return it.verdict != Verdict::not_distinguishable; };
  return std::ranges::any_of(seen.differences,
                             [&](const Difference& it) { return std::ranges::any_of(it.metrics, is_told_apart); });
}

double share_wrong(int count, int comparisons) {
  int wrong = 0;
  for (int seed = 1; seed <= comparisons; ++seed) {
    wrong += is_wrong_somewhere(static_cast<std::uint64_t>(seed), count) ? 1 : 0;
  }
  return static_cast<double>(wrong) / comparisons;
}

/// 5 % and three standard errors of a share of 5 % among so many.
double allowed(int comparisons) { return 0.05 + 3 * std::sqrt(0.05 * 0.95 / comparisons); }

TEST(CompareOfLikes, FindsADifferenceSomewhereInAtMostFivePercent) {
  constexpr int comparisons = 600;

  EXPECT_LE(share_wrong(1, comparisons), allowed(comparisons));
}

TEST(CompareOfLikes, FindsADifferenceSomewhereAmongFiveAlternativesInAtMostFivePercent) {
  constexpr int comparisons = 200;

  EXPECT_LE(share_wrong(5, comparisons), allowed(comparisons));
}

}  // namespace
}  // namespace fastfood::experiment::compare_release_test
