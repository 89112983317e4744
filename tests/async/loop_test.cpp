#include "sim/async/loop.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/async/event.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

TEST(Loop, StartsAtZero) {
  const Loop loop;

  EXPECT_EQ(loop.now(), Instant{});
  EXPECT_EQ(loop.started(), 0U);
}

TEST(Loop, RunsReadyTasksInTheOrderOfStarting) {
  Log log;
  Loop loop;
  loop.start(note_after(0s, log, "ana"));
  loop.start(note_after(0s, log, "bo"));
  loop.start(note_after(0s, log, "cy"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {0s, "bo"}, {0s, "cy"}}));
}

TEST(Loop, JumpsFromOneWakeUpToTheNext) {
  Log log;
  Loop loop;
  loop.start(note_after(24h, log, "a day"));
  loop.start(note_after(1ns, log, "a nanosecond"));
  loop.start(note_after(90s, log, "a minute and a half"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1ns, "a nanosecond"}, {90s, "a minute and a half"}, {24h, "a day"}}));
  EXPECT_EQ(loop.now(), Instant{24h});
}

Task<> sleep_twice(Duration first, Duration second, Log& log, std::string who) {
  co_await async_sleep(first);
  co_await async_sleep(second);
  co_await note(log, who);
}

TEST(Loop, WakesTasksOfOneInstantInTheOrderOfTheirSleeps) {
  Log log;
  Loop loop;
  loop.start(sleep_twice(2s, 1s, log, "asked at 2 s"));
  loop.start(sleep_twice(1s, 2s, log, "asked at 1 s"));
  loop.start(note_after(3s, log, "asked at 0 s"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{3s, "asked at 0 s"}, {3s, "asked at 1 s"}, {3s, "asked at 2 s"}}));
}

Task<> start_concurrently(Log& log) {
  Loop& loop = co_await this_loop();
  loop.start(note_after(0s, log, "started"));
  co_await note(log, "goes on");
}

TEST(Loop, RunsAStartedTaskAfterItsStarter) {
  Log log;
  Loop loop;
  loop.start(start_concurrently(log));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "goes on"}, {0s, "started"}}));
}

TEST(RunUntilEmpty, EndsAtOnceWithoutTasks) {
  Loop loop;

  loop.run_until_empty();

  EXPECT_EQ(loop.now(), Instant{});
}

TEST(RunUntil, IncludesItsInstantAndNothingLater) {
  Log log;
  Loop loop;
  loop.start(note_after(10s - 1ns, log, "before"));
  loop.start(note_after(10s, log, "then"));
  loop.start(note_after(10s + 1ns, log, "after"));

  loop.run_until(Instant{10s});
  EXPECT_EQ(log, (Log{{10s - 1ns, "before"}, {10s, "then"}}));

  loop.run_until(Instant{11s});
  EXPECT_EQ(log.back(), (LogLine{10s + 1ns, "after"}));
}

Task<> wake_in_each_phase(Log& log) {
  co_await sleep_until(Instant{10s}, Phase::last);
  co_await note(log, "last");
  co_await sleep_until(Instant{10s}, Phase::timeouts);
  co_await note(log, "timeouts");
}

TEST(RunUntil, IncludesEveryPhaseOfItsInstant) {
  Log log;
  Loop loop;
  loop.start(wake_in_each_phase(log));

  loop.run_until(Instant{10s});

  EXPECT_EQ(log, (Log{{10s, "last"}, {10s, "timeouts"}}));
}

TEST(RunUntil, SetsTheClockEvenIfNothingHappens) {
  Loop loop;

  loop.run_until(Instant{10s});
  EXPECT_EQ(loop.now(), Instant{10s});

  loop.run_until(Instant{10s});
  EXPECT_EQ(loop.now(), Instant{10s});
}

