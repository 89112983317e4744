#include "sim/async/settled_signal.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

Task<> look_each_time(SettledSignal& changed, Log& log) {
  for (;;) {
    co_await changed.wait();
    co_await note(log, "looks");
  }
}

Task<> look_once(SettledSignal& changed, Log& log) {
  co_await changed.wait();
  co_await note(log, "looks");
}

Task<> note_at_once(Log& log, std::string who) { co_await note(log, who); }

Task<> raise_after(Duration duration, SettledSignal& changed, Log& log, std::string who) {
  co_await async_sleep(duration);
  changed.raise();
  co_await note(log, who);
}

/// Raises the signal and then runs again at the same instant, `turns` times.
Task<> raise_and_go_on(Duration duration, SettledSignal& changed, Log& log, int turns) {
  co_await async_sleep(duration);
  changed.raise();
  for (; turns != 0; --turns) {
    co_await async_sleep(0s);
    co_await note(log, "goes on");
  }
}

TEST(SettledSignal, IsSeenWhenAllReadyTasksHaveRun) {
  Log log;
  SettledSignal changed;
  Loop loop;
  loop.start(look_each_time(changed, log));
  loop.start(raise_and_go_on(2s, changed, log, 3));
  loop.start(note_after(2s, log, "bo"));

  loop.run_until(Instant{9s});

  EXPECT_EQ(log, (Log{{2s, "bo"}, {2s, "goes on"}, {2s, "goes on"}, {2s, "goes on"}, {2s, "looks"}}));
}

TEST(SettledSignal, IsSeenBeforeTheClockMoves) {
  Log log;
  SettledSignal changed;
  Loop loop;
  loop.start(look_each_time(changed, log));
  loop.start(note_after(2s + 1ns, log, "bo"));
  loop.start(raise_after(2s, changed, log, "ana"));

  loop.run_until(Instant{9s});

  EXPECT_EQ(log, (Log{{2s, "ana"}, {2s, "looks"}, {2s + 1ns, "bo"}}));
}

TEST(SettledSignal, IsSeenOnceHoweverOftenItWasRaised) {
  Log log;
  SettledSignal changed;
  Loop loop;
  loop.start(look_each_time(changed, log));
  loop.start(raise_after(1s, changed, log, "ana"));
  loop.start(raise_after(1s, changed, log, "bo"));
  loop.start(raise_after(3s, changed, log, "cy"));

  loop.run_until(Instant{9s});

  EXPECT_EQ(log, (Log{{1s, "ana"}, {1s, "bo"}, {1s, "looks"}, {3s, "cy"}, {3s, "looks"}}));
}

TEST(SettledSignal, RaisedBeforeAnyoneWaitsIsNotLost) {
  Log log;
  SettledSignal changed;
  changed.raise();
  Loop loop;
  loop.start(look_once(changed, log));
  loop.start(note_at_once(log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "bo"}, {0s, "looks"}}));
}

Task<> answer_first_look(SettledSignal& changed, Log& log) {
  co_await changed.wait();
  co_await note(log, "looks");
  changed.raise();
  co_await async_sleep(4s);
  co_await note(log, "is back");
  co_await changed.wait();
  co_await note(log, "looks again");
}

TEST(SettledSignal, RaisedWhileTheTaskDoesSomethingElseIsNotLost) {
  Log log;
  SettledSignal changed;
  Loop loop;
  loop.start(answer_first_look(changed, log));
  loop.start(raise_after(1s, changed, log, "ana"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana"}, {1s, "looks"}, {5s, "is back"}, {5s, "looks again"}}));
}

TEST(SettledSignal, StaysRaisedUntilTheTaskHasSeenIt) {
  Log log;
  SettledSignal changed;
  Loop loop;
  loop.start(look_each_time(changed, log));
  EXPECT_FALSE(changed.is_raised());

  changed.raise();
  EXPECT_TRUE(changed.is_raised());
  loop.run_until(Instant{1s});

  EXPECT_FALSE(changed.is_raised());
  EXPECT_EQ(log, (Log{{0s, "looks"}}));
}

TEST(SettledSignal, MayBeRaisedWhenTheWaitingTaskIsGone) {
  Log log;
  SettledSignal changed;
  Loop loop;
  auto lookout = loop.ensure_future(look_each_time(changed, log));
  loop.start(raise_after(2s, changed, log, "ana"));
  loop.run_until(Instant{1s});

  lookout.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{2s, "ana"}}));
  EXPECT_TRUE(changed.is_raised());
}

TEST(SettledSignal, SurvivesTheCancellationOfItsTaskBeforeItIsSeen) {
  Log log;
  SettledSignal changed;
  Loop loop;
  auto lookout = loop.ensure_future(look_each_time(changed, log));
  loop.run_until(Instant{1s});

  changed.raise();
  lookout.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, Log{});
  EXPECT_TRUE(changed.is_raised());
}

TEST(SettledSignal, PassesToTheTaskThatWaitsNext) {
  Log log;
  SettledSignal changed;
  Loop loop;
  loop.start(look_once(changed, log));
  loop.start(raise_after(1s, changed, log, "ana"));
  loop.run_until_empty();
  loop.start(look_once(changed, log));
  loop.start(raise_after(1s, changed, log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana"}, {1s, "looks"}, {2s, "bo"}, {2s, "looks"}}));
}

TEST(SettledSignal, IsNamedInADeadlock) {
  Log log;
  SettledSignal changed{"a change on the floor"};
  Loop loop;
  loop.start(look_once(changed, log));

  std::string what;
  try {
    loop.run_until_empty();
  } catch (const Deadlock& deadlock) {
    what = deadlock.what();
  }

  EXPECT_NE(what.find("SettledSignal 'a change on the floor'"), std::string::npos) << what;
}

TEST(SettledSignal, WithoutANameIsTitledByItsKind) { EXPECT_EQ(SettledSignal{}.title(), "SettledSignal"); }

void let_two_wait() {
  Log log;
  SettledSignal changed;
  Loop loop;
  loop.start(look_once(changed, log));
  loop.start(look_once(changed, log));
  loop.run_until_empty();
}

TEST(SettledSignalDeathTest, IsWaitedForByOneTask) {
  EXPECT_DEATH(let_two_wait(), "one task waits for a SettledSignal");
}

}  // namespace
}  // namespace fastfood::async
