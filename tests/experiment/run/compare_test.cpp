#include "sim/experiment/run/compare.hpp"

#include <gtest/gtest.h>

#include "tests/experiment/sample_scenarios.hpp"

namespace fastfood::experiment {
namespace {

/// The tutorial's customer, served in this mode.
Alternative tutorial(const std::string& mode) {
  return {mode, {}, counter_of(template_of(R"({
    "menu": {"soda": {"time": 1}, "burger": {"time": 3}, "fries": {"time": 4}},
    "servers": {"mode": ")" + mode + R"("},
    "orders": [{"items": ["soda", "burger", "fries"]}]
  })"))};
}

Alternative with_servers(const std::string& count) {
  return {count,
          {{"servers.count", count}},
          single_server().with({scenario::make_override("servers.count", count)}).value().spec};
}

ComparisonOptions options_of(std::int64_t replications, int jobs = 1) {
  return {.metric = "total_time.mean",
          .metrics = {"total_time.mean", "customers.served"},
          .replications = replications,
          .jobs = jobs};
}

TEST(Compare, FindsThatTheTutorialsCustomerWaitsFourSecondsLess) {
  const Comparison comparison = compare({tutorial("sequential"), tutorial("async")}, options_of(10)).value();

  EXPECT_EQ(comparison.baseline, "sequential");
  ASSERT_EQ(comparison.differences.size(), 1U);
  EXPECT_EQ(comparison.differences[0].metrics[0],
            (MetricDifference{8, 4, -4, 0, std::nullopt, 1, Verdict::lower}));  // one run is enough
  EXPECT_EQ(comparison.differences[0].metrics[1].verdict, Verdict::not_distinguishable);
}

TEST(Compare, DistinguishesCountersWithTheSameCustomers) {
  const Comparison comparison = compare({with_servers("1"), with_servers("2")}, options_of(20)).value();

  const MetricDifference& total = comparison.differences[0].metrics[0];
  EXPECT_EQ(total.verdict, Verdict::lower);
  EXPECT_EQ(total.n, 20);
  EXPECT_GT(*total.correlation, 0.5);  // the arrivals are the same
  EXPECT_EQ(comparison.differences[0].change.at(0).first, "servers.count");
}

/// Customers every 20 s order the first item of a menu.
Alternative with_menu(const std::string& menu, const std::string& every = "20") {
  return {menu, {}, counter_of(template_of(R"({"menu": )" + menu + R"(, "arrivals": [{"every": )" + every + R"(,
    "count": 3, "items": ["burger"]}]})"))};
}

TEST(Compare, TellsWhetherTheCustomersAreTheSame) {
  const Alternative today = with_menu(R"({"burger": {"time": 10}})");
  const auto same_as_today = [&](const Alternative& plan) {
    return compare({today, plan}, options_of(1)).value().has_same_customers;
  };

  EXPECT_TRUE(same_as_today(with_menu(R"({"burger": {"time": 5}, "fries": {"time": 1}})")));
  EXPECT_FALSE(same_as_today(with_menu(R"({"burger": {"time": 10}})", "21")));
  // The first item of the menu is another one.
  EXPECT_FALSE(same_as_today(with_menu(R"({"fries": {"time": 10}, "burger": {"time": 10}})")));
}

TEST(Compare, FindsNoDifferenceBetweenEqualCounters) {
  const Comparison comparison = compare({with_servers("2"), with_servers("2")}, options_of(10)).value();

  const MetricDifference& total = comparison.differences[0].metrics[0];
  EXPECT_EQ(total.difference, 0);
  EXPECT_EQ(total.half_width, 0);
  EXPECT_EQ(total.verdict, Verdict::not_distinguishable);
  EXPECT_DOUBLE_EQ(*total.correlation, 1);
}

TEST(Compare, HasPartsThatAddUpToTheMeanTotalTimeOfEach) {
  const std::vector<Alternative> two{with_servers("1"), with_servers("2")};
  ComparisonOptions options = options_of(10);
  options.parts = time_parts(two);

  const Difference difference = compare(two, options).value().differences.at(0);

  double baseline = 0;
  double value = 0;
  for (const PartMeans& part : difference.parts) {
    baseline += part.baseline.value();
    value += part.value.value();
  }
  EXPECT_NEAR(baseline, difference.metrics.at(0).baseline.value(), 1e-9 * baseline);  // as doubles are rounded
  EXPECT_NEAR(value, difference.metrics.at(0).value.value(), 1e-9 * value);
}

TEST(Compare, UsesTheSeedOfTheFirstForAll) {
  Alternative other = with_servers("2");
  other.spec.seed = 99;

  const Comparison comparison = compare({with_servers("2"), other}, options_of(10)).value();

  EXPECT_EQ(comparison.differences[0].metrics[0].difference, 0);
}

TEST(Compare, GivesTheSameResultForAnyNumberOfThreads) {
  const std::vector<Alternative> three{with_servers("1"), with_servers("2"), with_servers("3")};

  const Comparison alone = compare(three, options_of(12)).value();

  EXPECT_EQ(compare(three, options_of(12, 2)).value(), alone);
  EXPECT_EQ(compare(three, options_of(12, 7)).value(), alone);
}

TEST(Compare, HasIntervalsThatHoldJointly) {
  ComparisonOptions of_one = options_of(12);
  of_one.metrics = {"total_time.mean"};
  const std::vector<Alternative> three{with_servers("1"), with_servers("2"), with_servers("3")};

  const Comparison single = compare({three[0], three[1]}, of_one).value();
  const Comparison several = compare(three, options_of(12)).value();

  const MetricDifference& alone = single.differences[0].metrics[0];
  const MetricDifference& of_several = several.differences[0].metrics[0];
  EXPECT_EQ(of_several.difference, alone.difference);
  // The error of 0.05 is halved three times, between two metrics, two alternatives and two sides: t(0.99375, 11) =
  // 2.981 instead of t(0.975, 11) = 2.201.
  EXPECT_NEAR(*of_several.half_width / *alone.half_width, 2.981 / 2.201, 0.001);
}

TEST(Compare, ReportsTheShareOfCustomersServed) {
  const auto impatient = [](int servers) {
    return Alternative{std::to_string(servers),
                       {},
                       counter_of(template_of(R"({
        "menu": {"burger": {"time": 10}}, "servers": {"count": )" +
                                              std::to_string(servers) + R"(},
        "orders": [{"items": ["burger"]}, {"items": ["burger"], "patience": 5}]})"))};
  };
  ComparisonOptions options = options_of(10);
  options.metric_if_some_leave = "customers.served";

  const Comparison comparison = compare({impatient(1), impatient(2)}, options).value();

  EXPECT_EQ(comparison.served, 0.5);
  EXPECT_EQ(comparison.differences[0].served, 1.0);
  EXPECT_EQ(comparison.metric, "customers.served");
  EXPECT_EQ(comparison.metrics, options.metrics);
}

TEST(Compare, KeepsItsMetricIfNobodyLeaves) {
  ComparisonOptions options = options_of(10);
  options.metric_if_some_leave = "customers.served";

  const Comparison comparison = compare({tutorial("sequential"), tutorial("async")}, options).value();

  EXPECT_EQ(comparison.metric, "total_time.mean");
  EXPECT_EQ(comparison.served, 1.0);
}

TEST(Compare, NamesTheCounterThatFailed) {
  const scenario::Template stuck = template_of(R"({
    "menu": {"fries": {"station": "fryer", "time": 1}},
    "stations": {"fryer": {"capacity": [{"from": 0, "value": 0}, {"from": 1, "value": 0}]}},
    "orders": [{"customer": "Ana", "items": ["fries"]}]
  })");

  const auto comparison = compare({with_servers("1"), {"closed", {}, counter_of(stuck)}}, options_of(3, 2));

  ASSERT_FALSE(comparison.has_value());
  EXPECT_TRUE(comparison.error().starts_with("closed: ")) << comparison.error();
}

}  // namespace
}  // namespace fastfood::experiment