TEST(RunUntil, CountsLaterSleepsFromWhereItSetTheClock) {
  Log log;
  Loop loop;
  loop.run_until(Instant{10s});
  loop.start(note_after(0s, log, "now"));
  loop.start(note_after(5s, log, "later"));

  loop.run_until(Instant{10s});
  EXPECT_EQ(log, (Log{{10s, "now"}}));

  loop.run_until_empty();
  EXPECT_EQ(log, (Log{{10s, "now"}, {15s, "later"}}));
}

TEST(RunUntil, LeavesWaitingTasks) {
  Event bell;
  Loop loop;
  const TaskHandle<> waiter = loop.ensure_future([](Event& event) -> Task<> { co_await event.wait(); }(bell));

  loop.run_until(Instant{10s});
  EXPECT_EQ(waiter.state(), TaskState::RUNNING);

  bell.set();
  loop.run_until(Instant{10s});
  EXPECT_EQ(waiter.state(), TaskState::FINISHED);
}

TEST(RunUntil, HasTheSameTimelineHoweverItIsCut) {
  Log whole;
  Log pieces;
  for (Log* log : {&whole, &pieces}) {
    Loop loop;
    for (int i = 0; i != 200; ++i) {
      loop.start(sleep_twice(i * 7 % 50 * 1s, i * 11 % 40 * 1s, *log, std::to_string(i)));
    }
    for (Duration time = 0s; log == &pieces && time != 90s; time += 500ms) {
      loop.run_until(Instant{time});
    }
    loop.run_until_empty();
  }

  EXPECT_EQ(pieces, whole);
}

TEST(RunUntilDeathTest, RefusesATimeThatHasPassed) {
  Loop loop;
  loop.run_until(Instant{10s});

  EXPECT_DEATH(loop.run_until(Instant{10s - 1ns}), "has passed");
}

TEST(RunUntilDeathTest, RefusesATimeAfterTheLatestInstant) {
  Loop loop;

  EXPECT_DEATH(loop.run_until(latest_instant + 1ns), "later than latest_instant");
}

Task<> run_inside(Loop& loop) {
  loop.run_until_empty();
  co_return;
}

TEST(LoopDeathTest, DoesNotRunInsideItself) {
  Loop loop;
  loop.start(run_inside(loop));

  EXPECT_DEATH(loop.run_until_empty(), "inside itself");
}

Task<int> answer_after(Duration duration) {
  co_await async_sleep(duration);
  co_return 42;
}

TEST(RunUntilComplete, ReturnsTheResult) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(answer_after(7s)), 42);
  EXPECT_EQ(loop.now(), Instant{7s});
}

TEST(RunUntilComplete, LeavesOtherTasksForALaterRun) {
  Log log;
  Loop loop;
  loop.start(note_after(5s, log, "before"));
  loop.start(note_after(10s, log, "asked before it"));

  loop.run_until_complete(answer_after(7s));
  EXPECT_EQ(log, (Log{{5s, "before"}}));

  loop.run_until_complete(answer_after(3s));
  EXPECT_EQ(log, (Log{{5s, "before"}, {10s, "asked before it"}}));
  EXPECT_EQ(loop.now(), Instant{10s});
}

TEST(RunUntilComplete, StopsWhenItsTaskEndsEvenWithinAnInstant) {
  Log log;
  Loop loop;
  const TaskHandle<int> first = loop.ensure_future(answer_after(7s));
  loop.start(note_after(7s, log, "the second of 7 s"));

  loop.run_until_complete([](TaskHandle<int> task) -> Task<> { co_await task; }(first));
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{7s, "the second of 7 s"}}));
}

struct Burnt : std::runtime_error {
  using std::runtime_error::runtime_error;
};

Task<> burn_after(Duration duration, const char* what) {
  co_await async_sleep(duration);
  throw Burnt(what);
}

TEST(RunUntilComplete, ThrowsTheErrorOfItsTaskAsItIs) {
  Loop loop;

  EXPECT_THROW(loop.run_until_complete(burn_after(1s, "fries")), Burnt);
}

