#include "sim/async/detail/deadlock_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <coroutine>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/queue.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/semaphore.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait.hpp"
#include "sim/async/wait_for.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

std::string deadlock_of(Loop& loop) {
  try {
    loop.run_until_empty();
  } catch (const Deadlock& deadlock) {
    return deadlock.what();
  }
  return "no deadlock";
}

Task<> take_both(Lock& first, Lock& second) {
  const Lease one = co_await first.acquire();
  co_await async_sleep(2s);
  const Lease other = co_await second.acquire();
}

TEST(DeadlockReport, NamesTwoTasksThatHoldWhatTheOtherNeeds) {
  Lock grill("grill");
  Lock fryer("fryer");
  Loop loop;
  loop.start(take_both(grill, fryer).named("ana"));
  loop.start(take_both(fryer, grill).named("bo"));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:02: no timer is set and no task is ready\n"
            "  task 1 'ana' waits for Lock 'fryer', held by task 2 'bo'\n"
            "  task 2 'bo' waits for Lock 'grill', held by task 1 'ana'");
}

Task<> wait_for_bell(Event& bell) { co_await bell.wait(); }

Task<> wait_for_order(Queue<int>& pass) { co_await pass.get(); }

Task<> put_forever(Queue<int>& pass) {
  for (;;) {
    co_await pass.put(1);
  }
}

TEST(DeadlockReport, NamesEventsAndQueues) {
  Event bell("bell");
  Event nameless;
  Queue<int> empty(1, "empty");
  Queue<int> full(1, "full");
  Loop loop;
  loop.start(wait_for_bell(bell));
  loop.start(wait_for_bell(nameless));
  loop.start(wait_for_order(empty));
  loop.start(put_forever(full));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:00: no timer is set and no task is ready\n"
            "  task 1 'wait_for_bell' waits for Event 'bell'\n"
            "  task 2 'wait_for_bell' waits for Event\n"
            "  task 3 'wait_for_order' waits for Queue 'empty'\n"
            "  task 4 'put_forever' waits for Queue 'full'");
}

Task<> await_handle(TaskHandle<> task) { co_await task; }

TEST(DeadlockReport, NamesTheTaskThatATaskWaitsFor) {
  Event bell("bell");
  Loop loop;
  const TaskHandle<> waiting = loop.ensure_future(wait_for_bell(bell));
  loop.start(await_handle(waiting));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:00: no timer is set and no task is ready\n"
            "  task 1 'wait_for_bell' waits for Event 'bell'\n"
            "  task 2 'await_handle' waits for task 1 'wait_for_bell'");
}

Task<> await_oneself(const std::optional<TaskHandle<>>& self) { co_await *self; }

TEST(DeadlockReport, NamesATaskThatWaitsForItself) {
  std::optional<TaskHandle<>> self;
  Loop loop;
  self = loop.ensure_future(await_oneself(self));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:00: no timer is set and no task is ready\n"
            "  task 1 'await_oneself' waits for task 1 'await_oneself'");
}

Task<> call(Event& bell) { co_await wait_for_bell(bell); }
Task<> call_twice(Event& bell) { co_await call(bell); }

TEST(DeadlockReport, NamesTheInnermostFrameOfATask) {
  Event bell("bell");
  Loop loop;
  loop.start(call_twice(bell));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:00: no timer is set and no task is ready\n"
            "  task 1 'call_twice', in 'wait_for_bell', waits for Event 'bell'");
}

Task<> join_two(Event& bell) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  scope.start(wait_for_bell(bell));
  scope.start(call(bell));
  co_await scope.join();
}

Task<> wait_for_two(Event& bell) { co_await join_two(bell); }

TEST(DeadlockReport, NamesTheTasksOfScopesInOrderOfStarting) {
  Event bell("bell");
  Loop loop;
  loop.start(wait_for_two(bell));
  loop.start(wait_for_bell(bell));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:00: no timer is set and no task is ready\n"
            "  task 1 'wait_for_two', in 'join_two', waits for the tasks of its scope\n"
            "  task 3 'wait_for_bell' waits for Event 'bell'\n"
            "  task 4 'call', in 'wait_for_bell', waits for Event 'bell'\n"
            "  task 2 'wait_for_bell' waits for Event 'bell'");
}

