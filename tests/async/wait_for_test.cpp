#include "sim/async/wait_for.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/queue.hpp"
#include "sim/async/semaphore.hpp"
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

Task<int> fry(Duration duration) {
  co_await async_sleep(duration);
  co_return 42;
}

Task<> rest(Duration duration) { co_await async_sleep(duration); }

Task<std::optional<int>> fries_within(Duration limit) {
  const std::optional<int> fries = co_await wait_for(fry(4s), limit);
  co_return fries;
}

TEST(WaitFor, ReturnsTheResultOfATaskThatEndsInTime) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(fries_within(5s)), 42);
  EXPECT_EQ(loop.now(), Instant{4s});
}

TEST(WaitFor, ReturnsNothingWhenTheTimeIsUp) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(fries_within(3s)), std::nullopt);
  EXPECT_EQ(loop.now(), Instant{3s});
}

TEST(WaitFor, CountsATaskThatEndsAtThatVeryInstantAsInTime) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(fries_within(4s)), 42);
}

TEST(WaitFor, CountsATaskThatEndsANanosecondLaterAsLate) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(fries_within(4s - 1ns)), std::nullopt);
}

TEST(WaitFor, OfATaskWithoutResultReturnsWhetherItWasInTime) {
  Loop loop;

  loop.run_until_complete([]() -> Task<> {
    const bool in_time = co_await wait_for(rest(4s), 5s);
    const bool late = co_await wait_for(rest(4s), 3s);
    EXPECT_TRUE(in_time);
    EXPECT_FALSE(late);
  }());

  EXPECT_EQ(loop.now(), Instant{7s});
}

TEST(WaitFor, LeavesNoTimerBehind) {
  Loop loop;

  loop.run_until_complete(fries_within(1h));
  loop.run_until_empty();

  EXPECT_EQ(loop.now(), Instant{4s});
}

Task<bool> ring_at_the_end_of(Duration limit, Event& bell) {
  const bool in_time = co_await wait_for([](Event& its_bell) -> Task<> { co_await its_bell.wait(); }(bell), limit);
  co_return in_time;
}

Task<> ring_last_at(Instant time, Event& bell) {
  co_await sleep_until(time, Phase::last);
  co_await until_settled();
  bell.set();
}

TEST(WaitFor, TimesOutAfterAllOtherEventsOfItsInstant) {
  Event bell;
  Loop loop;
  loop.start(ring_last_at(Instant{4s}, bell));

  EXPECT_TRUE(loop.run_until_complete(ring_at_the_end_of(4s, bell)));
}

TEST(WaitFor, WithAZeroLimitLetsATaskRunThatNeedsNoTime) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete([]() -> Task<std::optional<int>> {
    const std::optional<int> at_once = co_await wait_for(fry(0s), 0s);
    co_return at_once;
  }()),
            42);
}

TEST(WaitFor, TreatsANegativeLimitAsZero) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(fries_within(-1h)), std::nullopt);
  EXPECT_EQ(loop.now(), Instant{});
}

TEST(WaitFor, WithALimitBeyondTheClockWaitsForever) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(fries_within(Duration::max())), 42);
}

TEST(WaitFor, FreesTheLateTaskBeforeTheCallerContinues) {
  int alive = 0;
  Loop loop;

  loop.run_until_complete([](int& lives) -> Task<> {
    const Life life(lives);
    const bool in_time = co_await wait_for([](Life) -> Task<> { co_await rest(1h); }(life), 1s);
    EXPECT_FALSE(in_time);
    EXPECT_EQ(lives, 1);
  }(alive));
}

Task<> burn() {
  co_await async_sleep(1s);
  throw Burnt("fries");
}

TEST(WaitFor, ThrowsTheErrorOfATaskThatFailsInTime) {
  Loop loop;

  EXPECT_THROW(loop.run_until_complete([]() -> Task<> { co_await wait_for(burn(), 1s); }()), Burnt);
}

