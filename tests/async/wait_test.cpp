#include "sim/async/wait.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "tests/async/life.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

struct Burnt : std::runtime_error {
  using std::runtime_error::runtime_error;
};

Task<int> fry(Duration duration) {
  co_await async_sleep(duration);
  co_return 42;
}

Task<> burn(Duration duration) {
  co_await async_sleep(duration);
  throw Burnt("fries");
}

std::vector<std::string> names(const std::vector<TaskRef>& tasks) {
  std::vector<std::string> list;
  for (const TaskRef& task : tasks) {
    list.push_back(task.name());
  }
  return list;
}

TEST(Wait, LastsAsLongAsTheLongest) {
  Loop loop;

  loop.run_until_complete(wait(fry(2s), fry(7s), fry(3s)));

  EXPECT_EQ(loop.now(), Instant{7s});
}

TEST(Wait, ReturnsTasksInTheGivenOrderHoweverTheyEnd) {
  Loop loop;
  TaskHandle<int> cancelled = loop.ensure_future(fry(1h).named("cancelled"));
  cancelled.cancel();

  const WaitResult result = loop.run_until_complete(
      wait(burn(5s).named("late"), fry(7s).named("slow"), cancelled, burn(1s).named("early"), fry(2s).named("fast")));

  EXPECT_THAT(names(result.finished), ElementsAre("slow", "fast"));
  EXPECT_THAT(names(result.failed), ElementsAre("late", "cancelled", "early"));
  EXPECT_THAT(result.pending, IsEmpty());
}

TEST(Wait, StartsTasksInTheGivenOrderAfterReadyTasks) {
  Log log;
  Loop loop;
  const TaskHandle<WaitResult> waiting =
      loop.ensure_future(wait(note_after(0s, log, "first"), note_after(0s, log, "second")));
  loop.start(note_after(0s, log, "other"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "other"}, {0s, "first"}, {0s, "second"}}));
}

Task<> note_the_end_of(TaskRef first, TaskRef second, Log& log) {
  co_await wait(first, second);
  co_await note(log, "both ended");
}

TEST(Wait, DoesNotSuspendIfAllHaveEnded) {
  Log log;
  Loop loop;
  const TaskRef first = loop.ensure_future(fry(2s));
  const TaskRef second = loop.ensure_future(fry(3s));
  loop.run_until_empty();
  loop.start(note_the_end_of(first, second, log));
  loop.start(note_after(0s, log, "other"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{3s, "both ended"}, {3s, "other"}}));
}

TEST(Wait, WithoutTasksEndsAtOnce) {
  Loop loop;

  const WaitResult result = loop.run_until_complete(wait(std::vector<TaskOrHandle>()));

  EXPECT_THAT(result.finished, IsEmpty());
}

TEST(Wait, OfOneTaskTwiceCountsItTwice) {
  Loop loop;
  const TaskRef fries = loop.ensure_future(fry(2s).named("fries"));

  const WaitResult result = loop.run_until_complete(wait(fries, fries));

  EXPECT_THAT(names(result.finished), ElementsAre("fries", "fries"));
}

TEST(Wait, ReturnsHandlesOfTheTasksItStarted) {
  Loop loop;

  const WaitResult result = loop.run_until_complete(wait(fry(2s), burn(1s)));

  EXPECT_EQ(to_string(result.finished.at(0)), "<Task 'fry' [FINISHED] (42)>");
  EXPECT_EQ(to_string(result.failed.at(0)), "<Task 'burn' [ERROR] (fries)>");
}

TEST(Wait, CancelledLeavesTheTasksRunning) {
  Log log;
  Loop loop;
  TaskHandle<WaitResult> waiting =
      loop.ensure_future(wait(note_after(5s, log, "first"), note_after(7s, log, "second")));
  loop.run_until(Instant{1s});

  waiting.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{5s, "first"}, {7s, "second"}}));
}

TEST(Wait, CancelledLeavesAFailureUnawaited) {
  Loop loop;
  TaskHandle<WaitResult> waiting = loop.ensure_future(wait(fry(1h), burn(1min)));
  loop.run_until(Instant{1s});

  waiting.cancel();

  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);
}