Task<> hold_a_seat(Semaphore& seats, Event& bell) {
  const Lease seat = co_await seats.acquire();
  co_await bell.wait();
}

TEST(DeadlockReport, NamesAllHoldersOfASemaphore) {
  Event bell("bell");
  Semaphore seats(3, "seats");
  Loop loop;
  loop.start(hold_a_seat(seats, bell).named("ana"));
  loop.start(hold_a_seat(seats, bell).named("bo"));
  loop.start(hold_a_seat(seats, bell).named("cy"));
  loop.start(hold_a_seat(seats, bell).named("di"));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:00: no timer is set and no task is ready\n"
            "  task 1 'ana' waits for Event 'bell'\n"
            "  task 2 'bo' waits for Event 'bell'\n"
            "  task 3 'cy' waits for Event 'bell'\n"
            "  task 4 'di' waits for Semaphore 'seats', held by task 1 'ana', task 2 'bo' and task 3 'cy'");
}

Task<> give_away(Lock& lock, std::optional<Lease>& kept) {
  Lease lease = co_await lock.acquire();
  kept = std::move(lease);
}

Task<> take(Lock& lock) { const Lease lease = co_await lock.acquire(); }

TEST(DeadlockReport, MarksAHolderThatHasEnded) {
  std::optional<Lease> kept;
  Lock grill("grill");
  Loop loop;
  loop.start(give_away(grill, kept));
  loop.start(take(grill));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:00: no timer is set and no task is ready\n"
            "  task 2 'take' waits for Lock 'grill', held by task 1, which has ended");
  kept.reset();
  loop.run_until_empty();
}

TEST(DeadlockReport, NamesNoHolderIfNoTaskHoldsTheUnit) {
  Lock grill("grill");
  Lease lease = grill.try_acquire();
  Loop loop;
  loop.start(take(grill));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:00: no timer is set and no task is ready\n"
            "  task 1 'take' waits for Lock 'grill'");
}

TEST(DeadlockReport, NamesTwentyTasksAndCountsTheOthers) {
  Event bell("bell");
  Loop loop;
  for (int i = 0; i != 25; ++i) {
    loop.start(wait_for_bell(bell));
  }

  const std::string report = deadlock_of(loop);

  EXPECT_EQ(std::count(report.begin(), report.end(), '\n'), 21);
  EXPECT_TRUE(report.ends_with("\n  task 20 'wait_for_bell' waits for Event 'bell'\n  and 5 tasks more"));
}

TEST(Deadlock, LeavesALoopThatContinuesOnceItIsResolved) {
  Event bell;
  Loop loop;
  const TaskHandle<> waiting = loop.ensure_future(wait_for_bell(bell));
  EXPECT_THROW(loop.run_until_empty(), Deadlock);

  bell.set();
  loop.run_until_empty();

  EXPECT_EQ(waiting.state(), TaskState::FINISHED);
}

TEST(Deadlock, EndsARunWhoseMainTaskCannotEndEvenIfOthersHaveEnded) {
  Event bell;
  Log log;
  Loop loop;
  loop.start(note_after(5s, log, "ana"));

  EXPECT_THROW(loop.run_until_complete(wait_for_bell(bell)), Deadlock);

  EXPECT_EQ(log, (Log{{5s, "ana"}}));
}

TEST(Deadlock, IsNotReportedWhileATimerIsSet) {
  Event bell;
  Loop loop;

  EXPECT_FALSE(loop.run_until_complete([](Event& never) -> Task<bool> {
    const bool in_time = co_await wait_for(wait_for_bell(never), 70min);
    co_return in_time;
  }(bell)));

  EXPECT_EQ(loop.now(), Instant{70min});
}

TEST(Deadlock, DoesNotHideAnUnawaitedFailure) {
  Event bell;
  Loop loop;
  const TaskHandle<> failed = loop.ensure_future([]() -> Task<> {
    co_await async_sleep(1s);
    throw std::runtime_error("the fryer burns");
  }());
  loop.start(wait_for_bell(bell));

  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);
}

