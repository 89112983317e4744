#include "sim/async/sleep.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/semaphore.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait_for.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

TEST(AsyncSleep, OfZeroOrLessLetsReadyTasksRun) {
  Log log;
  Loop loop;
  loop.start(note_after(-1h, log, "ana"));
  loop.start(note_after(0s, log, "bo"));
  loop.start(note_after(1ns, log, "cy"));
  loop.start(note_after(Duration::min(), log, "di"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {0s, "bo"}, {0s, "di"}, {1ns, "cy"}}));
}

Task<> note_again_after(Duration duration, Log& log) {
  co_await note(log, "before");
  co_await async_sleep(duration);
  co_await note(log, "after");
}

TEST(AsyncSleep, OfZeroResumesAfterReadyTasks) {
  Log log;
  Loop loop;
  loop.start(note_again_after(0s, log));
  loop.start(note_after(0s, log, "other"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "before"}, {0s, "after"}, {0s, "other"}}));
}

Task<> start_another(Log& log) {
  Loop& loop = co_await this_loop();
  loop.start(note_again_after(1ns, log));
}

// The same holds at instant 0 and at any other.
TEST(AsyncSleep, OfZeroResumesBeforeTasksThatAreStartedLater) {
  Log log;
  Loop loop;
  loop.start(note_after(0s, log, "slept"));
  loop.start(start_another(log));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "slept"}, {0s, "before"}, {1ns, "after"}}));
}

Task<> sleep_in_steps(int steps, Duration step, Log& log, std::string who) {
  for (int i = 0; i != steps; ++i) {
    co_await async_sleep(step);
    co_await note(log, who);
  }
}

// A task that would run next anyway does not suspend. No other task may see a difference. `last` sleeps for longer.
class AsyncSleepAheadOfAll : public testing::Test {
 protected:
  AsyncSleepAheadOfAll() { loop.start(note_after(1h, log, "last")); }

  Log log;
  Loop loop;
};

TEST_F(AsyncSleepAheadOfAll, EndsAtItsTime) {
  loop.start(sleep_in_steps(3, 2s, log, "step"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{2s, "step"}, {4s, "step"}, {6s, "step"}, {1h, "last"}}));
}

TEST_F(AsyncSleepAheadOfAll, DoesNotOvertakeATaskThatWakesBefore) {
  loop.start(note_after(5s, log, "other"));
  loop.start(sleep_in_steps(3, 2s, log, "step"));

  loop.run_until(Instant{1min});

  EXPECT_EQ(log, (Log{{2s, "step"}, {4s, "step"}, {5s, "other"}, {6s, "step"}}));
}

TEST_F(AsyncSleepAheadOfAll, DoesNotOvertakeATaskThatChoseTheSameInstantBefore) {
  loop.start(note_after(4s, log, "asked first"));
  loop.start(sleep_in_steps(2, 2s, log, "step"));

  loop.run_until(Instant{1min});

  EXPECT_EQ(log, (Log{{2s, "step"}, {4s, "asked first"}, {4s, "step"}}));
}

Task<> start_and_sleep(Log& log) {
  Loop& loop = co_await this_loop();
  co_await async_sleep(1s);
  loop.start(note_after(0s, log, "started"));
  co_await async_sleep(1s);
  co_await note(log, "slept");
}

TEST_F(AsyncSleepAheadOfAll, LetsTasksStartedByTheSleeperRunFirst) {
  loop.start(start_and_sleep(log));

  loop.run_until(Instant{1min});

  EXPECT_EQ(log, (Log{{1s, "started"}, {2s, "slept"}}));
}

Task<> start_two_next(Log& log) {
  Loop& loop = co_await this_loop();
  co_await async_sleep(1s);
  Scope scope(loop);
  scope.start_next(note_again_after(1s, log));
  scope.start_next(note_again_after(2s, log));
  co_await scope.join();
}

