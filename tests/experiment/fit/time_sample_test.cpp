#include "sim/experiment/fit/time_sample.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace fastfood::experiment::time_sample_test {
namespace {

using namespace std::chrono_literals;

TEST(TimeSample, HasMomentsTiesAndTheResolution) {
  const SampleSummary summary = summarize_sample({4s, 0s, 4s, 10s, 2s});

  EXPECT_EQ(summary.count, 5U);
  EXPECT_EQ(summary.zeros, 1U);
  EXPECT_EQ(summary.distinct, 4U);
  EXPECT_EQ(summary.mean, 4);
  EXPECT_DOUBLE_EQ(summary.sd * summary.sd, 14);  // (0 + 16 + 0 + 36 + 4) / 4
  EXPECT_EQ(summary.median, Duration{4s});
  EXPECT_EQ(summary.next_longest, Duration{4s});
  EXPECT_EQ(summary.resolution, Duration{2s});
  EXPECT_EQ(summary.most_frequent, (RepeatedTime{4s, 2}));
  EXPECT_EQ(summary.next_frequent.count, 1U);
}

std::vector<Duration> one_to(int last, Duration repeated, std::size_t times) {
  std::vector<Duration> all(times, repeated);
  for (int i = 1; i <= last; ++i) {
    all.push_back(std::chrono::seconds(i));
  }
  return all;
}

TEST(TimeSample, IsSuspiciousIfOneValueComesMuchMoreOftenThanAllOthers) {
  EXPECT_TRUE(has_suspicious_value(summarize_sample(one_to(50, 60s, 5))));
  EXPECT_FALSE(has_suspicious_value(summarize_sample(one_to(50, 60s, 4))));    // too few to tell
  EXPECT_FALSE(has_suspicious_value(summarize_sample(one_to(200, 999s, 5))));  // less than a twentieth
}

TEST(TimeSample, IsNotSuspiciousIfRoundingMakesManyValuesEqual) {
  std::vector<Duration> times(20, 1min);
  times.resize(35, 2min);

  EXPECT_FALSE(has_suspicious_value(summarize_sample(times)));
  EXPECT_TRUE(is_visibly_rounded(summarize_sample(times)));
  EXPECT_FALSE(is_visibly_rounded(summarize_sample(one_to(50, 999s, 1))));
}

}  // namespace
}  // namespace fastfood::experiment::time_sample_test
