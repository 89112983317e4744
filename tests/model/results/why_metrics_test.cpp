#include "sim/model/results/why_metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/model/results/summarize.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model::why_metrics_test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;

/// A burger takes 4 s at the only grill. The second customer waits for it for 4 s, and is late.
CounterSpec two_at_a_grill() {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = one_each({0s, 0s});
  spec.target = TargetSpec{5s, 1};
  return spec;
}

std::optional<double> value_of(const CounterSpec& spec, const MetricPath& path) {
  return metric(summarize(spec, collect_statistics(spec, {.why = true}).value()), path);
}

TEST(WhyMetric, IsThePartOfAPlace) {
  const CounterSpec spec = two_at_a_grill();

  EXPECT_EQ(value_of(spec, {"why", "grill", "wait", "mean"}), 2);  // 0 and 4 s
  EXPECT_EQ(value_of(spec, {"why", "grill", "work", "mean"}), 4);
  EXPECT_EQ(value_of(spec, {"why", "grill", "mean"}), 6);
  EXPECT_EQ(value_of(spec, {"why", "preparing", "mean"}), 6);
  EXPECT_EQ(value_of(spec, {"why", "grill", "busy", "late"}), 4);
  EXPECT_EQ(value_of(spec, {"why", "grill", "work", "share"}), 4.0 / 6);
}

TEST(WhyMetric, IsZeroOfWhatNeverHappens) {
  const CounterSpec spec = two_at_a_grill();

  EXPECT_EQ(value_of(spec, {"why", "line", "mean"}), 0);
  EXPECT_EQ(value_of(spec, {"why", "grill", "repair", "mean"}), 0);
  EXPECT_EQ(value_of(spec, {"why", "by_hand", "work", "mean"}), 0);
}

TEST(WhyMetric, IsNullIfNobodyIsLateOrServedOrAskedWhy) {
  CounterSpec in_time = two_at_a_grill();
  in_time.target = TargetSpec{8s, 1};
  CounterSpec nobody = two_at_a_grill();
  nobody.orders.clear();

  EXPECT_EQ(value_of(in_time, {"why", "grill", "wait", "late"}), std::nullopt);
  EXPECT_EQ(value_of(nobody, {"why", "grill", "wait", "mean"}), std::nullopt);
  EXPECT_EQ(metric(run_of(two_at_a_grill()).result, {"why", "grill", "wait", "mean"}), std::nullopt);
}

TEST(WhyMetric, OfAPhaseComesBeforeAStationOfThatName) {
  CounterSpec spec = two_at_a_grill();
  spec.stations[0].name = "line";

  EXPECT_EQ(value_of(spec, {"why", "line", "mean"}), 0);
  EXPECT_EQ(value_of(spec, {"why", "preparing", "mean"}), 6);
}

TEST(WhyMetric, IsATimeOrAShare) {
  EXPECT_EQ(metric_kind({"why", "grill", "wait", "mean"}), MetricKind::time);
  EXPECT_EQ(metric_kind({"why", "line", "late"}), MetricKind::time);
  EXPECT_EQ(metric_kind({"why", "line", "share"}), MetricKind::share);
  EXPECT_EQ(metric_kind({"why", "line"}), MetricKind::number);
}

TEST(MissingWhyMetric, NamesWhatCanFollow) {
  const CounterSpec spec = two_at_a_grill();

  EXPECT_EQ(missing_metric(spec, {"why", "grill", "wait", "mean"}), std::nullopt);
  EXPECT_EQ(missing_metric(spec, {"why", "handing_over", "late"}), std::nullopt);
  EXPECT_THAT(missing_metric(spec, {"why", "gril", "mean"})->known, ElementsAre("why"));
  EXPECT_THAT(missing_metric(spec, {"why", "gril", "mean"})->instead,
              ElementsAre("line", "ordering", "preparing", "ready", "handing_over", "grill", "by_hand"));
  EXPECT_THAT(missing_metric(spec, {"why", "grill", "bussy", "mean"})->known, ElementsAre("why", "grill"));
  EXPECT_THAT(missing_metric(spec, {"why", "grill"})->instead, IsSupersetOf({"mean", "wait", "busy"}));
  EXPECT_THAT(missing_metric(spec, {"why", "grill", "busy", "p95"})->instead, ElementsAre("mean", "share", "late"));
  EXPECT_THAT(missing_metric(spec, {"why", "grill", "mean", "p95"})->instead, ElementsAre());
}

TEST(MissingWhyMetric, IsACauseThatThePlaceCannotHave) {
  const CounterSpec spec = two_at_a_grill();

  EXPECT_THAT(missing_metric(spec, {"why", "line", "cooking", "mean"})->instead,
              ElementsAre("mean", "share", "late", "wait", "off_duty", "overtaken", "ordering", "handing_over",
                          "working", "preparing", "no_place"));
  EXPECT_THAT(missing_metric(spec, {"why", "ordering", "wait", "mean"})->instead,
              ElementsAre("mean", "share", "late", "work"));
}

TEST(MissingWhyMetric, IsNotThatOfLateCustomersIfOnlyAnOrderHasATarget) {
  CounterSpec spec = two_at_a_grill();
  spec.target = std::nullopt;
  spec.orders.push_back({.customer = "Bo", .who = {.target = TargetSpec{5s}}});

  EXPECT_EQ(missing_metric(spec, {"why", "grill", "late"}), std::nullopt);
}

TEST(MissingWhyMetric, IsThatOfLateCustomersWithoutATarget) {
  CounterSpec spec = two_at_a_grill();
  spec.target = std::nullopt;

  EXPECT_THAT(missing_metric(spec, {"why", "grill", "late"})->instead, Contains("mean"));
  EXPECT_THAT(missing_metric(spec, {"why", "grill", "late"})->instead, Not(Contains("late")));
}

}  // namespace
}  // namespace fastfood::model::why_metrics_test