TEST_F(AsyncSleepAheadOfAll, LetsTasksStartedNextRunFirst) {
  loop.start(start_two_next(log));

  loop.run_until(Instant{1min});

  EXPECT_EQ(log, (Log{{1s, "before"}, {1s, "before"}, {2s, "after"}, {3s, "after"}}));
}

Task<> wait_until_settled(Log& log) {
  co_await async_sleep(1s);
  co_await until_settled();
  co_await note(log, "settled");
}

TEST_F(AsyncSleepAheadOfAll, LetsTasksThatWaitUntilSettledRunFirst) {
  loop.start(wait_until_settled(log));
  loop.start(sleep_in_steps(2, 1s, log, "step"));

  loop.run_until(Instant{1min});

  EXPECT_EQ(log, (Log{{1s, "step"}, {1s, "settled"}, {2s, "step"}}));
}

TEST_F(AsyncSleepAheadOfAll, StopsWhenTheRunStops) {
  loop.start(sleep_in_steps(4, 2s, log, "step"));

  loop.run_until(Instant{5s});

  EXPECT_EQ(log, (Log{{2s, "step"}, {4s, "step"}}));
  EXPECT_EQ(loop.now(), Instant{5s});
}

Task<> sleep_no_longer_than(Duration limit, Log& log) {
  co_await wait_for(sleep_in_steps(4, 2s, log, "step"), limit);
  co_await note(log, "over");
}

TEST_F(AsyncSleepAheadOfAll, StopsWhenTheSleeperTimesOut) {
  loop.start(sleep_no_longer_than(5s, log));

  loop.run_until(Instant{1min});

  EXPECT_EQ(log, (Log{{2s, "step"}, {4s, "step"}, {5s, "over"}}));
}

Task<> cancel_and_sleep(std::optional<TaskHandle<>>& self, Log& log) {
  co_await async_sleep(1s);
  self->cancel();
  co_await async_sleep(1s);
  co_await note(log, "never");
}

TEST_F(AsyncSleepAheadOfAll, OfATaskThatHasCancelledItselfNeverEnds) {
  std::optional<TaskHandle<>> self;
  self = loop.ensure_future(cancel_and_sleep(self, log));

  loop.run_until(Instant{1min});

  EXPECT_TRUE(self->is_cancelled());
  EXPECT_EQ(log, Log{});
}

Task<> note_at(Instant time, Phase phase, Log& log, std::string who) {
  co_await sleep_until(time, phase);
  co_await note(log, who);
}

TEST(SleepUntil, WakesAtThatInstant) {
  Log log;
  Loop loop;
  loop.run_until(Instant{3s});
  loop.start(note_at(Instant{10s}, Phase::normal, log, "ana"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{10s, "ana"}}));
}