/// Cancels the task that awaits this one, without suspending.
struct CancelCaller {
  bool await_ready() const { return false; }
  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> caller) const {
    caller.promise().loop->cancel(caller.promise());
    return false;
  }
  void await_resume() const {}
};

Task<> cancel_oneself() {
  co_await CancelCaller();
  co_await yield();
}

TEST(RunUntilComplete, ThrowsTaskCancelledIfItsTaskWasCancelled) {
  Loop loop;

  EXPECT_THROW(loop.run_until_complete(cancel_oneself()), TaskCancelled);
  loop.run_until_empty();
}

Task<> tick(Duration period, Log& log, std::string who) {
  for (int i = 0; i != 3; ++i) {
    co_await async_sleep(period);
    co_await note(log, who);
  }
}

TEST(Loops, RunInTurnsInOneThreadWithoutInterference) {
  Log log;
  Loop slow;
  Loop fast;
  slow.start(tick(10s, log, "slow"));
  fast.start(tick(1s, log, "fast"));

  slow.run_until(Instant{10s});
  fast.run_until(Instant{2s});
  slow.run_until_empty();
  fast.run_until_empty();

  EXPECT_EQ(log, (Log{{10s, "slow"}, {1s, "fast"}, {2s, "fast"}, {20s, "slow"}, {30s, "slow"}, {3s, "fast"}}));
  EXPECT_EQ(slow.now(), Instant{30s});
  EXPECT_EQ(fast.now(), Instant{3s});
  EXPECT_EQ(slow.started(), 1U);
}

Task<> run_another_loop(Log& log) {
  Loop inner;
  co_await async_sleep(1h);
  inner.start(tick(1s, log, "inner"));
  inner.run_until_empty();
  co_await note(log, "outer");
}

TEST(Loops, RunOneInsideATaskOfAnother) {
  Log log;
  Loop outer;

  outer.run_until_complete(run_another_loop(log));

  EXPECT_EQ(log, (Log{{1s, "inner"}, {2s, "inner"}, {3s, "inner"}, {1h, "outer"}}));
}

struct Observed {
  explicit Observed(Loop& loop) {
    loop.observe([this](const TaskEnd& end) { ends.push_back(std::to_string(end.number) + to_string(end)); });
  }
  std::vector<std::string> ends;
};

TEST(Observer, IsNotifiedOfEachEndWhenItHappens) {
  Log log;
  Loop loop;
  const Observed observed(loop);
  loop.start(note_after(2s, log, "late"));
  const TaskHandle<int> answer = loop.ensure_future(answer_after(1s));

  loop.run_until_empty();

  EXPECT_THAT(observed.ends,
              ElementsAre("2<Task 'answer_after' [FINISHED] (42)>", "1<Task 'note_after' [FINISHED] (None)>"));
}

TEST(Observer, IsNotifiedOfFailuresAndCancellations) {
  Loop loop;
  const Observed observed(loop);
  TaskHandle<int> answer = loop.ensure_future(answer_after(1s));
  loop.start(burn_after(2s, "fries"));

  answer.cancel();
  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);

  EXPECT_THAT(observed.ends,
              ElementsAre("1<Task 'answer_after' [CANCELLED] (None)>", "2<Task 'burn_after' [ERROR] (fries)>"));
}

TEST(Observer, IsNotNotifiedOfATaskAwaitedInSequence) {
  Loop loop;
  const Observed observed(loop);

  loop.run_until_complete([]() -> Task<> { co_await answer_after(1s); }().named("main"));

  EXPECT_THAT(observed.ends, ElementsAre("1<Task 'main' [FINISHED] (None)>"));
}

TEST(Observer, IsNotCalledOnceItIsEmpty) {
  Loop loop;
  const Observed observed(loop);
  loop.observe(nullptr);

  loop.run_until_complete(answer_after(1s));

  EXPECT_THAT(observed.ends, ElementsAre());
}

