#include "sim/async/detail/polling.hpp"

#include <gtest/gtest.h>

#include <deque>

namespace fastfood::async {
namespace {

/// A line of ready tasks, of which the first is taken and yields.
class Line {
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

  /// True if that completes an idle round.
  bool yield(std::uint32_t task) {
    const bool round_done = polling.yield({popped_, pushed_, clock}, task);
    wake(task);
    return round_done;
  }

  /// The tasks in line yield `times` times each; returns how many yields that took until a round was idle, 0 if none
  /// was.
  std::uint64_t yields_until_idle(std::uint64_t times) {
    const std::uint64_t most = times * tasks_.size();
    for (std::uint64_t yields = 1; yields <= most; ++yields) {
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

TEST(PollingDetector, IsToYieldMoreThanAThousandTimes) {
  Line line;
  line.wake(1);

  EXPECT_EQ(line.yields_until_idle(2000), 1001U);
}

TEST(PollingDetector, IsARoundOfAllWhoAreReady) {
  Line line;
  line.wake(1);
  line.wake(2);
  line.wake(3);

  // 3000 yields, by which none polls yet, and one round.
  EXPECT_EQ(line.yields_until_idle(2000), 3003U);
  EXPECT_EQ(line.yields_until_idle(2000), 3U);
}

TEST(PollingDetector, WaitsForOneWhoCameLater) {
  Line line;
  line.wake(1);
  EXPECT_EQ(line.yields_until_idle(2000), 1001U);

  line.wake(2);

  // Task 2 yields a thousand times without polling, with task 1 before each, and then both once.
  EXPECT_EQ(line.yields_until_idle(2000), 2002U);
}

TEST(PollingDetector, EndsWithASleepOfTheSameStep) {
  Line line;
  line.wake(1);
  EXPECT_EQ(line.yields_until_idle(2000), 1001U);

  line.take();
  line.clock = 8;  // it sleeps till then, alone
  EXPECT_FALSE(line.yield(1));

  EXPECT_EQ(line.yields_until_idle(2000), 1000U);
}

TEST(PollingDetector, GoesOnWhereTheClockMovedAfterAnIdleRound) {
  Line line;
  line.wake(1);
  EXPECT_EQ(line.yields_until_idle(2000), 1001U);

  line.clock = 8;
  line.polling.resume_at(line.clock);

  EXPECT_EQ(line.yields_until_idle(2000), 1U);
}

TEST(PollingDetector, IsOfOneTask) {
  Line line;
  line.wake(1);
  EXPECT_EQ(line.yields_until_idle(2000), 1001U);

  line.take();  // ends, and hands over to task 2
  EXPECT_FALSE(line.yield(2));

  EXPECT_EQ(line.yields_until_idle(2000), 1000U);
}

TEST(PollingDetector, StartsARoundAgainWhereSomethingWasDone) {
  Line line;
  line.wake(1);
  line.wake(2);
  EXPECT_EQ(line.yields_until_idle(2000), 2002U);

  EXPECT_FALSE(line.yield(line.take()));
  line.polling.disturb();

  // The next yield may have done it; after it a whole round is idle.
  EXPECT_EQ(line.yields_until_idle(2000), 3U);
}

TEST(PollingDetector, IsGivenUpAfterAThousandRoundsAndAMillionPolls) {
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
