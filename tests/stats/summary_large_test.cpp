#include "sim/stats/summary.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>

#include "sim/stats/samples.hpp"
#include "sim/stats/sketch.hpp"

// The maximum number of kept samples, and one more.

namespace fastfood::stats {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t ten_million = 10'000'000;

/// Every whole microsecond from 0 to 9.999999 s once, in no order.
Samples ten_million_samples() {
  Samples samples;
  for (std::int64_t i = 0; i != ten_million; ++i) {
    samples.add(i * 7'654'321 % ten_million * 1us);
  }
  return samples;
}

/// The deviation of 0 to `count` - 1 microseconds.
double deviation_of_numbers(double count) { return std::sqrt(count * (count + 1) / 12) / 1e6; }

TEST(Summary, OfTenMillionSamplesIsExact) {
  const Summary summary = summarize(ten_million_samples());

  EXPECT_EQ(summary.count, ten_million);
  EXPECT_EQ(summary.mean, 4.9999995);
  EXPECT_DOUBLE_EQ(*summary.sd, deviation_of_numbers(1e7));
  EXPECT_EQ(summary.min, 0);
  EXPECT_EQ(summary.p50, 4.9999995);
  EXPECT_EQ(summary.p90, 8.9999991);
  EXPECT_EQ(summary.p95, 9.49999905);
  EXPECT_EQ(summary.p99, 9.89999901);
  EXPECT_EQ(summary.max, 9.999999);
  EXPECT_EQ(summary.relative_error, std::nullopt);
}

void expect_rough_summary_of_one_more(const Summary& summary) {
  EXPECT_EQ(summary.count, ten_million + 1);
  EXPECT_EQ(summary.mean, 5);
  EXPECT_DOUBLE_EQ(*summary.sd, deviation_of_numbers(1e7 + 1));
  EXPECT_EQ(summary.min, 0);
  EXPECT_NEAR(*summary.p50, 5, 5 * Sketch::relative_error);
  EXPECT_NEAR(*summary.p90, 9, 9 * Sketch::relative_error);
  EXPECT_NEAR(*summary.p95, 9.5, 9.5 * Sketch::relative_error);
  EXPECT_NEAR(*summary.p99, 9.9, 9.9 * Sketch::relative_error);
  EXPECT_EQ(summary.max, 10);
  EXPECT_EQ(summary.relative_error, Sketch::relative_error);
}

TEST(Summary, OfTenMillionAndOneSamplesIsApproximate) {
  Samples samples = ten_million_samples();
  samples.add(10s);

  expect_rough_summary_of_one_more(summarize(samples));
}

TEST(Summary, OfTenMillionAndOneSamplesInTwoPartsIsApproximate) {
  const Samples first_ten_million = ten_million_samples();
  Samples one;
  one.add(10s);

  expect_rough_summary_of_one_more(summarize(std::array{&first_ten_million, static_cast<const Samples*>(&one)}));
}

}  // namespace
}  // namespace fastfood::stats
