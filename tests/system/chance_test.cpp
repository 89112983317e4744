#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/counter.hpp"
#include "tests/model/spec_of.hpp"

namespace fastfood::model {
namespace {

CounterSpec random_grill(std::int64_t capacity) {
  CounterSpec spec = grill_of(capacity, 0s);
  spec.menu[0].steps[0].time = random::Exponential{3s};
  spec.arrivals = {{"walk-in", PoissonSpec{{{Instant{}, 3600}}}, 500, items({0})}};
  return spec;
}

std::vector<Instant> arrivals_in(const RecordedRun& run) {
  std::vector<Instant> arrivals;
  for (const OrderRecord& order : run.orders) {
    arrivals.push_back(order.arrived_at);
  }
  return arrivals;
}

std::vector<Duration> cooking_in(const RecordedRun& run) {
  std::vector<Duration> times;
  for (const OrderRecord& order : run.orders) {
    const StepRecord& step = order.items.at(0).steps.at(0);
    times.push_back(*step.done_at - *step.started_at);
  }
  return times;
}

TEST(RandomStreams, AreTheSameInEveryRun) {
  const CounterSpec spec = random_grill(4);

  EXPECT_EQ(run_of(spec).orders, run_of(spec).orders);
}

TEST(RandomStreams, DifferBetweenSeeds) {
  CounterSpec spec = random_grill(4);
  const RecordedRun one = run_of(spec);
  spec.seed = 2;

  EXPECT_NE(arrivals_in(one), arrivals_in(run_of(spec)));
}

TEST(RandomStreams, DoNotChangeWithCapacityStaffingOrMenu) {
  const RecordedRun before = run_of(random_grill(4));
  CounterSpec spec = random_grill(9);
  spec.servers = {{"till", 3, Mode::sequential}};
  spec.menu.push_back({"soda", {free_step(1s)}});
  spec.arrivals.push_back({"drive-in", random::Exponential{2s}, 100, items({1})});
  RecordedRun after = run_of(spec);
  std::erase_if(after.orders, [](const OrderRecord& order) { return order.stream != StreamId{0}; });

  EXPECT_EQ(arrivals_in(after), arrivals_in(before));
  EXPECT_EQ(cooking_in(after), cooking_in(before));
}

TEST(RandomStreams, ReproduceTheMeanWaitOfAnMM1Queue) {
  // M/M/1 (Erlang 1909) at load 0.5 with a mean service time of 1 s: the mean total time is 2 s. The standard error of
  // the mean over n customers is about sqrt(2 * 2 * (1 + 0.5) / (1 - 0.5)^2 / n) (Whitt 1989), 0.0155 s here. The
  // tolerance is four standard errors.
  CounterSpec spec = grill_of(1, 0s);
  spec.menu[0].steps[0].time = random::Exponential{1s};
  spec.arrivals = {{"walk-in", PoissonSpec{{{Instant{}, 1800}}}, 100'000, items({0})}};
  const RunResult result = run_counter(spec).value();

  EXPECT_NEAR(result.total_time.mean.value(), 2, 0.062);
  EXPECT_NEAR(result.stations.at(0).utilization.value(), 0.5, 0.02);
}

TEST(RandomStreams, DrawEachBatchTimeSeparately) {
  CounterSpec spec = fryer_of({2, random::Uniform{3s, 5s}}, 2);
  spec.arrivals = {{"walk-in", 0s, 40, items({0})}};
  const RecordedRun run = run_of(spec);

  EXPECT_EQ(run.result.stations.at(0).batches, 20);
  std::vector<Instant> done;
  for (const OrderRecord& order : run.orders) {
    done.push_back(*order.served_at);
  }
  std::sort(done.begin(), done.end());
  EXPECT_EQ(std::unique(done.begin(), done.end()) - done.begin(), 20);  // no two batches end together
  EXPECT_GE(done.front(), Instant{3s});
}

TEST(Doors, CloseAtUntil) {
  CounterSpec spec = grill_of(1, 4s);
  spec.orders = one_each({3s, 7s});
  spec.arrivals = {{"walk-in", 2s, std::nullopt, items({0})},
                   {"bus", ScheduleSpec{{at(6s), at(8s)}}, std::nullopt, items({0})},
                   {"early", 1s, 9, items({0}), at(1s), at(3s)}};
  spec.until = at(6s);

  // One order at 3, walk-ins at 0, 2, 4 and 6, the bus at 6, and three early customers at 1, 2 and 3.
  EXPECT_EQ(arrivals_in(run_of(spec)),
            (std::vector<Instant>{at(0s), at(1s), at(2s), at(2s), at(3s), at(3s), at(4s), at(6s), at(6s)}));
}

TEST(Doors, CanStopTheRunWithCustomersInside) {
  CounterSpec spec = grill_of(1, 4s);
  spec.arrivals = {{"walk-in", 3s, std::nullopt, items({0})}};
  spec.until = at(8s);
  spec.stop = Stop::at_until;
  const RecordedRun run = run_of(spec);

  // Customers arrive at 0, 3 and 6. Two are served at 4 and at 8, the instant of `until`. The third has started.
  EXPECT_EQ(run.result.customers, (CustomerCounts{.arrived = 3, .served = 2, .unfinished = 1}));
  EXPECT_EQ(run.result.elapsed, 8s);
  EXPECT_EQ(run.result.throughput_per_hour, 900.0);
  EXPECT_EQ(run.result.stations.at(0).utilization, 1.0);
  ASSERT_EQ(run.orders.size(), 3U);
  EXPECT_EQ(run.orders[2].outcome, Outcome::unfinished);
  EXPECT_EQ(run.orders[2].left_at, std::nullopt);
  EXPECT_EQ(run.orders[2].items.at(0).started_at, at(8s));
}

}  // namespace
}  // namespace fastfood::model
