#include "sim/async/detail/livelock.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait_for.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::StartsWith;

TEST(LivelockGuard, ReachesItsLimitAtOneInstant) {
  LivelockGuard guard;
  guard.set_limit(10);
  guard.restart(Instant{1s}, 100);

  EXPECT_FALSE(guard.check(Instant{1s}, 109));
  EXPECT_TRUE(guard.check(Instant{1s}, 110));

  EXPECT_TRUE(guard.is_livelock());
  EXPECT_EQ(guard.count(110), 10U);
}

TEST(LivelockGuard, CountsFromZeroWhenTheClockMoves) {
  LivelockGuard guard;
  guard.set_limit(10);
  guard.restart(Instant{1s}, 0);

  EXPECT_FALSE(guard.check(Instant{2s}, 50));

  EXPECT_EQ(guard.count(55), 5U);
}

TEST(LivelockGuard, CanBeCleared) {
  LivelockGuard guard;
  guard.set_limit(10);
  guard.restart(Instant{1s}, 0);
  EXPECT_TRUE(guard.check(Instant{1s}, 10));

  guard.clear();

  EXPECT_FALSE(guard.is_livelock());
}

std::string livelock_of(Loop& loop) {
  loop.set_livelock_limit(5000);
  try {
    loop.run_until_empty();
  } catch (const Livelock& livelock) {
    return livelock.what();
  }
  return "no livelock";
}

Task<> sleep_for_nothing_until(const bool& done) {
  while (!done) {
    co_await async_sleep(0s);
  }
}

Task<> finish_after(Duration duration, bool& done) {
  co_await async_sleep(duration);
  done = true;
}

TEST(Livelock, IsThrownForALoopOfZeroSleeps) {
  bool done = false;
  Loop loop;
  loop.run_until(Instant{90s});
  loop.start(finish_after(3s, done));
  loop.start(sleep_for_nothing_until(done).named("ana"));

  const std::string text = livelock_of(loop);

  EXPECT_THAT(text, StartsWith("livelock at 0:01:30: tasks became ready "));
  EXPECT_THAT(text, HasSubstr(" times and the clock did not move. Of the last 1000 steps\n"
                              "  task 2 'ana' took 1000\n"
                              "To poll, use yield()"));
}

TEST(Livelock, LeavesALoopThatCanRunAgain) {
  bool done = false;
  Loop loop;
  loop.start(finish_after(3s, done));
  loop.start(sleep_for_nothing_until(done));
  EXPECT_THAT(livelock_of(loop), StartsWith("livelock at 0:00:00"));

  done = true;
  loop.run_until_empty();

  EXPECT_EQ(loop.now(), Instant{3s});
}

Task<> answer(Event& question, Event& reply) {
  for (;;) {
    co_await question.wait();
    question.clear();
    reply.set();
  }
}

// Three tasks take turns in a ring: 334, 333 and 333 of a thousand steps, in any order.
TEST(LivelockReport, NamesAllTasksThatTakePart) {
  Event first;
  Event second;
  Event third;
  Log log;
  Loop loop;
  loop.start(note_after(1h, log, "never").named("sleeper"));
  loop.start(answer(first, second).named("ana"));
  loop.start(answer(second, third).named("bo"));
  loop.start(answer(third, first).named("cy"));
  first.set();

  const std::string text = livelock_of(loop);

  EXPECT_THAT(text, HasSubstr("task 2 'ana' took 33"));
  EXPECT_THAT(text, HasSubstr("task 3 'bo' took 33"));
  EXPECT_THAT(text, HasSubstr("task 4 'cy' took 33"));
  EXPECT_THAT(text, testing::Not(HasSubstr("sleeper")));
}

Task<> call(const bool& done) { co_await sleep_for_nothing_until(done); }

TEST(LivelockReport, NamesTheTaskAndNotWhatItAwaits) {
  const bool never = false;
  Loop loop;
  loop.start(call(never));

  EXPECT_THAT(livelock_of(loop), HasSubstr("task 1 'call' took 1000"));
}

TEST(LivelockReport, CountsTasksWithOneName) {
  const bool never = false;
  Loop loop;
  for (int i = 0; i != 25; ++i) {
    loop.start(sleep_for_nothing_until(never).named("guest"));
  }

  const std::string text = livelock_of(loop);

  EXPECT_THAT(text, HasSubstr("steps\n  task 1 'guest' and 24 more with its name took 1000\nTo poll"));
}

Task<> end_at_once() { co_return; }

Task<> start_one_after_another() {
  Loop& loop = co_await this_loop();
  for (;;) {
    Scope scope(loop);
    scope.start_next(end_at_once());
    co_await scope.join();
  }
}

TEST(LivelockReport, NamesTheTaskThatStartsTaskAfterTask) {
  Loop loop;
  loop.start(start_one_after_another());

  EXPECT_THAT(livelock_of(loop),
              HasSubstr(" more with its name, started by task 1 'start_one_after_another', took 1000"));
}

Task<> be_quiet_for_ever() {
  for (;;) {
    co_await until_settled();
  }
}

Task<> wait_for_nothing(Event& never) {
  for (;;) {
    co_await wait_for(never.wait(), 0s);
  }
}

Task<> sleep_and_yield() {
  for (;;) {
    co_await yield();
    co_await async_sleep(0s);
  }
}

TEST(Livelock, IsFoundInEveryQueue) {
  Event never;
  for (Task<> (*endless)(Event&) :
       {+[](Event&) { return be_quiet_for_ever(); }, +[](Event&) { return sleep_and_yield(); }, &wait_for_nothing}) {
    Loop loop;
    loop.start(endless(never).named("endless"));

    EXPECT_THAT(livelock_of(loop), HasSubstr("task 1 'endless' took "));
  }
}

Task<> tick(int times, Duration period) {
  for (int i = 0; i != times; ++i) {
    co_await async_sleep(period);
    co_await async_sleep(0s);
  }
}

TEST(Livelock, IsNotThrownIfTheClockMovesNowAndThen) {
  Loop loop;
  for (int i = 0; i != 10; ++i) {
    loop.start(tick(1000, 1s));
  }

  EXPECT_EQ(livelock_of(loop), "no livelock");
  EXPECT_EQ(loop.now(), Instant{1000s});
}

TEST(Livelock, IsNotThrownIfTheInstantEndsBeforeTheLimit) {
  Loop loop;
  loop.start(tick(2499, 0s));

  EXPECT_EQ(livelock_of(loop), "no livelock");
}

TEST(Livelock, DoesNotCountStepsOfEarlierRuns) {
  Loop loop;
  loop.set_livelock_limit(5000);
  for (int i = 0; i != 10; ++i) {
    loop.start(tick(2000, 0s));

    EXPECT_NO_THROW(loop.run_until_empty());
  }
}

TEST(Livelock, IsNotThrownIfAllTasksPollAndATimerIsSet) {
  bool done = false;
  Loop loop;
  loop.start([](const bool& it) -> Task<> {
    while (!it) {
      co_await yield();
    }
  }(done));
  loop.start(tick(10'000, 1s));
  loop.start(finish_after(3h, done));

  EXPECT_EQ(livelock_of(loop), "no livelock");
}

}  // namespace
}  // namespace fastfood::async
