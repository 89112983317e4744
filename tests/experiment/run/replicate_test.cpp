#include "sim/experiment/run/replicate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "sim/model/results/summarize.hpp"
#include "tests/experiment/sample_scenarios.hpp"

namespace fastfood::experiment {
namespace {

model::RunOptions unwatched(std::uint64_t replication) { return {.replication = replication}; }

TEST(Replicate, GivesTheSameResultForAnyNumberOfThreads) {
  const model::CounterSpec counter = counter_of(single_server());

  const Replicated alone = replicate(counter, 30, 1, unwatched).value();

  for (const int jobs : {2, 7}) {
    const Replicated together = replicate(counter, 30, jobs, unwatched).value();
    EXPECT_EQ(together.pooled, alone.pooled);
    EXPECT_EQ(together.each, alone.each);
  }
}

TEST(Replicate, ReturnsEachRunAndThePooledResult) {
  const model::CounterSpec counter = counter_of(single_server());

  const Replicated runs = replicate(counter, 3, 2, unwatched).value();

  ASSERT_EQ(runs.each.size(), 3U);
  EXPECT_EQ(runs.pooled.customers.served, 60);
  EXPECT_EQ(runs.each[2], model::summarize(counter, model::collect_statistics(counter, {.replication = 2}).value()));
}

TEST(Replicate, WithOneReplicationReturnsThatRun) {
  const Replicated runs = replicate(counter_of(two_per_second()), 1, 2, unwatched).value();

  EXPECT_EQ(runs.pooled, runs.each.at(0));
  EXPECT_EQ(runs.pooled.total_time.mean, 5.05);
}

/// Ana's order needs two trays, one of which waits forever for the other.
model::CounterSpec stuck_counter() {
  return counter_of(template_of(R"({
    "menu": {"fries": {"station": "fryer", "time": 1}},
    "stations": {"fryer": {"capacity": [{"from": 0, "value": 0}, {"from": 1, "value": 0}]}},
    "orders": [{"customer": "Ana", "items": ["fries"]}]
  })"));
}

TEST(Replicate, ReportsWhichReplicationFailedAndWhy) {
  const auto runs = replicate(stuck_counter(), 3, 2, unwatched);

  ASSERT_FALSE(runs.has_value());
  EXPECT_TRUE(runs.error().starts_with("replication 0: ")) << runs.error();
  EXPECT_NE(runs.error().find("Ana"), std::string::npos) << runs.error();
}

TEST(Replicate, RefusesToPoolMoreTimeThanAClockHolds) {
  const model::CounterSpec fifty_years = counter_of(template_of(R"({
    "menu": {}, "until": "438000h", "stop": "at_until", "orders": [{"items": []}]
  })"));

  EXPECT_TRUE(replicate(fifty_years, 5, 1, unwatched).has_value());
  EXPECT_EQ(replicate(fifty_years, 6, 1, unwatched).error(),
            "all replications together last longer than 292 years; run fewer of them");
}

TEST(Replicate, RunsReplicationsInOrderWithOneThread) {
  std::vector<std::uint64_t> arrivals;
  const MakeRunOptions record_arrivals = [&arrivals](std::uint64_t replication) -> model::RunOptions {
    return {replication, [&arrivals, replication](const model::OrderRecord&) { arrivals.push_back(replication); }, {}};
  };

  static_cast<void>(replicate(counter_of(two_per_second()), 3, 1, record_arrivals));

  EXPECT_EQ(arrivals.size(), 30U);
  EXPECT_TRUE(std::ranges::is_sorted(arrivals));
}

TEST(Estimates, AreOverReplicationsAndNamedByPath) {
  const Replicated runs = replicate(counter_of(single_server()), 10, 2, unwatched).value();
  std::vector<std::optional<double>> means;
  for (const model::RunResult& run : runs.each) {
    means.push_back(run.total_time.mean);
  }

  const auto all = estimates(runs, 0.9);

  const auto found = std::ranges::find(all, "total_time.mean", [](const auto& it) { return it.first; });
  ASSERT_NE(found, all.end());
  EXPECT_EQ(found->second, estimate(means, 0.9));
  EXPECT_EQ(found->second.n, 10);
}

}  // namespace
}  // namespace fastfood::experiment
