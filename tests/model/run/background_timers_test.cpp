#include "sim/model/run/background_timers.hpp"

#include <gtest/gtest.h>

#include <chrono>

#include "sim/async/task.hpp"

namespace fastfood::model {
namespace {

using namespace std::chrono_literals;

async::Task<> doze(BackgroundTimers& background, Duration time, int& woken) {
  co_await background.sleep_for(time);
  ++woken;
}

async::Task<> work(Duration time) { co_await async::async_sleep(time); }

bool nothing_helps() { return false; }

/// Whether a run ends because only such sleepers were left.
bool gets_stuck(async::Loop& loop) {
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

TEST(BackgroundTimers, GoesOnWhileOthersHaveSomethingToDo) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, nothing_helps);
  loop.start(doze(background, 1s, woken));
  loop.start(doze(background, 2s, woken));
  loop.start(work(3s));

  EXPECT_FALSE(gets_stuck(loop));
  EXPECT_EQ(woken, 2);
  EXPECT_EQ(loop.now(), Instant{3s});
}

TEST(BackgroundTimers, SaysThatAllAreStuckOnceNobodyElseHasAnythingToDo) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, nothing_helps);
  loop.start(doze(background, 1s, woken));
  loop.start(work(2s));
  loop.start(doze(background, 5s, woken));
  loop.start(doze(background, 9s, woken));

  EXPECT_TRUE(gets_stuck(loop));
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(loop.now(), Instant{5s});
}

TEST(BackgroundTimers, GoesOnAloneWhereItHelpsACustomer) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, [&woken] { return woken == 0; });
  loop.start(doze(background, 1s, woken));
  loop.start(doze(background, 2s, woken));
  loop.start(doze(background, 3s, woken));

  EXPECT_TRUE(gets_stuck(loop));
  EXPECT_EQ(woken, 1);
  EXPECT_EQ(loop.now(), Instant{2s});
}

TEST(BackgroundTimers, GoesOnAloneInARunThatStopsAtASetInstant) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, false, nothing_helps);
  loop.start(doze(background, 1s, woken));
  loop.start(doze(background, 2s, woken));

  EXPECT_FALSE(gets_stuck(loop));
  EXPECT_EQ(woken, 2);
}

TEST(BackgroundTimers, FindsNobodyStuckOnceAllHaveLeft) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, nothing_helps);
  loop.start(doze(background, 1s, woken));

  background.all_have_left();

  EXPECT_FALSE(gets_stuck(loop));
  EXPECT_EQ(woken, 1);
}

TEST(BackgroundTimers, MaySleepLongerThanAnyClockGoes) {
  int woken = 0;
  async::Loop loop;
  BackgroundTimers background(loop, true, nothing_helps);
  loop.start(doze(background, Duration::max(), woken));
  loop.start(work(3s));

  loop.run_until(Instant{4s});

  EXPECT_EQ(woken, 0);
  EXPECT_EQ(loop.now(), Instant{4s});
}

}  // namespace
}  // namespace fastfood::model
