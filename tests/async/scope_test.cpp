#include "sim/async/scope.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "tests/async/life.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

struct Burnt : std::runtime_error {
  using std::runtime_error::runtime_error;
};

Task<> burn_after(Duration duration, const char* what) {
  co_await async_sleep(duration);
  throw Burnt(what);
}

Task<> hold(Duration duration, Life) { co_await async_sleep(duration); }

Task<> cook_together(Log& log) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  scope.start(note_after(3s, log, "burger"));
  scope.start(note_after(1s, log, "soda"));
  scope.start(note_after(4s, log, "fries"));
  co_await note(log, "all started");
  co_await scope.join();
  co_await note(log, "served");
}

TEST(Scope, RunsItsTasksConcurrentlyAndJoinWaitsForTheLast) {
  Log log;
  Loop loop;

  loop.run_until_complete(cook_together(log));

  EXPECT_EQ(log, (Log{{0s, "all started"}, {1s, "soda"}, {3s, "burger"}, {4s, "fries"}, {4s, "served"}}));
}

TEST(Scope, NumbersItsTasksLikeAllOthers) {
  Log log;
  Loop loop;

  loop.run_until_complete(cook_together(log));

  EXPECT_EQ(loop.started(), 4U);
}

TEST(Scope, NotifiesTheObserverOfTheEndOfItsTasks) {
  std::string ends;
  Log log;
  Loop loop;
  loop.observe([&ends](const TaskEnd& end) { ends += to_string(end) + "\n"; });

  loop.run_until_complete(cook_together(log));

  EXPECT_EQ(ends,
            "<Task 'note_after' [FINISHED] (None)>\n"
            "<Task 'note_after' [FINISHED] (None)>\n"
            "<Task 'note_after' [FINISHED] (None)>\n"
            "<Task 'cook_together' [FINISHED] (None)>\n");
}

Task<> join_nothing(Log& log) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  EXPECT_TRUE(scope.empty());
  co_await scope.join();
  co_await note(log, "joined");
}

TEST(Scope, WithoutTasksIsJoinedAtOnce) {
  Log log;
  Loop loop;
  loop.start(join_nothing(log));
  loop.start(note_after(0s, log, "other"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "joined"}, {0s, "other"}}));
}

Task<> leave_after(Duration duration, int& alive) {
  Loop& loop = co_await this_loop();
  {
    Scope scope(loop);
    scope.start(hold(1s, Life(alive)));
    scope.start(hold(1h, Life(alive)));
    co_await async_sleep(duration);
  }
  EXPECT_EQ(alive, 0);
}

TEST(Scope, CancelsRunningTasksWhenItIsLeft) {
  int alive = 0;
  Loop loop;

  loop.run_until_complete(leave_after(5s, alive));

  EXPECT_EQ(loop.now(), Instant{5s});
}

TEST(Scope, CancelsTasksThatHaveNotRunYetWhenItIsLeft) {
  int alive = 0;
  Loop loop;

  loop.run_until_complete([](int& lives) -> Task<> {
    Loop& mine = co_await this_loop();
    {
      Scope scope(mine);
      scope.start(hold(1s, Life(lives)));
    }
    EXPECT_EQ(lives, 0);
  }(alive));
  loop.run_until_empty();

  EXPECT_EQ(loop.now(), Instant{});
}

Task<> throw_out_of_a_scope(int& alive) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  scope.start(hold(1h, Life(alive)));
  co_await async_sleep(1s);
  throw Burnt("fries");
}

TEST(Scope, CancelsRunningTasksWhenAnErrorLeavesIt) {
  int alive = 0;
  Loop loop;

  EXPECT_THROW(loop.run_until_complete(throw_out_of_a_scope(alive)), Burnt);

  EXPECT_EQ(alive, 0);
}

Task<> join_and_note(Log& log, int& alive) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  scope.start(hold(1h, Life(alive)));
  scope.start(burn_after(2s, "fries"));
  scope.start(burn_after(3s, "burger"));
  try {
    co_await scope.join();
  } catch (const Burnt& burnt) {
    log.push_back({loop.now().time_since_epoch(), burnt.what()});
  }
  EXPECT_EQ(alive, 0);
}

TEST(Scope, CancelsTheOthersAtTheFirstFailureAndJoinThrowsIt) {
  int alive = 0;
  Log log;
  Loop loop;

  loop.run_until_complete(join_and_note(log, alive));

  EXPECT_EQ(log, (Log{{2s, "fries"}}));
}