Task<> sleep_in_other_units(Log& log) {
  co_await async_sleep(0.5s);
  co_await note(log, "half a second");
  co_await async_sleep(std::chrono::duration<int, std::pico>(1'500));
  co_await note(log, "a nanosecond and a half");
  co_await async_sleep(std::chrono::minutes(1));
  co_await note(log, "a minute");
}

TEST(Sleep, TakesDurationsOfAllUnitsAndRoundsToNanoseconds) {
  Log log;
  Loop loop;

  loop.run_until_complete(sleep_in_other_units(log));

  EXPECT_EQ(log,
            (Log{{500ms, "half a second"}, {500ms + 2ns, "a nanosecond and a half"}, {60s + 500ms + 2ns, "a minute"}}));
}

Task<> sleep_for_ages() { co_await async_sleep(std::chrono::hours::max()); }
Task<> sleep_for_as_many_seconds_as_there_are() { co_await async_sleep(std::chrono::duration<double>::max()); }

TEST(Sleep, LongerThanTheClockAllowsReachesTheClockLimit) {
  Loop loop;
  loop.start(sleep_for_ages());
  EXPECT_THROW(loop.run_until_empty(), ClockLimit);
  Loop another;
  another.start(sleep_for_as_many_seconds_as_there_are());
  EXPECT_THROW(another.run_until_empty(), ClockLimit);
}

TEST(SleepUntil, TreatsAPastInstantAsNow) {
  Log log;
  Loop loop;
  loop.run_until(Instant{3s});
  loop.start(note_at(Instant{3s}, Phase::normal, log, "now"));
  loop.start(note_at(Instant{1s}, Phase::last, log, "passed"));

  loop.run_until(Instant{3s});

  EXPECT_EQ(log, (Log{{3s, "now"}, {3s, "passed"}}));
}

TEST(SleepUntil, TreatsAnInstantBeforeTheStartAsNow) {
  Log log;
  Loop loop;
  loop.start(note_at(Instant{-1s}, Phase::normal, log, "before time"));
  loop.start(note_at(Instant::min(), Phase::normal, log, "long before"));

  loop.run_until(Instant{});

  EXPECT_EQ(log, (Log{{0s, "before time"}, {0s, "long before"}}));
}

TEST(Phase, TakesPrecedenceOverTheOrderOfSleeps) {
  Log log;
  Loop loop;
  loop.start(note_at(Instant{1s}, Phase::timeouts, log, "timeouts"));
  loop.start(note_at(Instant{1s}, Phase::last, log, "last"));
  loop.start(note_at(Instant{1s}, Phase::late, log, "late"));
  loop.start(note_at(Instant{1s}, Phase::normal, log, "normal"));
  loop.start(note_after(1s, log, "a sleep"));
  loop.start(note_at(Instant{1s}, Phase::first, log, "first"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "first"}, {1s, "normal"}, {1s, "a sleep"}, {1s, "late"}, {1s, "last"}, {1s, "timeouts"}}));
}

TEST(Phase, IsComparedAfterTheInstant) {
  Log log;
  Loop loop;
  loop.start(note_at(Instant{1s + 1ns}, Phase::first, log, "first, a nanosecond later"));
  loop.start(note_at(Instant{1s}, Phase::timeouts, log, "timeouts"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "timeouts"}, {1s + 1ns, "first, a nanosecond later"}}));
}

Task<> go_through_phases(Log& log) {
  co_await sleep_until(Instant{1s}, Phase::late);
  co_await note(log, "late");
  co_await sleep_until(Instant{1s}, Phase::first);
  co_await note(log, "first has passed");
  co_await sleep_until(Instant{1s}, Phase::last);
  co_await note(log, "last");
}

TEST(Phase, IsNowOnceItHasPassed) {
  Log log;
  Loop loop;
  loop.start(go_through_phases(log));
  loop.start(note_at(Instant{1s}, Phase::last, log, "last, asked before"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "late"}, {1s, "first has passed"}, {1s, "last, asked before"}, {1s, "last"}}));
}

TEST(Phase, IsNotLeftByAZeroSleep) {
  Log log;
  Loop loop;
  loop.start([](Log& lines) -> Task<> {
    co_await sleep_until(Instant{1s}, Phase::first);
    co_await async_sleep(0s);
    co_await note(lines, "first, then a sleep of nothing");
  }(log));
  loop.start(note_at(Instant{1s}, Phase::normal, log, "normal"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "first, then a sleep of nothing"}, {1s, "normal"}}));
}

Task<> hand_on_at(Phase phase, Event& bell, Log& log) {
  co_await sleep_until(Instant{1s}, phase);
  co_await note(log, "rings");
  bell.set();
}

Task<> note_when(Event& bell, Log& log) {
  co_await bell.wait();
  co_await note(log, "hears");
}

TEST(Phase, ComesAfterEverythingThatThePreviousPhaseCaused) {
  Log log;
  Event bell;
  Loop loop;
  loop.start(note_when(bell, log));
  loop.start(note_at(Instant{1s}, Phase::late, log, "late"));
  loop.start(hand_on_at(Phase::normal, bell, log));
  loop.start(note_at(Instant{1s}, Phase::normal, log, "also normal"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "rings"}, {1s, "also normal"}, {1s, "hears"}, {1s, "late"}}));
}

Task<> note_when_settled(Log& log, std::string who) {
  co_await until_settled();
  co_await note(log, who);
}