Task<> wait_for_ever(Event& event) { co_await event.wait(); }

Task<> wait_for_two(Event& event, Log& log) {
  co_await wait(note_after(1s, log, "quick").named("quick"), wait_for_ever(event).named("never"),
                note_after(2s, log, "slow").named("slow"));
}

TEST(DeadlockReport, NamesARunningTaskOfTheSeveralThatATaskWaitsFor) {
  Log log;
  Event event("doom");
  Loop loop;
  loop.start(wait_for_two(event, log).named("ana"));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:00:02: no timer is set and no task is ready\n"
            "  task 1 'ana', in 'wait', waits for task 3 'never'\n"
            "  task 3 'never' waits for Event 'doom'");
}

/// Suspends without naming a resource, like a task whose body GCC 12 has skipped. The test does not use such a task,
/// because parts of its frame are not initialised and it may end the program.
struct WithoutAResource {
  Frame*& frame;
  bool await_ready() const { return false; }
  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) const {
    frame = &caller.promise();
  }
  void await_resume() const {}
};

Task<> suspend_without_a_resource(Frame*& frame) {
  const WithoutAResource suspension{frame};
  co_await suspension;
}

TEST(DeadlockReport, HintsAtASkippedBodyIfATaskNeverLeftItsStart) {
  Frame* frame = nullptr;
  Loop loop;
  loop.start(suspend_without_a_resource(frame));

  EXPECT_EQ(
      deadlock_of(loop),
      "deadlock at 0:00:00: no timer is set and no task is ready\n"
      "  task 1 'suspend_without_a_resource' has skipped its body, or awaits something that the loop does not know\n"
      "GCC 12 may skip the body of a coroutine that has a co_await in the condition of an if, a loop or a switch.\n"
      "Name the result in a statement before; tools/check_awaits finds these conditions.");
  frame->loop->wake(*frame);
  loop.run_until_empty();
}

Task<> poll(const bool& done) {
  while (!done) {
    co_await yield();
  }
}

Task<> poll_for_ever(const bool& never) { co_await poll(never); }

// It takes a million polls.
TEST(DeadlockReport, NamesTasksThatOnlyPoll) {
  const bool never = false;
  Event bell("bell");
  Loop loop;
  loop.run_until(Instant{90s});
  loop.start(poll_for_ever(never));
  loop.start(wait_for_bell(bell));

  EXPECT_EQ(deadlock_of(loop),
            "deadlock at 0:01:30: no timer is set and the tasks that are ready only poll\n"
            "  task 1 'poll_for_ever', in 'poll', polls\n"
            "  task 2 'wait_for_bell' waits for Event 'bell'");
}

TEST(RunUntil, LeavesPollingTasksAsItLeavesWaitingTasks) {
  bool done = false;
  Loop loop;
  const TaskHandle<> polling = loop.ensure_future(poll(done));

  loop.run_until(Instant{90s});
  EXPECT_EQ(loop.now(), Instant{90s});
  EXPECT_EQ(polling.state(), TaskState::RUNNING);

  done = true;
  loop.run_until(Instant{90s});
  EXPECT_EQ(polling.state(), TaskState::FINISHED);
}

/// Polls until `ready`, sets `done`, and polls until `answered`.
Task<> poll_and_answer(const bool& ready, bool& done, const bool& answered) {
  while (!ready) {
    co_await yield();
  }
  done = true;
  while (!answered) {
    co_await yield();
  }
}

TEST(RunUntil, CountsPollsFromZeroInALaterRun) {
  bool asked = false;
  bool heard = false;
  bool answered = false;
  Loop loop;
  // The first task sees only what the second has set in the round before.
  loop.start(poll_and_answer(heard, answered, answered));
  loop.start(poll_and_answer(asked, heard, answered));
  loop.run_until(Instant{90s});

  asked = true;
  loop.run_until_empty();

  EXPECT_TRUE(answered);
}

}  // namespace
}  // namespace fastfood::async