TEST(Observer, IsNotNotifiedOfTasksDestroyedWithTheLoop) {
  std::vector<std::string> ends;
  {
    Loop loop;
    loop.observe([&ends](const TaskEnd& end) { ends.push_back(to_string(end)); });
    loop.start(answer_after(1s));
  }

  EXPECT_THAT(ends, ElementsAre());
}

TEST(Observer, MayDropTheLastHandleOfTheTaskThatEnds) {
  std::vector<TaskRef> handles;
  Loop loop;
  handles.push_back(loop.ensure_future(answer_after(1s)));
  loop.observe([&handles](const TaskEnd&) { handles.clear(); });

  loop.run_until_empty();

  EXPECT_TRUE(handles.empty());
}

TEST(Loop, DoesNotWaitForTheMainTaskOfAFailedRunLater) {
  Log log;
  Loop loop;
  loop.start(burn_after(1s, "fries"));
  EXPECT_THROW(loop.run_until_complete(note_after(1h, log, "main")), UnawaitedFailure);

  loop.start(note_after(49s, log, "later"));
  const TaskHandle<> sooner = loop.ensure_future(note_after(1s, log, "sooner"));
  loop.run_until(Instant{100s});

  EXPECT_EQ(log, (Log{{2s, "sooner"}, {50s, "later"}}));
  EXPECT_EQ(loop.now(), Instant{100s});
}

std::string failure_of_a_run(Loop& loop) {
  try {
    loop.run_until_empty();
  } catch (const UnawaitedFailure& failure) {
    return failure.what();
  }
  return "none";
}

TEST(Loop, ReportsEachUnawaitedFailureInARunOfItsOwn) {
  Loop loop;
  const TaskHandle<> fries = loop.ensure_future(burn_after(1s, "fries").named("a"));
  const TaskHandle<> burger = loop.ensure_future(burn_after(1s, "burger").named("b"));

  EXPECT_EQ(failure_of_a_run(loop), "task 1 'a' failed and nobody awaited it: fries");
  EXPECT_EQ(failure_of_a_run(loop), "task 2 'b' failed and nobody awaited it: burger");
  EXPECT_EQ(failure_of_a_run(loop), "none");
}

Task<> await_both_never(Loop& loop) {
  Scope one(loop);
  one.start(burn_after(1s, "fries").named("a"));
  Scope other(loop);
  other.start(burn_after(1s, "burger").named("b"));
  co_await async_sleep(5s);
}

TEST(Loop, ReportsTheFailuresOfTwoUnjoinedScopes) {
  Loop loop;
  loop.start(await_both_never(loop).named("owner"));

  EXPECT_EQ(failure_of_a_run(loop), "task 1 'owner' failed and nobody awaited it: burger");
  EXPECT_EQ(failure_of_a_run(loop), "task 1 'owner' failed and nobody awaited it: fries");
  EXPECT_EQ(failure_of_a_run(loop), "none");
}

Task<> fail_with_a_failed_child(Loop& loop) {
  Scope scope(loop);
  scope.start(burn_after(1s, "fries").named("child"));
  co_await async_sleep(1s);
  co_await async_sleep(0s);
  throw std::runtime_error("burger");
}

TEST(Loop, ReportsTheErrorOfTheMainTaskInTheNextRunIfAnotherErrorEndedThisOne) {
  Loop loop;
  EXPECT_THROW(loop.run_until_complete(fail_with_a_failed_child(loop).named("main")), UnawaitedFailure);

  EXPECT_EQ(failure_of_a_run(loop), "task 1 'main' failed and nobody awaited it: burger");
  EXPECT_EQ(failure_of_a_run(loop), "none");
}

Task<std::unique_ptr<int>> box() {
  co_await async_sleep(1s);
  co_return std::make_unique<int>(5);
}

TEST(Loop, ReturnsAMoveOnlyResult) {
  Loop loop;

  EXPECT_EQ(*loop.run_until_complete(box()), 5);
}

}  // namespace
}  // namespace fastfood::async