TEST(UntilSettled, LetsReadyTasksAndThoseTheyWakeRun) {
  Log log;
  Event bell;
  Loop loop;
  loop.run_until(Instant{1s});
  loop.start(note_when_settled(log, "settled"));
  loop.start(note_when(bell, log));
  loop.start(hand_on_at(Phase::normal, bell, log));
  loop.start(note_again_after(0s, log));
  loop.start(note_after(1ns, log, "later"));

  loop.run_until_empty();

  EXPECT_EQ(log,
            (Log{{1s, "before"}, {1s, "rings"}, {1s, "after"}, {1s, "hears"}, {1s, "settled"}, {1s + 1ns, "later"}}));
}

TEST(UntilSettled, ComesBeforeTheNextPhaseOfItsInstant) {
  Log log;
  Loop loop;
  loop.start([](Log& lines) -> Task<> {
    co_await async_sleep(1s);
    co_await until_settled();
    co_await note(lines, "settled");
  }(log));
  loop.start(note_at(Instant{1s}, Phase::late, log, "late"));
  loop.start(note_at(Instant{1s}, Phase::normal, log, "normal"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "normal"}, {1s, "settled"}, {1s, "late"}}));
}

Task<> note_twice_when_settled(Log& log, std::string who) {
  co_await until_settled();
  co_await note(log, who);
  co_await async_sleep(0s);
  co_await note(log, who + " again");
}

TEST(UntilSettled, ResumesWaitingTasksOneByOne) {
  Log log;
  Loop loop;
  loop.run_until(Instant{1s});
  loop.start(note_twice_when_settled(log, "ana"));
  loop.start(note_twice_when_settled(log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana"}, {1s, "ana again"}, {1s, "bo"}, {1s, "bo again"}}));
}

Task<> yield_twice(Log& log, std::string who) {
  for (int i = 0; i != 3; ++i) {
    co_await note(log, who);
    co_await yield();
  }
}

TEST(Yield, ResumesAfterTheOthers) {
  Log log;
  Loop loop;
  loop.start(yield_twice(log, "ana"));
  loop.start(yield_twice(log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {0s, "bo"}, {0s, "ana"}, {0s, "bo"}, {0s, "ana"}, {0s, "bo"}}));
}

Task<> poll(const bool& done, Log& log, std::string who) {
  while (!done) {
    co_await yield();
  }
  co_await note(log, who);
}

Task<> finish_after(Duration duration, bool& done) {
  co_await async_sleep(duration);
  done = true;
}

TEST(Yield, LetsTheClockMoveIfAllReadyTasksPoll) {
  bool done = false;
  Log log;
  Loop loop;
  loop.start(poll(done, log, "ana"));
  loop.start(poll(done, log, "bo"));
  loop.start(finish_after(90s, done));
  loop.start(note_after(1h, log, "an hour later"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{90s, "ana"}, {90s, "bo"}, {1h, "an hour later"}}));
}

Task<> say(Log& log, std::vector<std::string> words) {
  for (const std::string& word : words) {
    co_await note(log, word);
    co_await yield();
  }
}

// On a real clock these yields take microseconds.
TEST(Yield, TakesNoTimeFromATaskThatYieldsNowAndThen) {
  Log log;
  Loop loop;
  loop.start(note_after(3s, log, "slept"));
  loop.start(say(log, {"Tic", "Tac"}));
  loop.start(say(log, {"Spam", "Eggs", "Bacon"}));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "Tic"}, {0s, "Spam"}, {0s, "Tac"}, {0s, "Eggs"}, {0s, "Bacon"}, {3s, "slept"}}));
}

Task<> yield_and_note(std::uint64_t times, Log& log) {
  for (std::uint64_t i = 0; i != times; ++i) {
    co_await yield();
  }
  co_await note(log, "yielded");
}

