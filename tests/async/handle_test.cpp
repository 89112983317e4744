#include "sim/async/handle.hpp"

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

Task<int> fry() {
  co_await async_sleep(4s);
  co_return 42;
}

Task<int> burn() {
  co_await async_sleep(4s);
  throw Burnt("fries");
}

TEST(Handle, ReturnsTheStateOfATask) {
  Loop loop;
  const TaskHandle<int> fries = loop.ensure_future(fry());
  EXPECT_EQ(fries.state(), TaskState::NEW);

  loop.run_until(Instant{1s});
  EXPECT_EQ(fries.state(), TaskState::RUNNING);
  EXPECT_FALSE(fries.is_done());
  EXPECT_FALSE(fries.is_cancelled());

  loop.run_until_empty();
  EXPECT_EQ(fries.state(), TaskState::FINISHED);
  EXPECT_TRUE(fries.is_done());
  EXPECT_FALSE(fries.is_cancelled());
}

TEST(Handle, OfAFailedTaskIsDone) {
  Loop loop;
  const TaskHandle<int> fries = loop.ensure_future(burn());

  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);

  EXPECT_EQ(fries.state(), TaskState::ERROR);
  EXPECT_TRUE(fries.is_done());
  EXPECT_FALSE(fries.is_cancelled());
}

TEST(Handle, OfACancelledTaskIsNotDone) {
  Loop loop;
  TaskHandle<int> fries = loop.ensure_future(fry());

  fries.cancel();

  EXPECT_EQ(fries.state(), TaskState::CANCELLED);
  EXPECT_FALSE(fries.is_done());
  EXPECT_TRUE(fries.is_cancelled());
}

Task<TaskState> own_state(const std::optional<TaskRef>& self) { co_return self->state(); }

TEST(Handle, OfATaskInItsFirstStepIsRunning) {
  std::optional<TaskRef> self;
  Loop loop;
  const TaskHandle<TaskState> task = loop.ensure_future(own_state(self));
  self = task;

  loop.run_until_empty();

  EXPECT_EQ(task.result(), TaskState::RUNNING);
}

Task<std::string> order() {
  co_await async_sleep(1s);
  co_return "burger";
}

TEST(Handle, IsPrintedAsTheTutorialDoes) {
  Loop loop;
  const TaskHandle<std::string> burger = loop.ensure_future(order());
  EXPECT_EQ(to_string(burger), "<Task 'order' [NEW] (None)>");

  loop.run_until(Instant{500ms});
  EXPECT_EQ(to_string(burger), "<Task 'order' [RUNNING] (None)>");

  loop.run_until_empty();
  EXPECT_EQ(to_string(burger), "<Task 'order' [FINISHED] ('burger')>");
}

TEST(Handle, IsPrintedWithTheErrorOrAsCancelled) {
  Loop loop;
  const TaskHandle<int> burnt = loop.ensure_future(burn());
  TaskHandle<int> fries = loop.ensure_future(fry().named("big fries"));

  fries.cancel();
  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);

  EXPECT_EQ(to_string(burnt), "<Task 'burn' [ERROR] (fries)>");
  EXPECT_EQ(to_string(fries), "<Task 'big fries' [CANCELLED] (None)>");
}

TEST(Handle, ReturnsResultAndError) {
  Loop loop;
  const TaskHandle<int> fries = loop.ensure_future(fry());
  const TaskHandle<int> burnt = loop.ensure_future(burn());
  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);

  EXPECT_EQ(fries.result(), 42);
  EXPECT_EQ(fries.error(), nullptr);
  EXPECT_THROW(burnt.result(), Burnt);
  EXPECT_NE(burnt.error(), nullptr);
}

TEST(Handle, HasNoResultOfACancelledTask) {
  Loop loop;
  TaskHandle<int> fries = loop.ensure_future(fry());

  fries.cancel();

  EXPECT_THROW(fries.result(), TaskCancelled);
  EXPECT_EQ(fries.error(), nullptr);
}

