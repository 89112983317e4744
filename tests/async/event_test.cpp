#include "sim/async/event.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

Task<> note_when(Event& bell, Log& log, std::string who) {
  co_await bell.wait();
  co_await note(log, who);
}

Task<> ring_after(Duration duration, Event& bell, Log& log) {
  co_await async_sleep(duration);
  bell.set();
  co_await note(log, "rings");
}

TEST(Event, WakesAllWaitingTasksInTheOrderOfArrival) {
  Log log;
  Event bell;
  Loop loop;
  loop.start(note_when(bell, log, "ana"));
  loop.start(note_when(bell, log, "bo"));
  loop.start(ring_after(5s, bell, log));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{5s, "rings"}, {5s, "ana"}, {5s, "bo"}}));
}

TEST(Event, DoesNotSuspendATaskWhileItIsSet) {
  Log log;
  Event bell;
  bell.set();
  Loop loop;
  loop.start(note_when(bell, log, "ana"));
  loop.start(note_after(0s, log, "bo"));

  loop.run_until_empty();

  EXPECT_TRUE(bell.is_set());
  EXPECT_EQ(log, (Log{{0s, "ana"}, {0s, "bo"}}));
}

TEST(Event, SuspendsAgainAfterClear) {
  Log log;
  Event bell;
  bell.set();
  bell.clear();
  Loop loop;
  loop.start(note_when(bell, log, "ana"));
  loop.start(ring_after(5s, bell, log));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{5s, "rings"}, {5s, "ana"}}));
}

TEST(Event, ClearedAtOnceStillWakesTheWaitingTasks) {
  Log log;
  Event bell;
  Loop loop;
  loop.start(note_when(bell, log, "ana"));
  loop.run_until(Instant{1s});

  bell.set();
  bell.clear();
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana"}}));
  EXPECT_FALSE(bell.is_set());
}

TEST(Event, WakesWaitingTasksEachTimeItIsSet) {
  Log log;
  Event bell;
  Loop loop;
  loop.start([](Event& event, Log& lines) -> Task<> {
    for (int i = 0; i != 3; ++i) {
      co_await event.wait();
      event.clear();
      co_await note(lines, "heard");
    }
  }(bell, log));
  loop.start([](Event& event) -> Task<> {
    for (int i = 0; i != 3; ++i) {
      co_await async_sleep(1s);
      event.set();
    }
  }(bell));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "heard"}, {2s, "heard"}, {3s, "heard"}}));
}

TEST(Event, DoesNotWakeACancelledTask) {
  Log log;
  Event bell;
  Loop loop;
  TaskHandle<> ana = loop.ensure_future(note_when(bell, log, "ana"));
  loop.start(note_when(bell, log, "bo"));
  loop.start(ring_after(5s, bell, log));
  loop.run_until(Instant{1s});

  ana.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{5s, "rings"}, {5s, "bo"}}));
}

TEST(Event, WakesTasksOfSeveralLoops) {
  Log log;
  Event bell;
  Loop here;
  Loop there;
  here.start(note_when(bell, log, "here"));
  there.start(note_when(bell, log, "there"));
  here.run_until(Instant{1s});
  there.run_until(Instant{2s});

  bell.set();
  there.run_until_empty();
  here.run_until_empty();

  EXPECT_EQ(log, (Log{{2s, "there"}, {1s, "here"}}));
}

TEST(Event, NamesItself) {
  EXPECT_EQ(Event("bell").title(), "Event 'bell'");
  EXPECT_EQ(Event().title(), "Event");
}

}  // namespace
}  // namespace fastfood::async