TEST(Yield, TakesTimeFromTheThousandAndFirstInARow) {
  Log log;
  Loop loop;
  loop.start(note_after(5s, log, "slept"));
  loop.start(yield_and_note(1000, log));
  loop.run_until_empty();
  loop.start(note_after(5s, log, "slept again"));
  loop.start(yield_and_note(1001, log));
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "yielded"}, {5s, "slept"}, {10s, "slept again"}, {10s, "yielded"}}));
}

Task<> yield_in_a_child(const bool& done, Log& log) {
  while (!done) {
    co_await []() -> Task<> { co_await yield(); }();
  }
  co_await note(log, "polled");
}

TEST(Yield, OfAnAwaitedChildIsAYieldOfTheTask) {
  bool done = false;
  Log log;
  Loop loop;
  loop.start(yield_in_a_child(done, log));
  loop.start(finish_after(90s, done));
  loop.start(note_after(1h, log, "an hour later"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{90s, "polled"}, {1h, "an hour later"}}));
}

Task<> poll_until(const bool& done) {
  while (!done) {
    co_await yield();
  }
}

Task<> sleep_a_minute(const bool&) { co_await async_sleep(1min); }
Task<> sleep_for_nothing(const bool&) { co_await async_sleep(0s); }
Task<> wait_until_settled(const bool&) { co_await until_settled(); }

Task<> join_one_who_polls(const bool& done) {
  Scope scope(co_await this_loop());
  scope.start(poll_until(done));
  co_await scope.join();
}

Task<> poll_for_a_minute(const bool&) {
  const bool never = false;
  co_await wait_for(poll_until(never), 1min);
}

Task<> poll_then_do(const bool& done, Task<> other, Log& log) {
  co_await poll_until(done);
  co_await std::move(other);
  co_await yield();
  co_await note(log, "yielded");
}

// The second flag is set two minutes after the first. A poller would continue an hour later.
TEST(Yield, TakesNoTimeFromATaskThatDidSomethingElseAfterPolling) {
  struct Case {
    Task<> (*other)(const bool&);
    Duration at;
  };
  for (const auto& [other, at] :
       {Case{&sleep_a_minute, 4min}, Case{&sleep_for_nothing, 3min}, Case{&wait_until_settled, 3min},
        Case{&join_one_who_polls, 5min}, Case{&poll_for_a_minute, 4min}}) {
    bool first = false;
    bool second = false;
    Log log;
    Loop loop;
    loop.start(finish_after(3min, first));
    loop.start(finish_after(5min, second));
    loop.start(note_after(1h, log, "an hour later"));
    loop.start(poll_then_do(first, other(second), log));

    loop.run_until_empty();

    EXPECT_EQ(log, (Log{{at, "yielded"}, {1h, "an hour later"}}));
  }
}

Task<> poll_for_cancel(const TaskRef& task, Log& log) {
  while (!task.is_cancelled()) {
    co_await yield();
  }
  co_await note(log, "saw it");
}

Task<> cancel_and_poll(const bool& now_then, TaskRef task, const bool& done) {
  co_await poll_until(now_then);
  task.cancel();
  co_await poll_until(done);
}

Task<> wait_for_ever(Event& never) { co_await never.wait(); }

TEST(Yield, LetsNoTimePassIfAPollerCancelsATaskThatOthersPollFor) {
  bool now_then = false;
  bool done = false;
  Log log;
  Event never;
  Loop loop;
  const TaskHandle<> waiting = loop.ensure_future(wait_for_ever(never));
  loop.start(poll_for_cancel(waiting, log));
  loop.start(cancel_and_poll(now_then, waiting, done));
  loop.start(finish_after(90s, now_then));
  loop.start(finish_after(1h, done));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{90s, "saw it"}}));
}

Task<> set_flag(bool& flag) {
  flag = true;
  co_return;
}

Task<> start_one_and_poll(const bool& now_then, bool& flag, const bool& done) {
  co_await poll_until(now_then);
  Scope scope(co_await this_loop());
  scope.start_next(set_flag(flag));
  co_await poll_until(done);
}