TEST(HandleDeathTest, HasNoResultBeforeTheEnd) {
  Loop loop;
  const TaskHandle<int> fries = loop.ensure_future(fry());

  EXPECT_DEATH(fries.result(), "has not ended");
}

TEST(Handle, IsEqualToItsCopiesOnly) {
  Loop loop;
  const TaskHandle<int> fries = loop.ensure_future(fry());
  const TaskHandle<int> others = loop.ensure_future(fry());
  const TaskRef copy = fries;

  EXPECT_EQ(copy, fries);
  EXPECT_NE(copy, others);
}

Task<> note_result(TaskHandle<int> task, Log& log) {
  try {
    const int result = co_await task;
    co_await note(log, std::to_string(result));
    co_return;
  } catch (const Burnt& burnt) {
    log.push_back({0s, burnt.what()});
  } catch (const TaskCancelled& cancelled) {
    log.push_back({0s, cancelled.what()});
  }
}

TEST(AwaitedHandle, ReturnsTheResultToAllWaitingTasksInOrder) {
  Log log;
  Loop loop;
  const TaskHandle<int> fries = loop.ensure_future(fry());
  loop.start(note_result(fries, log));
  loop.start(note_result(fries, log));

  loop.run_until_empty();
  EXPECT_EQ(log, (Log{{4s, "42"}, {4s, "42"}}));

  loop.run_until(Instant{1min});
  loop.run_until_complete(note_result(fries, log));
  EXPECT_EQ(log.back(), (LogLine{1min, "42"}));
}

TEST(AwaitedHandle, ThrowsTheError) {
  Log log;
  Loop loop;

  loop.run_until_complete(note_result(loop.ensure_future(burn()), log));

  EXPECT_EQ(log, (Log{{0s, "fries"}}));
}

TEST(AwaitedHandle, ThrowsTaskCancelled) {
  Log log;
  Loop loop;
  TaskHandle<int> fries = loop.ensure_future(fry());
  loop.start(note_result(fries, log));
  loop.run_until(Instant{1s});

  fries.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "<Task 'fry' [CANCELLED] (None)> has no result"}}));
}

TEST(AwaitedHandle, DoesNotSuspendIfTheTaskHasEnded) {
  Log log;
  Loop loop;
  const TaskHandle<int> fries = loop.ensure_future(fry());
  loop.run_until_empty();
  loop.start(note_result(fries, log));
  loop.start(note_after(0s, log, "other"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{4s, "42"}, {4s, "other"}}));
}

Task<> cancel_after(Duration duration, TaskRef task) {
  co_await async_sleep(duration);
  task.cancel();
}

TEST(Cancel, ByAnotherTaskTakesEffectAtOnce) {
  int alive = 0;
  Log log;
  Loop loop;
  const TaskHandle<> victim = loop.ensure_future([](Life, Log& lines) -> Task<> {
    co_await async_sleep(2s);
    co_await note(lines, "never");
  }(Life(alive), log));
  loop.start(cancel_after(1s, victim));

  loop.run_until(Instant{1s});
  EXPECT_TRUE(victim.is_cancelled());
  EXPECT_EQ(alive, 0);

  loop.run_until_empty();
  EXPECT_EQ(log, Log{});
}

Task<> cancel_by_itself(const std::optional<TaskRef>& self, Log& log) {
  TaskRef me = *self;
  me.cancel();
  co_await note(log, "still here");
  co_await async_sleep(1s);
  co_await note(log, "never");
}

TEST(Cancel, ByItselfTakesEffectWhenItSuspends) {
  std::optional<TaskRef> self;
  Log log;
  Loop loop;
  self = loop.ensure_future(cancel_by_itself(self, log));

  loop.run_until_empty();

  EXPECT_TRUE(self->is_cancelled());
  EXPECT_EQ(log, (Log{{0s, "still here"}}));
  EXPECT_EQ(loop.now(), Instant{});
}

Task<int> cancel_and_return(const std::optional<TaskRef>& self) {
  TaskRef me = *self;
  me.cancel();
  co_return 42;
}

