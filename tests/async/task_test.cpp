#include "sim/async/task.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "tests/async/life.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

Task<> hold(Life) { co_await async_sleep(1s); }

TEST(Task, RunsNothingBeforeItIsStarted) {
  Log log;
  { const Task<> task = note_after(0s, log, "never"); }

  EXPECT_EQ(log, Log{});
}

TEST(Task, ThatIsNeverStartedFreesItsParameters) {
  int alive = 0;
  {
    const Task<> task = hold(Life(alive));
    EXPECT_EQ(alive, 1);
  }

  EXPECT_EQ(alive, 0);
}

TEST(Task, FreesItsParametersWhenItHasEnded) {
  int alive = 0;
  Loop loop;
  loop.start(hold(Life(alive)));

  loop.run_until_empty();

  EXPECT_EQ(alive, 0);
}

TEST(Task, ThatIsOverwrittenIsNeverStarted) {
  int first = 0;
  int second = 0;
  Task<> task = hold(Life(first));

  task = hold(Life(second));

  EXPECT_EQ(first, 0);
  EXPECT_EQ(second, 1);
}

Task<int> add_after(Duration duration, int a, int b) {
  co_await async_sleep(duration);
  co_return a + b;
}

Task<int> sum_of_sums(Log& log) {
  co_await note(log, "before");
  const int first = co_await add_after(2s, 1, 2);
  co_await note(log, "between");
  const int second = co_await add_after(3s, 3, 4);
  co_await note(log, "after");
  co_return first + second;
}

TEST(Task, AwaitedRunsInSequenceAndReturnsItsResult) {
  Log log;
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(sum_of_sums(log)), 10);
  EXPECT_EQ(log, (Log{{0s, "before"}, {2s, "between"}, {5s, "after"}}));
}

Task<> note_now(Log& log, std::string who) { co_await note(log, who); }

Task<> await_at_once(Log& log) {
  co_await note_now(log, "child");
  co_await note_now(log, "another child");
  co_await note_now(log, "caller");
}

TEST(Task, AwaitedRunsWithoutLettingOthersRun) {
  Log log;
  Loop loop;
  loop.start(await_at_once(log));
  loop.start(note_now(log, "other"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "child"}, {0s, "another child"}, {0s, "caller"}, {0s, "other"}}));
}

TEST(Task, AwaitedIsPartOfTheTaskThatAwaitsIt) {
  Log log;
  Loop loop;

  loop.run_until_complete(sum_of_sums(log));

  EXPECT_EQ(loop.started(), 1U);
}

Task<std::unique_ptr<int>> wrap(std::unique_ptr<int> number) { co_return number; }

TEST(Task, ReturnsAMoveOnlyResult) {
  Loop loop;

  loop.run_until_complete([]() -> Task<> {
    std::unique_ptr<int> number = std::make_unique<int>(7);
    const std::unique_ptr<int> back = co_await wrap(std::move(number));
    EXPECT_EQ(*back, 7);
  }());
}

struct NoDefault {
  explicit NoDefault(int it) : number(it) {}
  int number;
};

Task<NoDefault> without_default() { co_return NoDefault(7); }

TEST(Task, ReturnsAResultWithoutADefaultConstructor) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(without_default()).number, 7);
}

Task<> child_with_life(int& alive) {
  const Life life(alive);
  co_await async_sleep(1s);
}

TEST(Task, FreesAChildBeforeTheCallerContinues) {
  int alive = 0;
  Loop loop;

  loop.run_until_complete([](int& lives) -> Task<> {
    for (int i = 0; i != 3; ++i) {
      co_await child_with_life(lives);
      EXPECT_EQ(lives, 0);
    }
  }(alive));

  EXPECT_EQ(loop.now(), Instant{3s});
}

TEST(Task, HasTheNameOfItsFunctionOrAGivenOne) {
  Log log;
  Loop loop;

  EXPECT_EQ(loop.ensure_future(sum_of_sums(log)).name(), "sum_of_sums");
  EXPECT_EQ(loop.ensure_future(sum_of_sums(log).named("ana")).name(), "ana");
}

TEST(Task, IsNumberedInTheOrderOfStarting) {
  Log log;
  Loop loop;
  loop.start(note_now(log, "ana"));

  EXPECT_EQ(loop.ensure_future(note_now(log, "bo")).number(), 2U);
  EXPECT_EQ(loop.started(), 2U);
}

struct Burnt : std::runtime_error {
  using std::runtime_error::runtime_error;
};

Task<> burn_after(Duration duration, const char* what) {
  co_await async_sleep(duration);
  throw Burnt(what);
}

Task<> burn_three_deep(int& alive, int depth) {
  const Life life(alive);
  if (depth == 0) {
    co_await burn_after(1s, "fries");
  } else {
    co_await burn_three_deep(alive, depth - 1);
  }
}

