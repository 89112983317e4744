#include "sim/stats/summary.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <vector>

namespace sim::stats {
namespace {

using namespace std::chrono_literals;

/// The total times of ten customers who come two a second, the project's standing example.
const std::vector<Duration> two_a_second = {4s, 3500ms, 3s, 4500ms, 4500ms, 5500ms, 6s, 6s, 6s, 7500ms};

TEST(Summary, OfNothingHasACountAndNothingElse) { EXPECT_EQ(summarize({}), Summary{}); }

TEST(Summary, OfOneSampleHasNoDeviation) {
  const Summary summary = summarize({2500ms});

  EXPECT_EQ(summary, (Summary{1, 2.5, std::nullopt, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5}));
}

TEST(Summary, OfTheStandingExampleHasTheFiguresCountedByHand) {
  const Summary summary = summarize(two_a_second);

  EXPECT_EQ(summary.count, 10);
  EXPECT_EQ(summary.mean, 5.05);
  EXPECT_EQ(summary.min, 3);
  EXPECT_EQ(summary.p50, 5);      // half-way from 4.5 to 5.5
  EXPECT_EQ(summary.p90, 6.15);   // 0.1 of the way from 6 to 7.5
  EXPECT_EQ(summary.p95, 6.825);  // 0.55 of the way
  EXPECT_EQ(summary.p99, 7.365);  // 0.91 of the way
  EXPECT_EQ(summary.max, 7.5);
}

TEST(Summary, DividesTheSquaresByOneLessThanTheCount) {
  EXPECT_EQ(summarize({1s, 3s}).sd, std::sqrt(2.0));
  EXPECT_EQ(summarize({1s, 2s, 3s}).sd, 1);
  EXPECT_EQ(summarize({4s, 4s, 4s}).sd, 0);
}

TEST(Summary, DoesNotHangOnTheOrderOfTheSamples) {
  const std::vector<Duration> reversed{two_a_second.rbegin(), two_a_second.rend()};

  EXPECT_EQ(summarize(reversed), summarize(two_a_second));
}

TEST(Summary, RoundsTheMeanOnceNotAtEachSample) {
  // Ten tenths added up as doubles are 0.9999999999999999, and three tenths over three are not 0.1.
  EXPECT_EQ(summarize(std::vector<Duration>(10, 100ms)).mean, 0.1);
  EXPECT_EQ(summarize(std::vector<Duration>(3, 100ms)).mean, 0.1);
  EXPECT_EQ(summarize({1ns, 1ns, 2ns}).mean, 4.0 / 3e9);
}

TEST(Summary, KeepsADeviationOfNanosecondsOnTopOfManyYears) {
  const Duration years = 50 * std::chrono::hours{8766};

  const Summary summary = summarize({years, years + 1ns, years + 2ns});

  EXPECT_EQ(summary.sd, 1e-9);
}

TEST(Summary, KeepsADeviationOfLessThanANanosecond) {
  std::vector<Duration> samples(10'000, 7s);
  samples.front() += 1ns;

  const Summary summary = summarize(samples);

  EXPECT_DOUBLE_EQ(*summary.sd, 1e-11);  // 1 ns / sqrt(count), to the last bits
}

TEST(Summary, HoldsAThousandRunsOfSeventyYears) {
  std::vector<Duration> samples(1000, Duration::zero());
  samples.resize(2000, latest_instant.time_since_epoch());
  const double half = in_seconds(latest_instant.time_since_epoch()) / 2;

  const Summary summary = summarize(samples);

  EXPECT_EQ(summary.mean, half);
  EXPECT_DOUBLE_EQ(*summary.sd, half * std::sqrt(2000.0 / 1999.0));
}

TEST(Summary, TakesPercentilesFromTheRightPlacesOfManySamples) {
  std::vector<Duration> samples;
  for (std::int64_t place = 0; place <= 1000; ++place) {
    samples.emplace_back(std::chrono::seconds{place * 389 % 1001});  // every whole second from 0 to 1000 once
  }

  const Summary summary = summarize(samples);

  EXPECT_EQ(summary.min, 0);
  EXPECT_EQ(summary.p50, 500);
  EXPECT_EQ(summary.p90, 900);
  EXPECT_EQ(summary.p95, 950);
  EXPECT_EQ(summary.p99, 990);
  EXPECT_EQ(summary.max, 1000);
}

TEST(SummaryDeathTest, RefusesANegativeDuration) {
  EXPECT_DEATH(summarize({1s, -1s}), "nothing takes less than no time");
}

}  // namespace
}  // namespace sim::stats