TEST(Cancel, ByItselfHasNoEffectIfTheTaskEndsWithoutSuspending) {
  std::optional<TaskRef> self;
  Loop loop;
  const TaskHandle<int> task = loop.ensure_future(cancel_and_return(self));
  self = task;

  loop.run_until_empty();

  EXPECT_EQ(task.result(), 42);
}

Task<> await_one_that_cancels(const std::optional<TaskRef>& self, Life, Log& log) {
  co_await cancel_by_itself(self, log);
  co_await note(log, "never");
}

TEST(Cancel, ByAnAwaitedChildTakesEffectWhenTheChildSuspends) {
  int alive = 0;
  std::optional<TaskRef> self;
  Log log;
  Loop loop;
  self = loop.ensure_future(await_one_that_cancels(self, Life(alive), log));

  loop.run_until_empty();

  EXPECT_TRUE(self->is_cancelled());
  EXPECT_EQ(log, (Log{{0s, "still here"}}));
  EXPECT_EQ(alive, 0);
}

Task<> cancel_then_await(const std::optional<TaskRef>& self, Log& log) {
  TaskRef me = *self;
  me.cancel();
  co_await note_after(0s, log, "never");
}

TEST(Cancel, ByItselfTakesEffectBeforeAChildIsStarted) {
  std::optional<TaskRef> self;
  Log log;
  Loop loop;
  self = loop.ensure_future(cancel_then_await(self, log));

  loop.run_until_empty();

  EXPECT_TRUE(self->is_cancelled());
  EXPECT_EQ(log, Log{});
}

TEST(Cancel, DoesNothingToATaskThatHasEnded) {
  Loop loop;
  TaskHandle<int> fries = loop.ensure_future(fry());
  loop.run_until_empty();

  fries.cancel();

  EXPECT_EQ(fries.result(), 42);
}

TEST(Cancel, TwiceIsCancelledOnce) {
  int ends = 0;
  Loop loop;
  loop.observe([&ends](const TaskEnd&) { ++ends; });
  TaskHandle<int> fries = loop.ensure_future(fry());

  fries.cancel();
  fries.cancel();

  EXPECT_EQ(ends, 1);
}

TEST(Handle, OutlivesItsLoop) {
  std::optional<TaskHandle<int>> finished;
  std::optional<TaskHandle<int>> waiting;
  {
    Loop loop;
    finished = loop.ensure_future(fry());
    loop.run_until_empty();
    waiting = loop.ensure_future(fry());
  }

  EXPECT_EQ(finished->result(), 42);
  EXPECT_TRUE(waiting->is_cancelled());
  waiting->cancel();
  EXPECT_EQ(to_string(*waiting), "<Task 'fry' [CANCELLED] (None)>");
}

TEST(Handle, OfATaskCanBeAwaitedInALoopThatOutlivesIts) {
  Log log;
  std::optional<TaskHandle<int>> fries;
  {
    Loop loop;
    fries = loop.ensure_future(fry());
    loop.run_until_empty();
  }
  Loop loop;

  loop.run_until_complete(note_result(*fries, log));

  EXPECT_EQ(log, (Log{{0s, "42"}}));
}

Task<> burn_at_once() {
  co_await async_sleep(1s);
  throw Burnt("fries");
}

Task<> await_it(TaskHandle<> task) { co_await task; }

Task<> cancel_after(Duration duration, std::optional<TaskHandle<>>& task) {
  co_await async_sleep(duration);
  task->cancel();
}

TEST(Failure, FailsTheRunIfTheAwaitingTaskIsCancelledBeforeItLearnsOfIt) {
  std::optional<TaskHandle<>> waiter;
  Loop loop;
  const TaskHandle<> fries = loop.ensure_future(burn_at_once());
  waiter = loop.ensure_future(await_it(fries));
  loop.start(cancel_after(1s, waiter));

  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);
}

}  // namespace
}  // namespace fastfood::async
