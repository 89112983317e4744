#include "sim/report/study/requirement_text.hpp"

#include <gtest/gtest.h>

#include "sim/report/format/metric_text.hpp"

namespace fastfood::report {
namespace {

/// The text of a mean and a requirement, decided after one replication.
std::string shown(const std::string& requirement, std::optional<double> mean) {
  return requirement_text(*experiment::parse_requirement(requirement), {mean, {}, 0.95, mean.has_value() ? 1 : 0});
}

TEST(RequirementText, ShowsTheValueAndTheLimit) {
  EXPECT_EQ(shown("satisfied.fraction >= 1", 0.8), "within target: 80 %, needed >= 100 %");
  EXPECT_EQ(shown("total_time.p95<=90", 120), "total time, p95: 120 s, needed <= 90 s");
  EXPECT_EQ(shown("stations.fryer.wasted == 0", 3), "fryer wasted: 3, needed == 0");
  EXPECT_EQ(shown("satisfied.met == true", 0), "target met: false, needed == true");
  EXPECT_EQ(shown("customers.reneged < 1", 2), "reneged: 2, needed < 1");
  EXPECT_EQ(shown("throughput_per_hour > 99.5", 80.125), "served an hour: 80.12, needed > 99.5");
  EXPECT_EQ(shown("customers.balked != 2", 2), "balked: 2, needed != 2");
}

TEST(RequirementText, NeverRoundsAValueToTheLimitThatItMisses) {
  EXPECT_EQ(shown("satisfied.fraction >= 1", 0.996), "within target: 99.6 %, needed >= 100 %");
  EXPECT_EQ(shown("total_time.mean <= 5", 5.001), "total time, mean: 5.001 s, needed <= 5 s");
  EXPECT_EQ(shown("total_time.mean <= 300", 300.25), "total time, mean: 5.004 min, needed <= 5 min");
  EXPECT_EQ(shown("total_time.mean <= 5", 5), "total time, mean: 5 s, needed <= 5 s");
  EXPECT_EQ(shown("satisfied.fraction >= 0.9", 0.8999), "within target: 89.99 %, needed >= 90 %");
  EXPECT_EQ(shown("customers.reneged <= 1", 1.004), "reneged: 1.004, needed <= 1");
  EXPECT_EQ(shown("money.profit >= 100", 99.999), "profit: 99.999, needed >= 100.00");
}

TEST(RequirementText, NeverRoundsTheLimit) {
  EXPECT_EQ(shown("total_time.mean <= 5.001", 5), "total time, mean: 5 s, needed <= 5.001 s");
  EXPECT_EQ(shown("satisfied.fraction >= 0.95555", 0.5), "within target: 50 %, needed >= 95.555 %");
  EXPECT_EQ(shown("satisfied.fraction >= 0.95555", 0.95555), "within target: 95.555 %, needed >= 95.555 %");
  EXPECT_EQ(shown("total_time.mean <= 5.000000000001", 4), "total time, mean: 4 s, needed <= 5.000000000001 s");
  EXPECT_EQ(shown("satisfied.fraction >= 0.8", 0.5), "within target: 50 %, needed >= 80 %");
  EXPECT_EQ(shown("total_time.mean <= 1.123456789012345", 4), "total time, mean: 4 s, needed <= 1.123456789012345 s");
  EXPECT_EQ(shown("satisfied.fraction >= 0.999999999999999", 0.5), "within target: 50 %, needed >= 99.9999999999999 %");
  EXPECT_EQ(shown("total_time.mean <= 7200.0000000001", 7000), "total time, mean: 7000 s, needed <= 7200.0000000001 s");
}

TEST(RequirementText, ShowsASmallIntervalEvenIfTheMeanIsCloseToTheLimit) {
  const auto requirement = *experiment::parse_requirement("customers.reneged <= 1");

  EXPECT_EQ(requirement_text(requirement, {0.996, 0.001, 0.95, 20}), "reneged: 0.996 ± 0.001, needed <= 1");
}

TEST(RequirementText, WritesAValueEqualToItsLimitInTheSameWay) {
  EXPECT_EQ(shown("satisfied.fraction >= 0.955", 0.955), "within target: 95.5 %, needed >= 95.5 %");
  EXPECT_EQ(shown("satisfied.fraction >= 0.8", 0.8), "within target: 80 %, needed >= 80 %");
  EXPECT_EQ(shown("satisfied.met == true", 1), "target met: true, needed == true");
  EXPECT_EQ(shown("total_time.mean <= 300", 300), "total time, mean: 5 min, needed <= 5 min");
}

TEST(RequirementText, HasTheIntervalOfAnEstimate) {
  const auto requirement = *experiment::parse_requirement("total_time.mean <= 5");

  EXPECT_EQ(requirement_text(requirement, {4.5, 0.25, 0.95, 20}), "total time, mean: 4.5 ± 0.25 s, needed <= 5 s");
  EXPECT_EQ(requirement_text(requirement, {4.5, 0.0, 0.95, 1}), "total time, mean: 4.5 s, needed <= 5 s");
}

TEST(RequirementText, ShowsTheMeanInTheUnitOfTheLimit) {
  const auto requirement = *experiment::parse_requirement("total_time.mean <= 2h");

  EXPECT_EQ(requirement_text(requirement, {5400, 36, 0.95, 20}), "total time, mean: 1.5 ± 0.01 h, needed <= 2 h");
  EXPECT_EQ(requirement_text(requirement, {9, 1e-12, 0.95, 20}), "total time, mean: 0.003 ± 0 h, needed <= 2 h");
  EXPECT_EQ(shown("money.profit >= 5.001", 5.001), "profit: 5.001, needed >= 5.001");
}

TEST(RequirementText, SaysNoneIfThereIsNoValue) {
  EXPECT_EQ(shown("total_time.mean <= 5", {}), "total time, mean: none, needed <= 5 s");
}

}  // namespace
}  // namespace fastfood::report
