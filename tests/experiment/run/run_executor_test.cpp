#include "sim/experiment/run/run_executor.hpp"

#include <gtest/gtest.h>

#include "sim/model/counter.hpp"
#include "tests/experiment/sample_scenarios.hpp"

namespace fastfood::experiment {
namespace {

TEST(MetricSet, IsFoundInARunInItsOrder) {
  const MetricSet metrics({"total_time.mean", "customers.served", "money.profit"});

  const auto run = model::run_counter(counter_of(two_per_second()));

  EXPECT_EQ(metrics.of(run.value()), (MetricValues{5.05, 10, std::nullopt}));
}

TEST(MetricSet, ContainsEachMetricOnce) {
  MetricSet metrics({"total_time.mean", "elapsed"});

  EXPECT_EQ(metrics.add("elapsed"), 1U);
  EXPECT_EQ(metrics.add("throughput_per_hour"), 2U);
  EXPECT_EQ(metrics.names(), (std::vector<std::string>{"total_time.mean", "elapsed", "throughput_per_hour"}));
}

TEST(RunExecutor, RunsAReplicationOfAPoint) {
  RunExecutor executor([](std::size_t) -> RunExecutor::Counter { return counter_of(single_server()); },
                       MetricSet({"total_time.mean"}));

  const RunOutcome first = executor.run({0, 0});

  EXPECT_EQ(executor.run({0, 0}).value(), first.value());
  EXPECT_EQ(executor.run({1, 0}).value(), first.value());  // all points have the same customers
  EXPECT_NE(executor.run({0, 1}).value(), first.value());
}

TEST(RunExecutor, BuildsTheCounterOfAPointOnce) {
  int made = 0;
  RunExecutor executor(
      [&made](std::size_t) -> RunExecutor::Counter {
        ++made;
        return counter_of(two_per_second());
      },
      MetricSet({"elapsed"}));

  for (std::int64_t replication = 0; replication != 5; ++replication) {
    EXPECT_TRUE(executor.run({7, replication}).has_value());
  }

  EXPECT_EQ(made, 1);
}

TEST(RunExecutor, ReportsWhyACounterCannotBeBuilt) {
  RunExecutor executor([](std::size_t) -> RunExecutor::Counter { return Unexpected(std::string("no such thing")); },
                       MetricSet({"elapsed"}));

  EXPECT_EQ(executor.run({0, 0}).error(), "no such thing");
}

}  // namespace
}  // namespace fastfood::experiment
