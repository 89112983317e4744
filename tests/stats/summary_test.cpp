#include "sim/stats/summary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <vector>

#include "sim/stats/samples.hpp"
#include "sim/stats/sketch.hpp"
#include "tests/stats/sample_sets.hpp"

namespace fastfood::stats {
namespace {

using namespace std::chrono_literals;

/// The total times of ten customers who arrive two a second: the standard example of the project.
const std::vector<Duration> two_a_second = {4s, 3500ms, 3s, 4500ms, 4500ms, 5500ms, 6s, 6s, 6s, 7500ms};

TEST(Summary, OfNoSamplesHasOnlyACount) { EXPECT_EQ(summarize({}), Summary{}); }

TEST(Summary, OfOneSampleHasNoDeviation) {
  const Summary summary = summarize({2500ms});

  EXPECT_EQ(summary, (Summary{1, 2.5, std::nullopt, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5}));
}

TEST(Summary, OfTheStandardExampleHasTheValuesComputedByHand) {
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

TEST(Summary, DividesTheSumOfSquaresByCountMinusOne) {
  EXPECT_EQ(summarize({1s, 3s}).sd, std::sqrt(2.0));
  EXPECT_EQ(summarize({1s, 2s, 3s}).sd, 1);
  EXPECT_EQ(summarize({4s, 4s, 4s}).sd, 0);
}

TEST(Summary, DoesNotDependOnTheOrderOfTheSamples) {
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

TEST(Summary, TakesPercentilesAtTheRightRanksOfManySamples) {
  std::vector<Duration> samples;
  for (std::int64_t i = 0; i <= 1000; ++i) {
    samples.emplace_back(std::chrono::seconds{i * 389 % 1001});  // every whole second from 0 to 1000 once
  }

  const Summary summary = summarize(samples);

  EXPECT_EQ(summary.min, 0);
  EXPECT_EQ(summary.p50, 500);
  EXPECT_EQ(summary.p90, 900);
  EXPECT_EQ(summary.p95, 950);
  EXPECT_EQ(summary.p99, 990);
  EXPECT_EQ(summary.max, 1000);
}

TEST(Summary, HasThePercentilesOfTheSortedSamples) {
  for (SampleSet& set : sample_sets(100'000)) {
    SCOPED_TRACE(set.name);

    const Summary summary = summarize(set.samples);

    std::ranges::sort(set.samples);
    const auto percentile = [&set](std::size_t percent) {
      const std::size_t rank = (set.samples.size() - 1) * percent;
      const auto below = static_cast<long double>(set.samples[rank / 100].count());
      const auto above =
          static_cast<long double>(set.samples[std::min(rank / 100 + 1, set.samples.size() - 1)].count());
      const auto part = static_cast<long double>(rank % 100);
      return static_cast<double>((below * (100 - part) + above * part) / 100'000'000'000);
    };
    EXPECT_DOUBLE_EQ(*summary.min, percentile(0));
    EXPECT_DOUBLE_EQ(*summary.p50, percentile(50));
    EXPECT_DOUBLE_EQ(*summary.p90, percentile(90));
    EXPECT_DOUBLE_EQ(*summary.p95, percentile(95));
    EXPECT_DOUBLE_EQ(*summary.p99, percentile(99));
    EXPECT_DOUBLE_EQ(*summary.max, percentile(100));
  }
}

Samples collected(std::span<const Duration> durations, std::int64_t max_exact) {
  Samples samples(max_exact);
  for (const Duration duration : durations) {
    samples.add(duration);
  }
  return samples;
}

/// Returns the summary of `durations` spread over seven collections, some of them empty.
Summary summary_of_parts(const std::vector<Duration>& durations, unsigned seed, std::int64_t max_exact) {
  std::mt19937 bits(seed);
  std::vector<Samples> parts;
  for (int part = 0; part != 7; ++part) {
    parts.emplace_back(max_exact);
  }
  for (const Duration duration : durations) {
    parts[bits() % 3 * 2].add(duration);
  }
  std::vector<const Samples*> read;
  for (const Samples& part : parts) {
    read.push_back(&part);
  }
  return summarize(read);
}

TEST(Summary, OfSeveralPartsIsThatOfAllTheirSamples) {
  for (const std::size_t count : {std::size_t{4}, std::size_t{1000}, std::size_t{100'000}}) {
    for (const SampleSet& set : sample_sets(count)) {
      const Summary whole = summarize(collected(set.samples, 1'000'000));

      EXPECT_EQ(summary_of_parts(set.samples, 1, 1'000'000), whole) << count << ' ' << set.name;
      EXPECT_EQ(whole.relative_error, std::nullopt);
    }
  }
}

TEST(Summary, OfSeveralPartsThatAreTooLargeIsThatOfTheirSketch) {
  for (const SampleSet& set : sample_sets(1000)) {
    SCOPED_TRACE(set.name);
    const Summary whole = summarize(collected(set.samples, 200));

    EXPECT_EQ(summary_of_parts(set.samples, 1, 200), whole);  // of sketches
    EXPECT_EQ(summary_of_parts(set.samples, 2, 999), whole);  // of parts that are all exact
    EXPECT_EQ(whole.relative_error, Sketch::relative_error);
  }
}

TEST(Summary, OfNoPartsOrEmptyOnesHasOnlyACount) {
  const Samples none;

  EXPECT_EQ(summarize(std::span<const Samples* const>{}), Summary{});
  EXPECT_EQ(summarize(std::array{&none, &none}), Summary{});
}

TEST(Summary, IsExactUpToTheMaximumAndStatesTheErrorBeyond) {
  std::vector<Duration> samples(100, 2s);
  EXPECT_EQ(summarize(collected(samples, 100)).relative_error, std::nullopt);

  samples.push_back(3s);
  EXPECT_EQ(summarize(collected(samples, 100)).relative_error, Sketch::relative_error);
}

TEST(Summary, IsApproximateAsSoonAsOnePartIs) {
  const Samples sketched = collected(two_a_second, 9);
  Samples exact;
  exact.add(1s);

  EXPECT_EQ(summarize(std::array<const Samples*, 2>{&exact, &sketched}).relative_error, Sketch::relative_error);

  exact.merge(sketched);
  EXPECT_EQ(summarize(exact).relative_error, Sketch::relative_error);
}

TEST(Summary, IsExactBeyondTheMaximumExceptForInnerPercentiles) {
  for (const SampleSet& set : sample_sets(3000)) {
    SCOPED_TRACE(set.name);
    const Summary exact = summarize(collected(set.samples, 3000));

    const Summary rough = summarize(collected(set.samples, 10));

    EXPECT_EQ(rough.count, exact.count);
    EXPECT_EQ(rough.mean, exact.mean);
    EXPECT_EQ(rough.sd, exact.sd);
    EXPECT_EQ(rough.min, exact.min);
    EXPECT_EQ(rough.max, exact.max);
    for (const auto percentile : {&Summary::p50, &Summary::p90, &Summary::p95, &Summary::p99}) {
      EXPECT_NEAR(*(rough.*percentile), *(exact.*percentile), *(exact.*percentile) * Sketch::relative_error);
    }
  }
}

TEST(SummaryDeathTest, RejectsANegativeDuration) {
  EXPECT_DEATH(summarize({1s, -1s}), "nothing takes less than no time");
}

}  // namespace
}  // namespace fastfood::stats