Task<> join_late(Log& log, int& alive) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  scope.start(hold(1h, Life(alive)));
  scope.start(burn_after(2s, "fries"));
  co_await async_sleep(5s);
  EXPECT_EQ(alive, 0);
  EXPECT_TRUE(scope.empty());
  try {
    co_await scope.join();
  } catch (const Burnt& burnt) {
    log.push_back({loop.now().time_since_epoch(), burnt.what()});
  }
  co_await scope.join();
}

TEST(Scope, KeepsTheFailureForALateJoin) {
  int alive = 0;
  Log log;
  Loop loop;

  loop.run_until_complete(join_late(log, alive));

  EXPECT_EQ(log, (Log{{5s, "fries"}}));
}

Task<> never_join(Duration duration) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  scope.start(burn_after(2s, "fries"));
  co_await async_sleep(duration);
}

TEST(Scope, FailsTheRunWithAnErrorThatNoJoinHasThrown) {
  Loop loop;
  loop.start(never_join(5s));

  try {
    loop.run_until_empty();
    FAIL() << "the error vanished";
  } catch (const UnawaitedFailure& failure) {
    EXPECT_STREQ(failure.what(), "task 1 'never_join' failed and nobody awaited it: fries");
    EXPECT_THROW(std::rethrow_if_nested(failure), Burnt);
  }
  EXPECT_EQ(loop.now(), Instant{5s});
}

TEST(Scope, FailsTheRunEvenIfItsOwnerIsCancelledBeforeItJoins) {
  Loop loop;
  TaskHandle<> owner = loop.ensure_future(never_join(5s));
  loop.run_until(Instant{3s});

  owner.cancel();

  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);
}

Task<> stop_after(Duration duration, Scope& scope) {
  co_await async_sleep(duration);
  scope.cancel();
  co_await async_sleep(1h);
}

Task<> be_stopped(Log& log, int& alive) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  scope.start(hold(1h, Life(alive)));
  scope.start(stop_after(1s, scope));
  scope.start(hold(1h, Life(alive)));
  co_await scope.join();
  co_await note(log, "joined");
  EXPECT_EQ(alive, 0);
  scope.start(note_after(1s, log, "started again"));
  co_await scope.join();
}

TEST(Scope, CancelledByOneOfItsTasksIsJoinedAndCanBeUsedAgain) {
  int alive = 0;
  Log log;
  Loop loop;

  loop.run_until_complete(be_stopped(log, alive));

  EXPECT_EQ(log, (Log{{1s, "joined"}, {2s, "started again"}}));
}

Task<> start_a_sibling(Scope& scope, Log& log) {
  co_await async_sleep(1s);
  scope.start(note_after(1s, log, "sibling"));
}

TEST(Scope, AlsoWaitsForTasksThatItsTasksStartInIt) {
  Log log;
  Loop loop;

  loop.run_until_complete([](Log& lines) -> Task<> {
    Loop& mine = co_await this_loop();
    Scope scope(mine);
    scope.start(start_a_sibling(scope, lines));
    co_await async_sleep(1ns);
    co_await scope.join();
    co_await note(lines, "joined");
  }(log));

  EXPECT_EQ(log, (Log{{2s, "sibling"}, {2s, "joined"}}));
}

Task<> nest(int depth, Log& log, int& alive) {
  const Life life(alive);
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  if (depth == 0) {
    scope.start(burn_after(1s, "fries"));
  } else {
    scope.start(nest(depth - 1, log, alive));
    scope.start(note_after(1h, log, "never"));
  }
  co_await scope.join();
}

TEST(Scope, PassesAFailureUpThroughNestedJoins) {
  int alive = 0;
  Log log;
  Loop loop;

  EXPECT_THROW(loop.run_until_complete(nest(3, log, alive)), Burnt);

  EXPECT_EQ(alive, 0);
  loop.run_until_empty();
  EXPECT_EQ(log, Log{});
}

Task<> cancel_own_task(const std::optional<TaskRef>& task) {
  co_await async_sleep(1s);
  TaskRef owner = *task;
  owner.cancel();
  EXPECT_EQ(owner.state(), TaskState::RUNNING);
  co_await async_sleep(1h);
}

TEST(Scope, IsDestroyedWithItsOwnerWhenOneOfItsTasksCancelsTheOwner) {
  int alive = 0;
  std::optional<TaskRef> owner;
  Loop loop;
  owner = loop.ensure_future([](const std::optional<TaskRef>& self, int& lives) -> Task<> {
    const Life life(lives);
    Loop& mine = co_await this_loop();
    Scope scope(mine);
    scope.start(hold(1h, life));
    scope.start(cancel_own_task(self));
    co_await scope.join();
  }(owner, alive));

  loop.run_until_empty();

  EXPECT_TRUE(owner->is_cancelled());
  EXPECT_EQ(alive, 0);
  EXPECT_EQ(loop.now(), Instant{1s});
}

