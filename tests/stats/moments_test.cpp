#include "sim/stats/moments.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <vector>

#include "tests/stats/sample_sets.hpp"

namespace fastfood::stats {
namespace {

using namespace std::chrono_literals;

Moments moments_of(const std::vector<Duration>& samples) {
  Moments moments;
  for (const Duration sample : samples) {
    moments.add(sample);
  }
  return moments;
}

TEST(Moments, OfNoSamplesHaveNeitherMeanNorDeviation) {
  EXPECT_EQ(Moments().count(), 0);
  EXPECT_EQ(Moments().mean(), std::nullopt);
  EXPECT_EQ(Moments().deviation(), std::nullopt);
}

TEST(Moments, OfOneSampleHaveNoDeviation) {
  EXPECT_EQ(moments_of({2500ms}).mean(), 2.5);
  EXPECT_EQ(moments_of({2500ms}).deviation(), std::nullopt);
}

TEST(Moments, KeepNanosecondsOnTopOfABillionSeconds) {
  const Duration billion = 1'000'000'000s;
  std::vector<Duration> samples;
  for (const Duration beyond : {2ns, 4ns, 4ns, 4ns, 5ns, 5ns, 7ns, 9ns}) {  // mean 5, sum of squares around it 32
    samples.push_back(billion + beyond);
  }

  const Moments moments = moments_of(samples);

  EXPECT_EQ(moments.mean(), 1e9);  // 1e9 + 5e-9, for a double
  EXPECT_DOUBLE_EQ(*moments.deviation(), 1e-9 * std::sqrt(32.0 / 7.0));
}

TEST(Moments, KeepOneOutlierAmongAMillion) {
  // One sample that is off by d gives a standard deviation of d / sqrt(n).
  for (const Duration outlier : {Duration{1ns}, latest_instant.time_since_epoch()}) {
    std::vector<Duration> samples(1'000'000, Duration::zero());
    samples.back() = outlier;

    EXPECT_DOUBLE_EQ(*moments_of(samples).deviation(), in_seconds(outlier) / 1000);
  }
}

TEST(Moments, HoldTheLongestDurations) {
  const std::vector<Duration> samples(1000, Duration::max());

  EXPECT_EQ(moments_of(samples).mean(), 0x1p63 / 1e9);
  EXPECT_EQ(moments_of(samples).deviation(), 0);
}

TEST(Moments, AgreeWithATwoPassComputation) {
  for (const SampleSet& set : sample_sets(1000)) {
    SCOPED_TRACE(set.name);
    const Duration base = set.samples.front();  // a long double holds these differences of whole numbers exactly
    long double sum = 0;
    for (const Duration sample : set.samples) {
      sum += static_cast<long double>((sample - base).count());
    }
    const long double mean = sum / static_cast<long double>(set.samples.size());
    long double squares = 0;
    for (const Duration sample : set.samples) {
      const long double off = static_cast<long double>((sample - base).count()) - mean;
      squares += off * off;
    }

    const Moments moments = moments_of(set.samples);

    const auto freedom = static_cast<long double>(set.samples.size() - 1);
    EXPECT_DOUBLE_EQ(*moments.mean(),
                     static_cast<double>((static_cast<long double>(base.count()) + mean) / 1'000'000'000));
    EXPECT_DOUBLE_EQ(*moments.deviation(), static_cast<double>(std::sqrt(squares / freedom) / 1'000'000'000));
  }
}

TEST(Moments, DoNotDependOnTheOrderOrTheParts) {
  for (const SampleSet& set : sample_sets(1000)) {
    SCOPED_TRACE(set.name);
    Moments backwards = moments_of({set.samples.rbegin(), set.samples.rbegin() + 700});

    backwards.merge(Moments());
    backwards.merge(moments_of({set.samples.rbegin() + 700, set.samples.rend()}));

    const Moments whole = moments_of(set.samples);
    EXPECT_EQ(backwards.count(), whole.count());
    EXPECT_EQ(backwards.mean(), whole.mean());
    EXPECT_EQ(backwards.deviation(), whole.deviation());
  }
}

}  // namespace
}  // namespace fastfood::stats
