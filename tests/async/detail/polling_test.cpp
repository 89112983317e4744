#include "sim/async/detail/polling.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace fastfood::async {
namespace {

/// A queue of ready tasks. The first is popped and yields.
class ReadyTasks {
 public:
  void wake(std::uint32_t task) {
    tasks_.push_back(task);
    ++pushed_;
  }

  std::uint32_t take() {
    const std::uint32_t task = tasks_.front();
    tasks_.pop_front();
    ++popped_;
    return task;
  }

  /// Returns true if this completes an idle round.
  bool yield(std::uint32_t task) {
    const bool round_done = polling.yield({popped_, pushed_, clock}, task);
    wake(task);
    return round_done;
  }

  /// Each ready task yields `times` times. Returns the number of yields until a round was idle, or 0 if none was.
  std::uint64_t yields_until_idle(std::uint64_t times) {
    const std::uint64_t max = times * tasks_.size();
    for (std::uint64_t yields = 1; yields <= max; ++yields) {
      if (yield(take())) {
        return yields;
      }
    }
    return 0;
  }

  PollingDetector polling;
  Key clock = 0;

 private:
  std::deque<std::uint32_t> tasks_;
  std::uint64_t popped_ = 0;
  std::uint64_t pushed_ = 0;
};

TEST(PollingDetector, NeedsMoreThanAThousandYieldsInARow) {
  ReadyTasks ready;
  ready.wake(1);

  EXPECT_EQ(ready.yields_until_idle(2000), 1001U);
}

TEST(PollingDetector, NeedsARoundOfAllReadyTasks) {
  ReadyTasks ready;
  ready.wake(1);
  ready.wake(2);
  ready.wake(3);

  // 3000 yields after which no task polls yet, and one round.
  EXPECT_EQ(ready.yields_until_idle(2000), 3003U);
  EXPECT_EQ(ready.yields_until_idle(2000), 3U);
}

TEST(PollingDetector, WaitsForATaskThatCameLater) {
  ReadyTasks ready;
  ready.wake(1);
  EXPECT_EQ(ready.yields_until_idle(2000), 1001U);

  ready.wake(2);

  // Task 2 yields a thousand times without polling, and task 1 before each of them. Then both yield once more.
  EXPECT_EQ(ready.yields_until_idle(2000), 2002U);
}

TEST(PollingDetector, CountsFromZeroAfterASleepInTheSameStep) {
  ReadyTasks ready;
  ready.wake(1);
  EXPECT_EQ(ready.yields_until_idle(2000), 1001U);

  ready.take();
  ready.clock = 8;  // the task sleeps until then, alone
  EXPECT_FALSE(ready.yield(1));

  EXPECT_EQ(ready.yields_until_idle(2000), 1000U);
}

TEST(PollingDetector, ContinuesAfterTheClockMovedForAnIdleRound) {
  ReadyTasks ready;
  ready.wake(1);
  EXPECT_EQ(ready.yields_until_idle(2000), 1001U);

  ready.clock = 8;
  ready.polling.resume_at(ready.clock);

  EXPECT_EQ(ready.yields_until_idle(2000), 1U);
}

TEST(PollingDetector, CountsTheYieldsOfEachTask) {
  ReadyTasks ready;
  ready.wake(1);
  EXPECT_EQ(ready.yields_until_idle(2000), 1001U);

  ready.take();  // it ends and resumes task 2
  EXPECT_FALSE(ready.yield(2));

  EXPECT_EQ(ready.yields_until_idle(2000), 1000U);
}

TEST(PollingDetector, RestartsTheRoundWhenATaskDidSomething) {
  ReadyTasks ready;
  ready.wake(1);
  ready.wake(2);
  EXPECT_EQ(ready.yields_until_idle(2000), 2002U);

  EXPECT_FALSE(ready.yield(ready.take()));
  ready.polling.disturb();

  // The disturbance may belong to the next yield. After that a whole round is idle.
  EXPECT_EQ(ready.yields_until_idle(2000), 3U);
}

TEST(PollingDetector, IsExhaustedAfterAThousandRoundsAndAMillionPolls) {
  PollingDetector alone;
  PollingDetector many;

  for (int round = 1; round != 1'000'000; ++round) {
    ASSERT_FALSE(alone.is_exhausted(1)) << round;
  }
  for (int round = 1; round != 1000; ++round) {
    ASSERT_FALSE(many.is_exhausted(5000)) << round;
  }

  EXPECT_TRUE(alone.is_exhausted(1));
  EXPECT_TRUE(many.is_exhausted(5000));
}

}  // namespace
}  // namespace fastfood::async