Task<> open_two(Log& log) {
  Loop& loop = co_await this_loop();
  Scope outer(loop);
  outer.start(note_after(3s, log, "outer task"));
  {
    Scope inner(loop);
    inner.start(note_after(1s, log, "inner task"));
    co_await inner.join();
    co_await note(log, "inner joined");
  }
  co_await outer.join();
  co_await note(log, "outer joined");
}

TEST(Scope, OpensInsideAnother) {
  Log log;
  Loop loop;

  loop.run_until_complete(open_two(log));

  EXPECT_EQ(log, (Log{{1s, "inner task"}, {1s, "inner joined"}, {3s, "outer task"}, {3s, "outer joined"}}));
}

Task<> join_a_failure(Loop& loop, int siblings, Log& log) {
  Scope scope(loop);
  for (; siblings != 0; --siblings) {
    scope.start(note_after(1h, log, "never"));
  }
  scope.start(burn_after(1s, "fries"));
  try {
    co_await scope.join();
  } catch (const Burnt&) {
  }
  co_await note(log, "owner");
}

Task<> pass_by(Log& log) {
  co_await async_sleep(1s);
  co_await async_sleep(0s);
  co_await note(log, "another");
}

TEST(Scope, ResumesItsOwnerAtOnceWhenTheLastTaskHasFailed) {
  for (const int siblings : {0, 1, 3}) {
    Log log;
    Loop loop;
    loop.start(pass_by(log));
    loop.start(join_a_failure(loop, siblings, log));

    loop.run_until_empty();

    EXPECT_EQ(log, (Log{{1s, "owner"}, {1s, "another"}})) << siblings;
  }
}

Task<> start_after_a_failure(Loop& loop, Log& log) {
  Scope scope(loop);
  scope.start(burn_after(1s, "fries"));
  co_await async_sleep(2s);
  try {
    scope.start(note_after(0s, log, "never"));
  } catch (const Burnt&) {
    log.push_back({loop.now().time_since_epoch(), "caught"});
  }
  scope.start(note_after(0s, log, "later"));
  co_await scope.join();
}

TEST(Scope, ThrowsTheFailureOfATaskWhenTheNextIsStarted) {
  Log log;
  Loop loop;

  loop.run_until_complete(start_after_a_failure(loop, log));

  EXPECT_EQ(log, (Log{{2s, "caught"}, {2s, "later"}}));
}

Task<> say(Log& log, std::string who) { co_await note(log, who); }

Task<> say_through_another(Log& log, std::string who) { co_await say(log, std::move(who)); }

Task<> start_ahead_of_others(Loop& loop, Log& log) {
  Scope scope(loop);
  scope.start(say(log, "ready"));
  scope.start_next(say_through_another(log, "first"));
  scope.start_next(say(log, "second"));
  co_await note(log, "owner");
  co_await scope.join();
}

TEST(Scope, RunsTasksStartedNextBeforeReadyTasks) {
  Log log;
  Loop loop;

  loop.run_until_complete(start_ahead_of_others(loop, log));

  EXPECT_EQ(log, (Log{{0s, "owner"}, {0s, "first"}, {0s, "second"}, {0s, "ready"}}));
}

Task<> start_next_and_leave(Loop& loop, int& alive) {
  Scope scope(loop);
  scope.start_next(hold(1s, Life(alive)));
  co_return;
}

TEST(Scope, CancelsTasksStartedNextWhenItIsLeftBeforeTheyRun) {
  int alive = 0;
  Loop loop;

  loop.run_until_complete(start_next_and_leave(loop, alive));
  loop.run_until_empty();

  EXPECT_EQ(alive, 0);
}

TEST(ScopeDeathTest, IsOpenedByARunningTask) {
  Loop loop;

  EXPECT_DEATH(Scope scope(loop), "opened by a running task");
}

Task<> join_elsewhere(Scope& scope) { co_await scope.join(); }

TEST(ScopeDeathTest, IsJoinedByItsOwner) {
  Log log;
  Loop loop;
  loop.start([](Log& lines) -> Task<> {
    Loop& mine = co_await this_loop();
    Scope scope(mine);
    scope.start(note_after(1s, lines, "never"));
    co_await join_elsewhere(scope);
  }(log));

  EXPECT_DEATH(loop.run_until_empty(), "joined by the task that opened it");
}

}  // namespace
}  // namespace fastfood::async
