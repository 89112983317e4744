#include "sim/model/run/background_timers.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "sim/async/task.hpp"

namespace fastfood::model {
namespace {

using namespace std::chrono_literals;

async::Task<> sleep_in_background(BackgroundTimers& background, Duration time, int& woken) {
  co_await background.sleep_for(time);
  ++woken;
}

async::Task<> work(Duration time) { co_await async::async_sleep(time); }

bool nothing_unblocks() { return false; }

/// Returns whether the run ends with `Deadlock`.
bool deadlocks(async::Loop& loop) {
  try {
    loop.run_until_empty();
  } catch (const async::UnawaitedFailure& failure) {
    try {
      std::rethrow_if_nested(failure);
    } catch (const Deadlock&) {
      return true;
    }
  }
  return false;
}

TEST(BackgroundTimers, FireWhileOtherTasksArePending) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, nothing_unblocks);
  loop.start(sleep_in_background(background, 1s, woken));
  loop.start(sleep_in_background(background, 2s, woken));
  loop.start(work(3s));

  EXPECT_FALSE(deadlocks(loop));
  EXPECT_EQ(woken, 2);
  EXPECT_EQ(loop.now(), Instant{3s});
}

TEST(BackgroundTimers, DetectADeadlockOnceNoOtherTaskIsPending) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, nothing_unblocks);
  loop.start(sleep_in_background(background, 1s, woken));
  loop.start(work(2s));
  loop.start(sleep_in_background(background, 5s, woken));
  loop.start(sleep_in_background(background, 9s, woken));

  EXPECT_TRUE(deadlocks(loop));
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(loop.now(), Instant{5s});
}

TEST(BackgroundTimers, FireAloneIfTheyCanUnblockACustomer) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, [&woken] { return woken == 0; });
  loop.start(sleep_in_background(background, 1s, woken));
  loop.start(sleep_in_background(background, 2s, woken));
  loop.start(sleep_in_background(background, 3s, woken));

  EXPECT_TRUE(deadlocks(loop));
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(loop.now(), Instant{2s});
}

TEST(BackgroundTimers, FireAloneInARunThatStopsAtASetInstant) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, false, nothing_unblocks);
  loop.start(sleep_in_background(background, 1s, woken));
  loop.start(sleep_in_background(background, 2s, woken));

  EXPECT_FALSE(deadlocks(loop));
  EXPECT_EQ(woken, 2);
}

TEST(BackgroundTimers, DetectNoDeadlockOnceAllCustomersHaveLeft) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, nothing_unblocks);
  loop.start(sleep_in_background(background, 1s, woken));

  background.stop_detecting();

  EXPECT_FALSE(deadlocks(loop));
  EXPECT_EQ(woken, 1);
}

TEST(BackgroundTimers, MaySleepBeyondTheRangeOfTheClock) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, nothing_unblocks);
  loop.start(sleep_in_background(background, Duration::max(), woken));
  loop.start(work(3s));

  loop.run_until(Instant{4s});

  EXPECT_EQ(woken, 0);
  EXPECT_EQ(loop.now(), Instant{4s});
}

}  // namespace
}  // namespace fastfood::model
