#include "sim/report/format/metric_text.hpp"

#include <gtest/gtest.h>

namespace fastfood::report {
namespace {

TEST(MetricText, DerivesTheKindOfAMetricFromItsPath) {
  EXPECT_EQ(kind_of("total_time.mean"), MetricKind::time);
  EXPECT_EQ(kind_of("stations.grill.wait_time.p90"), MetricKind::time);
  EXPECT_EQ(kind_of("/streams/walk.in/wait_time/max"), MetricKind::time);
  EXPECT_EQ(kind_of("reneged_after.sd"), MetricKind::time);
  EXPECT_EQ(kind_of("elapsed"), MetricKind::time);
  EXPECT_EQ(kind_of("satisfied.target"), MetricKind::time);
  EXPECT_EQ(kind_of("satisfied.fraction"), MetricKind::share);
  EXPECT_EQ(kind_of("servers.utilization"), MetricKind::share);
  EXPECT_EQ(kind_of("stations.grill.down"), MetricKind::share);
  EXPECT_EQ(kind_of("money.profit"), MetricKind::money);
  EXPECT_EQ(kind_of("total_time.count"), MetricKind::number);
  EXPECT_EQ(kind_of("servers.line.mean"), MetricKind::number);
  EXPECT_EQ(kind_of("throughput_per_hour"), MetricKind::number);
  EXPECT_EQ(kind_of(""), MetricKind::number);
}

TEST(MetricText, IgnoresStationsNamedLikeAMetric) {
  EXPECT_EQ(kind_of("stations.wait_time.uses"), MetricKind::number);
  EXPECT_EQ(kind_of("stations.down.line.mean"), MetricKind::number);
}

TEST(MetricText, RoundsEachKindOfMetric) {
  EXPECT_EQ(format_metric("total_time.p95", 90), "90 s");
  EXPECT_EQ(format_metric("satisfied.fraction", 0.9999), "99.9 %");
  EXPECT_EQ(format_metric("money.profit", 12.5), "12.50");
  EXPECT_EQ(format_metric("throughput_per_hour", 1200.125), "1200.12");
  EXPECT_EQ(format_metric("money.profit", std::nullopt), "-");
}

TEST(MetricText, NamesAUnitOnceIfMeanAndHalfWidthShareIt) {
  EXPECT_EQ(format_metric("total_time.mean", 5.05, 0.25), "5.05 ± 0.25 s");
  EXPECT_EQ(format_metric("total_time.mean", 12600, 10), "3.5 h ± 10 s");
  EXPECT_EQ(format_metric("total_time.mean", 5, 0.05), "5 ± 0.05 s");
  EXPECT_EQ(format_metric("satisfied.fraction", 0.9, 0.025), "90 ± 2.5 %");
  EXPECT_EQ(format_metric("throughput_per_hour", 120, 5), "120 ± 5");
}

TEST(MetricText, NeverRoundsAnIntervalToZero) {
  EXPECT_EQ(format_metric("throughput_per_hour", 120.125, 0.0041), "120.125 ± 0.004");
  EXPECT_EQ(format_metric("servers.line.mean", 0.0123, 0.00012), "0.0123 ± 0.0001");
  EXPECT_EQ(format_metric("money.profit", 12.5, 0.004), "12.500 ± 0.004");
  EXPECT_EQ(format_metric("satisfied.fraction", 0.99, 0.0004), "99.00 ± 0.04 %");
  EXPECT_EQ(format_metric("throughput_per_hour", 120, 0), "120 ± 0");
  EXPECT_EQ(format_metric("throughput_per_hour", 1e6 / 3, 1e-10), "333333.33 ± 0");  // a half-width from rounding
}

TEST(MetricText, HasNoMinusBeforeAMeanRoundedToZero) {
  EXPECT_EQ(format_metric("money.profit", -0.0001, 0.004), "0.000 ± 0.004");
  EXPECT_EQ(format_metric("throughput_per_hour", -0.0004, 0.004), "0.000 ± 0.004");
  EXPECT_EQ(format_metric("throughput_per_hour", -0.0006, 0.004), "-0.001 ± 0.004");
  EXPECT_EQ(format_difference("satisfied.fraction", -0.00001, 0.0004), "0.00 ± 0.04 points");
}

TEST(MetricText, ShowsADifferenceOfSharesInPoints) {
  EXPECT_EQ(format_difference("satisfied.fraction", -0.125, 0.05), "-12.5 ± 5 points");
  EXPECT_EQ(format_difference("satisfied.fraction", 0.125, std::nullopt), "12.5 points");
  EXPECT_EQ(format_difference("satisfied.fraction", std::nullopt, std::nullopt), "-");
  EXPECT_EQ(format_difference("total_time.mean", -12, 3), "-12 ± 3 s");
}

TEST(MetricText, HasNoHalfWidthForTooFewValues) {
  EXPECT_EQ(format_metric("total_time.mean", 7, std::nullopt), "7 s");
  EXPECT_EQ(format_metric("total_time.mean", std::nullopt, 0.25), "-");
}

}  // namespace
}  // namespace fastfood::report
