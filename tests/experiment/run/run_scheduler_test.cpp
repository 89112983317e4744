#include "sim/experiment/run/run_scheduler.hpp"

#include <gtest/gtest.h>
#include <atomic>
#include <stdexcept>
#include <vector>

namespace fastfood::experiment {
namespace {

std::vector<RunId> next(RunQueue& queue, int count) {
  std::vector<RunId> runs;
  for (int i = 0; i != count; ++i) {
    runs.push_back(queue.next().value());
  }
  return runs;
}

using Runs = std::vector<RunId>;

TEST(RunQueue, ReturnsAllReplicationsOfAPointBeforeTheNextPoint) {
  RunQueue queue(2, {2, 2}, 10);

  EXPECT_EQ(next(queue, 4), (Runs{{0, 0}, {0, 1}, {1, 0}, {1, 1}}));
  EXPECT_EQ(queue.next(), std::nullopt);
}

TEST(RunQueue, IsDoneOnceAllWereTaken) {
  RunQueue queue(1, {2, 2}, 10);
  next(queue, 2);

  queue.record_result(0, 2);
  EXPECT_FALSE(queue.finished());
  queue.record_result(0, 2);
  EXPECT_TRUE(queue.finished());
}

TEST(RunQueue, TurnsToOtherPointsBeforeRunsThatMayNotBeNeeded) {
  RunQueue queue(2, {1, 9}, 10);

  EXPECT_EQ(next(queue, 3), (Runs{{0, 0}, {1, 0}, {0, 1}}));
}

TEST(RunQueue, ReturnsToAPointThatNeedsMoreRuns) {
  RunQueue queue(3, {1, 9}, 10);
  next(queue, 1);

  queue.record_result(0, 2);

  EXPECT_EQ(next(queue, 2), (Runs{{0, 1}, {1, 0}}));
}

TEST(RunQueue, LeavesAPointThatNeedsNoMoreRuns) {
  RunQueue queue(1, {1, 9}, 10);
  next(queue, 1);

  queue.record_result(0, 1);

  EXPECT_FALSE(queue.is_open(0));
  EXPECT_EQ(queue.next(), std::nullopt);
}

TEST(RunQueue, NeverExceedsTheMaximum) {
  RunQueue queue(1, {1, 2}, 10);
  next(queue, 2);

  EXPECT_EQ(queue.next(), std::nullopt);
}

TEST(RunQueue, GetsNoFurtherAheadThanAllowed) {
  RunQueue queue(1, {100, 100}, 3);
  next(queue, 3);

  EXPECT_EQ(queue.next(), std::nullopt);
  queue.record_result(0, 100);
  EXPECT_EQ(next(queue, 1), (Runs{{0, 3}}));
}

/// Each run returns its own number. `needed` says how many runs each point needs.
struct Plan {
  using Outcome = std::int64_t;

  std::vector<std::int64_t> needed;
  std::int64_t known = 0;                 // how many replications of each point are known from before
  std::size_t enough_points = 1'000'000;  // how many points to settle
  std::vector<std::vector<std::int64_t>> taken{};
  std::vector<RunId> ended{};
  std::atomic<int> ran = 0;
  std::size_t settled = 0;

  Outcome run(RunId id) {
    ++ran;
    return id.replication;
  }
  std::optional<Outcome> recall(RunId id) const {
    return id.replication < known ? std::optional(id.replication) : std::nullopt;
  }
  void on_run_end(RunId id, Outcome) { ended.push_back(id); }
  std::int64_t on_result(RunId id, Outcome outcome) {
    taken.resize(needed.size());
    taken[id.point].push_back(outcome);
    const auto so_far = static_cast<std::int64_t>(taken[id.point].size());
    settled += so_far == needed[id.point] ? 1U : 0U;
    return so_far < needed[id.point] ? so_far + 1 : so_far;
  }
  bool finished() const { return settled >= enough_points; }
};

std::vector<std::int64_t> first(std::int64_t count) {
  std::vector<std::int64_t> numbers;
  for (std::int64_t i = 0; i != count; ++i) {
    numbers.push_back(i);
  }
  return numbers;
}

TEST(RunScheduler, ReportsTheRunsOfEachPointInOrderForAnyNumberOfThreads) {
  for (const int jobs : {1, 2, 7}) {
    Plan plan{.needed = {50, 1, 200, 17}};

    RunScheduler<Plan>(plan, 4, {1, 1000}, jobs).run_all();

    EXPECT_EQ(plan.taken, (std::vector{first(50), first(1), first(200), first(17)}));
  }
}

TEST(RunScheduler, RunsNothingThatIsKnown) {
  Plan plan{.needed = {5, 5}, .known = 3};

  RunScheduler<Plan>(plan, 2, {5, 5}, 2).run_all();

  EXPECT_EQ(plan.taken, (std::vector{first(5), first(5)}));
  EXPECT_EQ(plan.ran, 4);
  EXPECT_EQ(plan.ended.size(), 4U);
}

TEST(RunScheduler, EndsAsSoonAsNothingMoreIsNeeded) {
  Plan plan{.needed = {1, 1, 1, 1}, .enough_points = 2};

  RunScheduler<Plan>(plan, 4, {1, 1}, 1).run_all();

  EXPECT_EQ(plan.ran, 2);
}

/// A plan that ends with the first result, and whose first run ends after its second.
struct SecondRunFirst : Plan {
  std::atomic<bool> second_has_ended = false;

  Outcome run(RunId id) {
    if (id.replication == 0) {
      second_has_ended.wait(false);
    }
    return id.replication;
  }
  void on_run_end(RunId id, Outcome) {
    if (id.replication == 1) {
      second_has_ended = true;
      second_has_ended.notify_all();
    }
  }
  bool finished() const { return !taken.empty(); }
};

TEST(RunScheduler, ReportsNothingOnceItIsFinishedEvenIfMoreRunsEnd) {
  SecondRunFirst plan;
  plan.needed = {2};

  RunScheduler<SecondRunFirst>(plan, 1, {2, 2}, 2).run_all();

  EXPECT_EQ(plan.taken.at(0), first(1));
}

/// A plan whose third run throws.
struct Broken : Plan {
  Outcome run(RunId id) {
    if (id.point == 2) {
      throw std::runtime_error("no more memory");
    }
    return 0;
  }
};

TEST(RunScheduler, RethrowsTheExceptionOfARun) {
  for (const int jobs : {1, 3}) {
    Broken plan;
    plan.needed = {1, 1, 1, 1, 1, 1};

    EXPECT_THROW(RunScheduler<Broken>(plan, 6, {1, 1}, jobs).run_all(), std::runtime_error);
  }
}

}  // namespace
}  // namespace fastfood::experiment