TEST(Yield, LetsNoTimePassIfAPollerStartsATaskThatDoesWhatOthersPollFor) {
  bool now_then = false;
  bool flag = false;
  bool done = false;
  Log log;
  Loop loop;
  loop.start(poll(flag, log, "saw it"));
  loop.start(start_one_and_poll(now_then, flag, done));
  loop.start(poll(done, log, "done"));
  loop.start(finish_after(90s, now_then));
  loop.start(finish_after(1h, done));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{90s, "saw it"}, {1h, "done"}}));
}

Task<> cancel_after(Duration duration, TaskRef task) {
  co_await async_sleep(duration);
  task.cancel();
}

TEST(Yield, LetsTheClockMoveIfOneOfThePollersIsCancelled) {
  bool done = false;
  const bool never = false;
  Log log;
  Loop loop;
  const TaskHandle<> bo = loop.ensure_future(poll(never, log, "bo"));
  loop.start(poll(done, log, "ana"));
  loop.start(cancel_after(30s, bo));
  loop.start(finish_after(90s, done));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{90s, "ana"}}));
}

Task<> ring_then_poll(Event& bell, const bool& done, Log& log) {
  bell.set();
  co_await poll(done, log, "polls for something else");
}

Task<> finish_when_it_rings(Event& bell, bool& done, Event& never) {
  co_await bell.wait();
  done = true;
  co_await never.wait();
}

TEST(Yield, SeesAtThisInstantWhatATaskDidBeforeItWaited) {
  bool done = false;
  const bool other = false;
  Log log;
  Event bell;
  Event never;
  Loop loop;
  loop.start(finish_when_it_rings(bell, done, never));
  loop.start(poll(done, log, "polls"));
  loop.start(ring_then_poll(bell, other, log));

  loop.run_until_complete(note_after(1h, log, "an hour later"));

  EXPECT_EQ(log, (Log{{0s, "polls"}, {1h, "an hour later"}}));
}

Task<> sleep_and_poll(Log& log) {
  co_await async_sleep(1s);
  co_await yield();
  co_await async_sleep(1s);
  co_await yield();
  co_await note(log, "polled");
}

// A task that wakes has done something. The clock stays for its first poll, even if no task ran between the two.
TEST(Yield, AfterASleepEndsAtTheSameInstant) {
  Log log;
  Loop loop;
  loop.start(sleep_and_poll(log));
  loop.start(note_after(3s, log, "last"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{2s, "polled"}, {3s, "last"}}));
}

Task<> set(Event& event) {
  event.set();
  co_return;
}

Task<> start_one_who_sets_and_poll(Event& event, Log& log) {
  Scope scope(co_await this_loop());
  scope.start_next(set(event));
  co_await yield();
  co_await note(log, "polled");
}

Task<> wait_no_longer_than(Duration limit, Event& event, Log& log) {
  const bool in_time = co_await wait_for(event.wait(), limit);
  co_await note(log, in_time ? "in time" : "late");
}

TEST(Yield, LetsNoTimePassIfATaskStartedNextWakesAnother) {
  Log log;
  Event event;
  Loop loop;
  loop.start(wait_no_longer_than(2s, event, log));
  loop.run_until(Instant{1s});
  loop.start(start_one_who_sets_and_poll(event, log));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "polled"}, {1s, "in time"}}));
}

Task<> hold_and_go(Lock& lock, std::optional<TaskHandle<>>& self) {
  const Lease lease = co_await lock.acquire();
  co_await async_sleep(1s);
  co_await yield();
  self->cancel();
  co_await yield();
}

Task<> acquire(Lock& lock, Log& log) {
  const Lease lease = co_await lock.acquire();
  co_await note(log, "acquired");
}

TEST(Yield, LetsNoTimePassIfACancelledPollerWakesAnother) {
  Log log;
  Lock lock;
  std::optional<TaskHandle<>> holder;
  Loop loop;
  holder = loop.ensure_future(hold_and_go(lock, holder));
  loop.start(acquire(lock, log));
  loop.start(note_after(1h, log, "last"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "acquired"}, {1h, "last"}}));
}

