#include <gtest/gtest.h>

#include "tests/system/contract.hpp"

/// What the contract promises of `by_period`.
namespace fastfood::model {
namespace {

using stats::summarize;

/// One server who makes coffee in 6 s: from 0 to 6, 8 to 14, 14 to 20 and 25 to 31.
CounterSpec bar_by_periods() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(6s)}}};
  spec.servers = {{.name = "Ana"}};
  spec.orders = one_each({0s, 8s, 9s, 25s});
  spec.target = TargetSpec{6s};
  spec.report_every = 10s;
  return spec;
}

std::vector<PeriodResult> periods_of(const CounterSpec& spec) {
  return run_of(spec).result.by_period.value_or(std::vector<PeriodResult>{});
}

TEST(ContractPeriods, ArePresentOnlyIfAskedFor) {
  CounterSpec spec = bar_by_periods();
  spec.report_every = std::nullopt;

  EXPECT_EQ(run_of(spec).result.by_period, std::nullopt);
}

TEST(ContractPeriods, CoverTheElapsedTime) {
  Seconds from;
  for (const PeriodResult& period : periods_of(bar_by_periods())) {
    from.push_back(seconds(period.from));
  }

  EXPECT_EQ(from, (Seconds{0, 10, 20, 30}));
}

TEST(ContractPeriods, CountArrivals) {
  const std::vector<PeriodResult> periods = periods_of(bar_by_periods());

  EXPECT_EQ(periods.at(0).arrived, 3);
  EXPECT_EQ(periods.at(1).arrived, 0);
  EXPECT_EQ(periods.at(2).arrived, 1);
  EXPECT_EQ(periods.at(3).arrived, 0);
}

TEST(ContractPeriods, SummarizeCustomersByArrivalWheneverServed) {
  const std::vector<PeriodResult> periods = periods_of(bar_by_periods());

  EXPECT_EQ(periods.at(0).wait_time, summarize({0s, 0s, 5s}));
  EXPECT_EQ(periods.at(0).total_time, summarize({6s, 6s, 11s}));
  EXPECT_EQ(periods.at(1).total_time, stats::Summary{});
  EXPECT_EQ(periods.at(2).total_time, summarize({6s}));
}

TEST(ContractPeriods, CountSatisfiedByArrival) {
  const std::vector<PeriodResult> periods = periods_of(bar_by_periods());

  EXPECT_EQ(periods.at(0).satisfied, (Satisfied{6s, 2, 2.0 / 3, 1, false}));
  EXPECT_EQ(periods.at(1).satisfied, (Satisfied{6s, 0, std::nullopt, 1, std::nullopt}));
  EXPECT_EQ(periods.at(2).satisfied, (Satisfied{6s, 1, 1.0, 1, true}));
}

TEST(ContractPeriods, CountServedByDepartureAndExcludeTheirEnd) {
  const std::vector<PeriodResult> periods = periods_of(bar_by_periods());

  EXPECT_EQ(periods.at(0).served, 1);  // at 6
  EXPECT_EQ(periods.at(1).served, 1);  // at 14
  EXPECT_EQ(periods.at(2).served, 1);  // at 20
  EXPECT_EQ(periods.at(3).served, 1);  // at 31
  EXPECT_EQ(periods.at(1).throughput_per_hour, 360.0);
}

TEST(ContractPeriods, CountBalkedAndReneged) {
  CounterSpec spec = bar_by_periods();
  spec.orders = {comes("ana", 5s), comes("bo", 8s, items({0}), {.patience = 2s}),
                 comes("cy", 9s, items({0}), {.balk_at = 1})};

  const std::vector<PeriodResult> periods = periods_of(spec);

  EXPECT_EQ(periods.at(0).balked, 1);
  EXPECT_EQ(periods.at(0).reneged, 0);
  EXPECT_EQ(periods.at(1).balked, 0);
  EXPECT_EQ(periods.at(1).reneged, 1);  // at 10
}

TEST(ContractPeriods, HaveTheUtilizationAndTheMeanLine) {
  const std::vector<PeriodResult> periods = periods_of(bar_by_periods());

  // The server is busy from 0 to 6, 8 to 20 and 25 to 31. The third customer is in line from 9 to 14.
  EXPECT_EQ(periods.at(0).servers_utilization, 0.8);
  EXPECT_EQ(periods.at(1).servers_utilization, 1.0);
  EXPECT_EQ(periods.at(2).servers_utilization, 0.5);
  EXPECT_EQ(periods.at(0).line_mean, 0.1);
  EXPECT_EQ(periods.at(1).line_mean, 0.4);
  EXPECT_EQ(periods.at(2).line_mean, 0.0);
}

TEST(ContractPeriods, CutTheLastOneOffAtTheEndOfTheRun) {
  const PeriodResult last = periods_of(bar_by_periods()).at(3);

  EXPECT_EQ(last.throughput_per_hour, 3600.0);  // one, from 30 to 31
  EXPECT_EQ(last.servers_utilization, 1.0);
  EXPECT_EQ(last.line_mean, 0.0);
}

TEST(ContractPeriods, EndWithOneOfNoLengthIfTheRunEndsAsItStarts) {
  CounterSpec spec = bar_by_periods();
  spec.orders = one_each({14s});
  const std::vector<PeriodResult> periods = periods_of(spec);

  ASSERT_EQ(periods.size(), 3U);
  EXPECT_EQ(periods.at(2).from, at(20s));
  EXPECT_EQ(periods.at(2).served, 1);
  EXPECT_EQ(periods.at(2).throughput_per_hour, std::nullopt);
  EXPECT_EQ(periods.at(2).servers_utilization, std::nullopt);
  EXPECT_EQ(periods.at(2).line_mean, std::nullopt);
}

TEST(ContractPeriods, StartWithTheOneInWhichTheWarmupEnds) {
  CounterSpec spec = bar_by_periods();
  spec.warmup = at(12s);
  const std::vector<PeriodResult> periods = periods_of(spec);

  // The period [10, 20) counts only from 12 on. The third customer is in line up to 14 but arrived before the warm-up
  // ended, so they are not counted as served.
  ASSERT_EQ(periods.size(), 3U);
  EXPECT_EQ(periods.at(0).from, at(10s));
  EXPECT_EQ(periods.at(0).served, 0);
  EXPECT_EQ(periods.at(0).line_mean, 0.25);
  EXPECT_EQ(periods.at(0).throughput_per_hour, 0.0);
  EXPECT_EQ(periods.at(1).arrived, 1);
}

TEST(ContractPeriods, ContinueToUntilIfTheRunStopsThere) {
  CounterSpec spec = bar_by_periods();
  spec.orders = one_each({0s});
  spec.until = at(25s);
  spec.stop = Stop::at_until;
  const std::vector<PeriodResult> periods = periods_of(spec);

  ASSERT_EQ(periods.size(), 3U);
  EXPECT_EQ(periods.at(2).throughput_per_hour, 0.0);
  EXPECT_EQ(periods.at(2).servers_utilization, 0.0);
}

TEST(ContractPeriods, HaveNoUtilizationIfNobodyIsOnDuty) {
  CounterSpec spec = bar_by_periods();
  spec.servers[0].count = over_time({{0s, 1}, {10s, 0}, {20s, 1}});
  spec.orders = one_each({0s, 15s});
  const std::vector<PeriodResult> periods = periods_of(spec);

  EXPECT_EQ(periods.at(1).servers_utilization, std::nullopt);
  EXPECT_EQ(periods.at(1).line_mean, 0.5);
}

}  // namespace
}  // namespace fastfood::model