TEST(WaitFor, ReturnsAMoveOnlyResult) {
  Loop loop;

  loop.run_until_complete([]() -> Task<> {
    const std::optional<std::unique_ptr<int>> number =
        co_await wait_for([]() -> Task<std::unique_ptr<int>> { co_return std::make_unique<int>(7); }(), 1s);
    EXPECT_TRUE(number.has_value());
    EXPECT_EQ(**number, 7);
  }());
}

Task<> try_for(Duration limit, Log& log, std::string who) {
  co_await wait_for(rest(1h), limit);
  co_await note(log, who);
}

TEST(WaitFor, TimesOutAtOneInstantInTheOrderOfTheCalls) {
  Log log;
  Loop loop;
  loop.start(try_for(3s, log, "ana"));
  loop.start(try_for(1s, log, "cy"));
  loop.start(try_for(3s, log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "cy"}, {3s, "ana"}, {3s, "bo"}}));
}

Task<bool> both_limits(Duration inner, Duration outer) {
  const bool in_time = co_await wait_for(
      [](Duration limit) -> Task<> {
        const bool is_in_time = co_await wait_for(rest(1h), limit);
        EXPECT_FALSE(is_in_time);
      }(inner),
      outer);
  co_return in_time;
}

TEST(WaitFor, MayNestWithTheShorterLimitInside) {
  Loop loop;

  EXPECT_TRUE(loop.run_until_complete(both_limits(1s, 2s)));
  EXPECT_EQ(loop.now(), Instant{1s});
}

TEST(WaitFor, MayNestWithTheShorterLimitOutside) {
  Loop loop;

  EXPECT_FALSE(loop.run_until_complete(both_limits(2s, 1s)));
  EXPECT_EQ(loop.now(), Instant{1s});
}

TEST(WaitFor, NestedWithEqualLimitsLetsTheFirstCallTimeOut) {
  Loop loop;

  EXPECT_FALSE(loop.run_until_complete(both_limits(1s, 1s)));
}

/// Takes the lock for a second, if its turn comes in time.
Task<> fry_within(Duration limit, Lock& fryer, Log& log, std::string who) {
  const std::optional<Lease> turn = co_await wait_for(fryer.acquire(), limit);
  co_await note(log, who + (turn ? " fries" : " leaves"));
  if (turn) {
    co_await async_sleep(1s);
  }
}

