#include "sim/experiment/run/run_executor.hpp"

#include <gtest/gtest.h>

#include "sim/model/counter.hpp"
#include "tests/experiment/two_per_second.hpp"

namespace fastfood::experiment {
namespace {

TEST(MetricSet, AreFoundInARunInTheirOrder) {
  const MetricSet figures({"total_time.mean", "customers.served", "money.profit"});

  const auto run = model::run_counter(counter_of(two_per_second()));

  EXPECT_EQ(figures.of(run.value()), (MetricValues{5.05, 10, std::nullopt}));
}

TEST(MetricSet, AreEachThereOnce) {
  MetricSet figures({"total_time.mean", "elapsed"});

  EXPECT_EQ(figures.add("elapsed"), 1U);
  EXPECT_EQ(figures.add("throughput_per_hour"), 2U);
  EXPECT_EQ(figures.names(), (std::vector<std::string>{"total_time.mean", "elapsed", "throughput_per_hour"}));
}

}  // namespace

namespace {

TEST(RunExecutor, RunAReplicationOfAPoint) {
  RunExecutor trials([](std::size_t) -> RunExecutor::Counter { return counter_of(single_server()); },
                     MetricSet({"total_time.mean"}));

  const RunOutcome first = trials.run({0, 0});

  EXPECT_EQ(trials.run({0, 0}).value(), first.value());
  EXPECT_EQ(trials.run({1, 0}).value(), first.value());  // all points see the same customers
  EXPECT_NE(trials.run({0, 1}).value(), first.value());
}

TEST(RunExecutor, MakeTheCounterOfAPointOnce) {
  int made = 0;
  RunExecutor trials(
      [&made](std::size_t) -> RunExecutor::Counter {
        ++made;
        return counter_of(two_per_second());
      },
      MetricSet({"elapsed"}));

  for (std::int64_t replication = 0; replication != 5; ++replication) {
    EXPECT_TRUE(trials.run({7, replication}).has_value());
  }

  EXPECT_EQ(made, 1);
}

TEST(RunExecutor, SayWhyACounterCannotBeMade) {
  RunExecutor trials([](std::size_t) -> RunExecutor::Counter { return Unexpected(std::string("no such thing")); },
                     MetricSet({"elapsed"}));

  EXPECT_EQ(trials.run({0, 0}).error(), "no such thing");
}

}  // namespace
}  // namespace fastfood::experiment