TEST(Wait, AwaitsEachOfItsTasksFromTheStart) {
  Loop loop;
  const TaskHandle<WaitResult> waiting = loop.ensure_future(wait(fry(1h), burn(1min)));

  loop.run_until(Instant{30min});
  EXPECT_EQ(waiting.state(), TaskState::RUNNING);

  loop.run_until_empty();
  EXPECT_THAT(names(waiting.result().failed), ElementsAre("burn"));
}

TEST(Wait, AwaitsATaskThatHadFailedBefore) {
  Loop loop;
  const TaskRef burnt = loop.ensure_future(burn(1s));
  loop.start([](TaskRef task) -> Task<> {
    co_await async_sleep(2s);
    const WaitResult result = co_await wait(task);
    EXPECT_EQ(result.failed.size(), 1U);
  }(burnt));

  loop.run_until_empty();
}

TEST(Wait, ThatIsNeverStartedFreesItsTasks) {
  int alive = 0;
  Loop loop;
  {
    const Task<WaitResult> waiting = wait([](Life) -> Task<> { co_return; }(Life(alive)));
    EXPECT_EQ(alive, 1);
  }

  EXPECT_EQ(alive, 0);
}

TEST(WaitFirst, EndsWithTheFirstAndLeavesTheOthersRunning) {
  Log log;
  Loop loop;

  const WaitResult result = loop.run_until_complete(
      wait_first(fry(7s).named("slow"), fry(2s).named("fast"), note_after(3s, log, "runs on").named("pending")));
  EXPECT_EQ(loop.now(), Instant{2s});
  EXPECT_THAT(names(result.finished), ElementsAre("fast"));
  EXPECT_THAT(names(result.pending), ElementsAre("slow", "pending"));

  loop.run_until_empty();
  EXPECT_EQ(log, (Log{{3s, "runs on"}}));
  EXPECT_EQ(loop.now(), Instant{7s});
}

TEST(WaitFirst, SortsAllThatEndedBeforeItRuns) {
  Loop loop;

  const WaitResult result =
      loop.run_until_complete(wait_first(fry(2s).named("one"), burn(2s).named("another"), fry(3s).named("later")));

  EXPECT_THAT(names(result.finished), ElementsAre("one"));
  EXPECT_THAT(names(result.failed), ElementsAre("another"));
  EXPECT_THAT(names(result.pending), ElementsAre("later"));
}

TEST(WaitFirst, EndsAtOnceIfOneHasEnded) {
  Loop loop;
  const TaskRef fries = loop.ensure_future(fry(2s));
  loop.run_until_empty();

  const WaitResult result = loop.run_until_complete(wait_first(fry(1h), fries));

  EXPECT_EQ(loop.now(), Instant{2s});
  EXPECT_THAT(result.finished, ElementsAre(fries));
}

TEST(WaitFirst, WithoutTasksEndsAtOnce) {
  Loop loop;

  const WaitResult result = loop.run_until_complete(wait_first(std::vector<TaskOrHandle>()));

  EXPECT_THAT(result.pending, IsEmpty());
}

TEST(WaitFirst, LeavesTheFailureOfAnotherUnawaited) {
  Loop loop;
  loop.run_until_complete(wait_first(fry(1s), burn(2s)));

  EXPECT_THROW(loop.run_until_empty(), UnawaitedFailure);
}

TEST(EnsureFuture, StartsConcurrentlyWithTheCallerAndDoesNotSuspend) {
  Log log;
  Loop loop;

  loop.run_until_complete([](Log& lines) -> Task<> {
    const TaskHandle<> other = co_await ensure_future(note_after(1s, lines, "other"));
    EXPECT_EQ(other.state(), TaskState::NEW);
    co_await note(lines, "caller");
    co_await other;
  }(log));

  EXPECT_EQ(log, (Log{{0s, "caller"}, {1s, "other"}}));
}

}  // namespace
}  // namespace fastfood::async