TEST(FailingTask, ThrowsWhereItIsAwaited) {
  int alive = 0;
  Log log;
  Loop loop;

  loop.run_until_complete([](int& lives, Log& lines) -> Task<> {
    bool caught = false;
    try {
      co_await burn_three_deep(lives, 2);
    } catch (const Burnt& burnt) {
      EXPECT_STREQ(burnt.what(), "fries");
      caught = true;
    }
    EXPECT_TRUE(caught);
    EXPECT_EQ(lives, 0);
    co_await note(lines, "goes on");
  }(alive, log));

  EXPECT_EQ(log, (Log{{1s, "goes on"}}));
}

Task<> burn_at_once() {
  throw Burnt("fries");
  co_return;
}

TEST(FailingTask, ThrowsWhereItIsAwaitedEvenIfItNeverSuspends) {
  Loop loop;

  EXPECT_THROW(loop.run_until_complete([]() -> Task<> { co_await burn_at_once(); }()), Burnt);
}

std::string innermost_of(const UnawaitedFailure& failure) {
  try {
    std::rethrow_if_nested(failure);
  } catch (const Burnt& burnt) {
    return burnt.what();
  }
  return "nothing is nested";
}

/// Returns the message of an unawaited failure of a run, and the message of its nested error.
std::vector<std::string> failure_of_run(Loop& loop) {
  try {
    loop.run_until_empty();
  } catch (const UnawaitedFailure& failure) {
    return {failure.what(), innermost_of(failure)};
  }
  return {};
}

TEST(UnawaitedFailure, EndsTheRunOfATaskWithoutHandle) {
  Log log;
  Loop loop;
  loop.start(burn_after(1s, "fries"));
  loop.start(note_after(2s, log, "later"));

  EXPECT_THAT(failure_of_run(loop), ElementsAre("task 1 'burn_after' failed and nobody awaited it: fries", "fries"));
  EXPECT_EQ(loop.now(), Instant{1s});
  EXPECT_EQ(log, Log{});
}

TEST(UnawaitedFailure, LeavesOtherTasksForALaterRun) {
  Log log;
  Loop loop;
  loop.start(burn_after(1s, "fries"));
  loop.start(note_after(1s, log, "of the same instant"));
  loop.start(note_after(2s, log, "later"));
  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "of the same instant"}, {2s, "later"}}));
}

TEST(UnawaitedFailure, EndsTheRunIfTheHandleWasDropped) {
  Loop loop;
  loop.ensure_future(burn_after(1s, "fries"));

  EXPECT_THAT(failure_of_run(loop), ElementsAre(HasSubstr("task 1 'burn_after'"), "fries"));
}

TEST(UnawaitedFailure, FailsTheRunAtItsEndIfAHandleExists) {
  Log log;
  Loop loop;
  const TaskHandle<> held = loop.ensure_future(burn_after(1s, "fries"));
  loop.start(note_after(2s, log, "later"));

  EXPECT_THAT(failure_of_run(loop), ElementsAre(HasSubstr("task 1 'burn_after'"), "fries"));
  EXPECT_EQ(log, (Log{{2s, "later"}}));
}

TEST(UnawaitedFailure, IsReportedByOneRunOnly) {
  Loop loop;
  const TaskHandle<> held = loop.ensure_future(burn_after(1s, "fries"));
  EXPECT_THROW(loop.run_until(Instant{1s}), UnawaitedFailure);

  loop.run_until(Instant{2s});

  EXPECT_EQ(loop.now(), Instant{2s});
}

TEST(UnawaitedFailure, AlsoFailsARunThatEndsWithAResult) {
  Loop loop;
  const TaskHandle<> held = loop.ensure_future(burn_after(1s, "fries"));

  EXPECT_THROW(loop.run_until_complete(add_after(7s, 1, 2)), UnawaitedFailure);
}

Task<> ask_for_the_error(TaskRef task) {
  co_await async_sleep(2s);
  EXPECT_NE(task.error(), nullptr);
}

TEST(UnawaitedFailure, IsNotThrownIfTheErrorIsReadInTime) {
  Loop loop;
  const TaskHandle<> held = loop.ensure_future(burn_after(1s, "fries"));
  loop.start(ask_for_the_error(held));

  loop.run_until_empty();
}

Task<> outlive(TaskHandle<> task, Event& bell) {
  try {
    co_await task;
  } catch (const Burnt&) {
  }
  co_await bell.wait();
}

TEST(UnawaitedFailure, IsNotThrownWhileATaskWaitsForIt) {
  Event bell;
  Loop loop;
  loop.start(outlive(loop.ensure_future(burn_after(1s, "fries")), bell));

  loop.run_until(Instant{2s});
}

}  // namespace
}  // namespace fastfood::async