TEST(WaitForATurn, ReturnsTheLeaseIfInTimeAndNothingOtherwise) {
  Log log;
  Lock fryer;
  Loop loop;
  loop.start(fry_within(0s, fryer, log, "ana"));
  loop.start(fry_within(5s, fryer, log, "bo"));
  loop.start(fry_within(1500ms, fryer, log, "cy"));
  loop.start(fry_within(5s, fryer, log, "di"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana fries"}, {1s, "bo fries"}, {1500ms, "cy leaves"}, {2s, "di fries"}}));
  EXPECT_EQ(fryer.in_use(), 0U);
}

TEST(WaitForATurn, CountsATaskServedAtThatVeryInstantAsInTime) {
  Log log;
  Lock fryer;
  Loop loop;
  loop.start(fry_within(0s, fryer, log, "ana"));
  loop.start(fry_within(1s, fryer, log, "bo"));
  loop.start(fry_within(2s - 1ns, fryer, log, "cy"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana fries"}, {1s, "bo fries"}, {2s - 1ns, "cy leaves"}}));
}

/// Continues at the first instant from `time` on at which anything happens.
Task<> poll_until(Instant time) {
  Instant at{};
  while (at < time) {
    co_await yield();
    at = co_await now();
  }
}

Task<> release_at(Instant time, Lease) { co_await poll_until(time); }

TEST(WaitForATurn, CountsATaskServedByAPollerAtThatVeryInstantAsInTime) {
  Lock lock;
  Loop loop;
  loop.start(release_at(Instant{100s}, lock.try_acquire()));

  EXPECT_TRUE(loop.run_until_complete([](Lock& taken) -> Task<bool> {
    const std::optional<Lease> lease = co_await wait_for(taken.acquire(), 100s);
    co_return lease.has_value();
  }(lock)));
}

TEST(WaitFor, CountsAPollingTaskThatEndsAtThatVeryInstantAsInTime) {
  Loop loop;

  EXPECT_TRUE(loop.run_until_complete([]() -> Task<bool> {
    const bool in_time = co_await wait_for(poll_until(Instant{100s}), 100s);
    co_return in_time;
  }()));
}

/// Cancels a task when it is destroyed.
struct CancelsAtItsEnd {
  std::optional<TaskRef>& task;
  ~CancelsAtItsEnd() { task->cancel(); }
};

Task<> rest_and_cancel(std::optional<TaskRef>& task) {
  const CancelsAtItsEnd at_its_end{task};
  co_await rest(1h);
}

TEST(WaitFor, OfATaskThatCancelsItsAwaiterOnTimeoutEndsTheAwaiter) {
  std::optional<TaskRef> waiter;
  Loop loop;
  waiter = loop.ensure_future([](std::optional<TaskRef>& self) -> Task<> {
    co_await wait_for(rest_and_cancel(self), 1s);
    ADD_FAILURE() << "it went on";
  }(waiter));

  loop.run_until_empty();

  EXPECT_TRUE(waiter->is_cancelled());
}

TEST(WaitForATurn, LeavesNoTimerBehind) {
  Log log;
  Lock fryer;
  Loop loop;
  loop.start(fry_within(1h, fryer, log, "ana"));
  loop.start(fry_within(1h, fryer, log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(loop.now(), Instant{2s});
}

TEST(WaitForATurn, LeavesNoTimerForOtherAwaitsInTheSameStatement) {
  Log log;
  Lock fryer;
  Loop loop;
  loop.start(fry_within(0s, fryer, log, "ana"));

  // The task gets its turn at 1 s. The limit for this would be reached at 2 s, while it awaits something else.
  const bool both = loop.run_until_complete([](Lock& its_fryer) -> Task<bool> {
    co_return (co_await wait_for(its_fryer.acquire(), 2s)).has_value() && co_await fry(4s) == 42;
  }(fryer));

  EXPECT_TRUE(both);
  EXPECT_EQ(loop.now(), Instant{5s});
}

TEST(WaitFor, LeavesNoTimerForOtherAwaitsInTheSameStatement) {
  Loop loop;

  const bool both = loop.run_until_complete(
      []() -> Task<bool> { co_return (co_await wait_for(fry(1s), 2s)).has_value() && co_await fry(4s) == 42; }());

  EXPECT_TRUE(both);
  EXPECT_EQ(loop.now(), Instant{5s});
}

TEST(WaitForATurn, WithALimitBeyondTheClockWaitsForever) {
  Log log;
  Lock fryer;
  Loop loop;
  loop.start(fry_within(0s, fryer, log, "ana"));
  loop.start(fry_within(Duration::max(), fryer, log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana fries"}, {1s, "bo fries"}}));
}

TEST(WaitForATurn, CancelledLeavesTheLine) {
  Log log;
  Lock fryer;
  Loop loop;
  loop.start(fry_within(0s, fryer, log, "ana"));
  TaskRef bo = loop.ensure_future(fry_within(1h, fryer, log, "bo"));
  loop.run_until(Instant{500ms});

  bo.cancel();

  EXPECT_EQ(fryer.waiting(), 0U);
  loop.run_until_empty();
  EXPECT_EQ(loop.now(), Instant{1s});
}

TEST(WaitForATurn, AtAnEventReturnsWhetherItWasSetInTime) {
  Event bell;
  Loop loop;
  loop.start(ring_last_at(Instant{4s}, bell));

  EXPECT_FALSE(loop.run_until_complete([](Event& its_bell) -> Task<bool> {
    const bool in_time = co_await wait_for(its_bell.wait(), 3s);
    co_return in_time;
  }(bell)));
  EXPECT_TRUE(loop.run_until_complete([](Event& its_bell) -> Task<bool> {
    const bool in_time = co_await wait_for(its_bell.wait(), 1s);
    co_return in_time;
  }(bell)));
}

Task<std::optional<int>> order_within(Duration limit, Queue<int>& orders) {
  const std::optional<int> order = co_await wait_for(orders.get(), limit);
  co_return order;
}

Task<bool> put_within(Duration limit, int order, Queue<int>& orders) {
  const bool in_time = co_await wait_for(orders.put(order), limit);
  co_return in_time;
}

TEST(WaitForATurn, AtAQueueNeitherTakesNorPutsWhenTheTimeIsUp) {
  Queue<int> orders(1);
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(order_within(1s, orders)), std::nullopt);
  EXPECT_TRUE(loop.run_until_complete(put_within(1s, 7, orders)));
  EXPECT_FALSE(loop.run_until_complete(put_within(1s, 8, orders)));
  EXPECT_EQ(loop.run_until_complete(order_within(1s, orders)), 7);
  EXPECT_EQ(loop.run_until_complete(order_within(1s, orders)), std::nullopt);
  EXPECT_EQ(loop.now(), Instant{3s});
}

Task<bool> handle_within(TaskRef task, Duration limit) {
  const bool in_time = co_await wait_for(task, limit);
  co_return in_time;
}

Task<bool> fails_within(TaskRef task, Duration limit) {
  const bool in_time = co_await wait_for(task, limit);
  co_return in_time&& task.error() != nullptr;
}

TEST(WaitForAHandle, ReturnsTrueIfTheTaskEndsInTimeInAnyWay) {
  Loop loop;
  const TaskRef fries = loop.ensure_future(fry(4s));
  const TaskRef burnt = loop.ensure_future(burn());
  TaskRef cancelled = loop.ensure_future(fry(1h));

  EXPECT_TRUE(loop.run_until_complete(fails_within(burnt, 1s)));
  EXPECT_TRUE(loop.run_until_complete(handle_within(fries, 4s)));
  cancelled.cancel();
  EXPECT_TRUE(loop.run_until_complete(handle_within(cancelled, 4s)));
}

TEST(WaitForAHandle, LeavesAFailureUnawaitedIfItsErrorIsNotRead) {
  Loop loop;
  const TaskRef burnt = loop.ensure_future(burn());

  EXPECT_THROW(loop.run_until_complete(handle_within(burnt, 1s)), UnawaitedFailure);
}

TEST(WaitForAHandle, CancelsATaskThatIsLate) {
  Loop loop;
  const TaskRef fries = loop.ensure_future(fry(4s));

  EXPECT_FALSE(loop.run_until_complete(handle_within(fries, 3s)));
  EXPECT_TRUE(fries.is_cancelled());
  EXPECT_EQ(loop.now(), Instant{3s});
}

TEST(WaitForAHandle, ReturnsTrueIfAPollingTaskEndsAtThatVeryInstant) {
  Loop loop;
  const TaskRef poller = loop.ensure_future(poll_until(Instant{100s}));

  EXPECT_TRUE(loop.run_until_complete(handle_within(poller, 100s)));
  EXPECT_EQ(poller.state(), TaskState::FINISHED);
  EXPECT_EQ(loop.now(), Instant{100s});
}

/// Yields once more at that instant. Then the limit is reached.
Task<> end_after_a_poll_too_many(Instant time) {
  co_await poll_until(time);
  co_await yield();
}

// It ends after the timeout and before the waiting task runs.
TEST(WaitForAHandle, ReturnsTrueIfTheTaskHasEndedWhenTheWaiterContinues) {
  Loop loop;
  const TaskRef poller = loop.ensure_future(end_after_a_poll_too_many(Instant{100s}));

  EXPECT_TRUE(loop.run_until_complete(handle_within(poller, 100s)));
  EXPECT_EQ(poller.state(), TaskState::FINISHED);
}

TEST(WaitForAHandle, CancelledLeavesTheTaskRunning) {
  Loop loop;
  const TaskRef fries = loop.ensure_future(fry(4s));
  TaskRef waiting = loop.ensure_future(handle_within(fries, 3s));
  loop.run_until(Instant{1s});

  waiting.cancel();
  loop.run_until_empty();

  EXPECT_EQ(fries.state(), TaskState::FINISHED);
}

}  // namespace
}  // namespace fastfood::async
