#include "sim/model/results/periods.hpp"

#include <gtest/gtest.h>

#include "tests/model/spec_of.hpp"

namespace fastfood::model::periods_test {
namespace {

using stats::summarize;

/// Ana makes a coffee in 2 s. The result has periods of 5 s.
CounterSpec coffee_by_ana() {
  CounterSpec spec;
  spec.menu = {{"coffee", {free_step(2s)}, std::nullopt}};
  spec.servers = {{"Ana"}};
  spec.report_every = 5s;
  return spec;
}

std::vector<PeriodResult> periods_of(const CounterSpec& spec) {
  return run_of(spec).result.by_period.value_or(std::vector<PeriodResult>{});
}

TEST(Periods, AreAbsentUnlessAskedFor) {
  CounterSpec spec = coffee_by_ana();
  spec.report_every.reset();

  EXPECT_EQ(run_of(spec).result.by_period, std::nullopt);
}

TEST(Periods, AreAMillionAtMost) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({5s * 1'000'000 - 2s});

  EXPECT_EQ(failure_of(spec), "report_every gives more than 1000000 periods; make them longer");
  spec.orders = one_each({5s * 1'000'000 - 3s});
  EXPECT_EQ(periods_of(spec).size(), 1'000'000U);
}

TEST(Periods, CountArrivalsAndDeparturesInEach) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({0s, 0s, 0s, 11s});
  spec.target = TargetSpec{4s, 0.5};

  const std::vector<PeriodResult> result = periods_of(spec);

  // Served at 2, 4, 6 and 13. The second customer was in line for 2 s, the third for 4 s.
  ASSERT_EQ(result.size(), 3U);
  EXPECT_EQ(result[0], (PeriodResult{at(0s), 3, 2, 0, 0, 1440, summarize({0s, 2s, 4s}), summarize({2s, 4s, 6s}),
                                     Satisfied{4s, 2, 2.0 / 3, 0.5, true}, 1, 1.2}));
  EXPECT_EQ(result[1],
            (PeriodResult{at(5s), 0, 1, 0, 0, 720, {}, {}, Satisfied{4s, 0, std::nullopt, 0.5, std::nullopt}, 0.2, 0}));
  EXPECT_EQ(result[2], (PeriodResult{at(10s), 1, 1, 0, 0, 1200, summarize({0s}), summarize({2s}),
                                     Satisfied{4s, 1, 1, 0.5, true}, 2.0 / 3, 0}));
}

TEST(Periods, CountOnlyCustomersWithATarget) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({0s, 0s, 0s, 11s});
  spec.orders[1].who.target = TargetSpec{4s};
  spec.orders[2].who.target = TargetSpec{5s};

  const std::vector<PeriodResult> result = periods_of(spec);

  // Served at 2, 4, 6 and 13: the second in 4 s, the third in 6 s.
  ASSERT_EQ(result.size(), 3U);
  EXPECT_EQ(result[0].satisfied, (Satisfied{std::nullopt, 1, 0.5, std::nullopt, std::nullopt}));
  EXPECT_EQ(result[2].satisfied, Satisfied{});
}

TEST(Periods, CountLostCustomersWhenTheyLeave) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({4s, 4s, 4s});
  spec.orders[1].who.patience = 1s;
  spec.orders[2].who.balk_at = 1;

  const std::vector<PeriodResult> result = periods_of(spec);

  ASSERT_EQ(result.size(), 2U);
  EXPECT_EQ(result[0].arrived, 3);
  EXPECT_EQ(result[0].balked, 1);
  EXPECT_EQ(result[0].reneged, 0);
  EXPECT_EQ(result[0].wait_time, summarize({0s}));
  EXPECT_EQ(result[1].arrived, 0);
  EXPECT_EQ(result[1].balked, 0);
  EXPECT_EQ(result[1].reneged, 1);  // at 5, which is not in the first period any more
}

TEST(Periods, StartWithTheOneInWhichTheWarmUpEnds) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({0s, 6s, 7s, 9s});
  spec.warmup = at(7s);

  const std::vector<PeriodResult> result = periods_of(spec);

  // Served at 2, 8, 10 and 12. Two customers left between 7 and 10, one of whom arrived before the warm-up ended. Ana
  // is busy from 6 to 12. One customer is in line from 7 to 8 and one from 9 to 10.
  ASSERT_EQ(result.size(), 2U);
  EXPECT_EQ(result[0],
            (PeriodResult{at(5s), 2, 0, 0, 0, 0, summarize({1s, 1s}), summarize({3s, 3s}), std::nullopt, 1, 2.0 / 3}));
  EXPECT_EQ(result[1], (PeriodResult{at(10s), 0, 2, 0, 0, 3600, {}, {}, std::nullopt, 1, 0}));
}

TEST(Periods, AreOneMoreIfARunEndsOnTheirBoundary) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({3s});

  const std::vector<PeriodResult> result = periods_of(spec);

  ASSERT_EQ(result.size(), 2U);
  EXPECT_EQ(result[0].served, 0);
  EXPECT_EQ(result[0].total_time, summarize({2s}));
  EXPECT_EQ(result[0].servers_utilization, 0.4);
  EXPECT_EQ(result[1].served, 1);  // at 5
  EXPECT_EQ(result[1].throughput_per_hour, std::nullopt);
  EXPECT_EQ(result[1].servers_utilization, std::nullopt);
  EXPECT_EQ(result[1].line_mean, std::nullopt);
}

TEST(Periods, ContinueToTheEndEvenIfNobodyArrives) {
  CounterSpec spec = coffee_by_ana();
  spec.until = at(12s);
  spec.stop = Stop::at_until;

  const std::vector<PeriodResult> result = periods_of(spec);

  ASSERT_EQ(result.size(), 3U);
  EXPECT_EQ(result[2].from, at(10s));
  EXPECT_EQ(result[2].throughput_per_hour, 0);
  EXPECT_EQ(result[2].servers_utilization, 0);
}

TEST(Periods, LongerThanTheRunAreASingleOne) {
  CounterSpec spec = coffee_by_ana();
  spec.orders = one_each({0s});
  spec.report_every = 50 * 8766h;

  const std::vector<PeriodResult> result = periods_of(spec);

  ASSERT_EQ(result.size(), 1U);
  EXPECT_EQ(result[0].throughput_per_hour, 1800);  // over the 2 s that the run lasts
}

}  // namespace
}  // namespace fastfood::model::periods_test