Task<> open_scope(std::optional<Scope>& scope) {
  scope.emplace(co_await this_loop());
  co_await async_sleep(2s);
  scope.reset();
}

Task<> poll_and_note(Log& log) {
  co_await yield();
  co_await note(log, "polled");
}

TEST(Yield, OfATaskStartedNextBetweenTwoRunsDoesNotEndTheSecond) {
  Log log;
  std::optional<Scope> scope;
  Loop loop;
  loop.start(open_scope(scope));
  loop.run_until(Instant{1s});
  scope->start_next(poll_and_note(log));

  loop.run_until(Instant{1min});

  EXPECT_EQ(log, (Log{{1s, "polled"}}));
}

TEST(Yield, LetsARunEndAtItsTime) {
  bool done = false;
  Log log;
  Loop loop;
  loop.start(poll(done, log, "polls"));
  loop.start(note_after(1h, log, "an hour later"));

  loop.run_until(Instant{1min});
  EXPECT_EQ(loop.now(), Instant{1min});
  EXPECT_EQ(log, Log{});

  done = true;
  loop.run_until_empty();
  EXPECT_EQ(log, (Log{{1min, "polls"}, {1h, "an hour later"}}));
}

Task<Duration> duration_of_a_sleep() {
  const Instant start = co_await now();
  co_await async_sleep(90s);
  const Instant end = co_await now();
  co_return end - start;
}

TEST(Now, IsTheTimeOfTheLoopThatRunsTheCaller) {
  Loop loop;
  loop.run_until(Instant{1h});

  EXPECT_EQ(loop.run_until_complete(duration_of_a_sleep()), 90s);
}

TEST(ThisLoop, IsTheLoopThatRunsTheCaller) {
  Loop loop;

  loop.run_until_complete([](const Loop* expected) -> Task<> {
    const Loop& mine = co_await this_loop();
    EXPECT_EQ(&mine, expected);
  }(&loop));
}

TEST(ClockLimit, EndsARunThatWouldPassTheLatestInstant) {
  Log log;
  Loop loop;
  loop.start(note_after(latest_instant.time_since_epoch() + 1ns, log, "never"));
  loop.start(note_after(Duration::max(), log, "never"));
  loop.start(note_after(1s, log, "before"));

  EXPECT_THROW(loop.run_until_empty(), ClockLimit);
  EXPECT_EQ(log, (Log{{1s, "before"}}));
  EXPECT_EQ(loop.now(), Instant{1s});
}

TEST(ClockLimit, IsCheckedFromTheCurrentInstant) {
  Log log;
  Loop loop;
  loop.run_until(latest_instant - 2s);
  loop.start(note_after(2s, log, "the end of time"));
  loop.start(note_after(2s + 1ns, log, "never"));

  EXPECT_THROW(loop.run_until_empty(), ClockLimit);

  EXPECT_EQ(log, (Log{{latest_instant.time_since_epoch(), "the end of time"}}));
}

TEST(ClockLimit, IsNotThrownByARunThatEndsBefore) {
  Log log;
  Loop loop;
  loop.start(note_after(Duration::max(), log, "never"));

  loop.run_until(latest_instant);

  EXPECT_EQ(loop.now(), latest_instant);
}

TEST(ClockLimit, IsNotThrownForAnEndlessSleepThatIsCancelled) {
  Log log;
  Loop loop;
  TaskHandle<> endless = loop.ensure_future(note_after(Duration::max(), log, "never"));
  loop.run_until(Instant{1s});

  endless.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, Log{});
}

TEST(ClockLimit, LeavesALoopThatCannotRunAnyMore) {
  Log log;
  Loop loop;
  TaskHandle<> endless = loop.ensure_future(note_after(Duration::max(), log, "never"));
  EXPECT_THROW(loop.run_until_empty(), ClockLimit);

  endless.cancel();
  loop.start(note_after(1s, log, "never"));

  EXPECT_THROW(loop.run_until(Instant{1h}), ClockLimit);
  EXPECT_EQ(log, Log{});
}

}  // namespace
}  // namespace fastfood::async
