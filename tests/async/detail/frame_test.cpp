#include "sim/async/detail/frame.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/queue.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/semaphore.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait.hpp"
#include "sim/async/wait_for.hpp"
#include "tests/async/life.hpp"

// Cancelling destroys frames where they are suspended, with everything they own at any depth.

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

/// Fails the test if anything is still alive at its end.
struct Census {
  ~Census() { EXPECT_EQ(alive, 0); }
  int alive = 0;
};

/// Everything that a task can wait for. The loop is destroyed first and the count of lives last.
struct Stage : Census {
  Lock lock;
  Semaphore seats{1};
  Lease taken = lock.try_acquire();
  Lease seat = seats.try_acquire();
  Event bell;
  Queue<Life> empty;
  Queue<Life> full{1};
  Event end_of_others;
  Loop loop;
  std::optional<TaskRef> other;

  Stage() { full.try_put(Life(alive)); }
};

Task<> stay(Event& end, Life) { co_await end.wait(); }

using Await = Task<> (*)(Stage&);

struct Suspension {
  const char* name;
  Await await;
  /// Wakes a task that is suspended in this way. Empty if nothing can.
  void (*wake)(Stage&) = [](Stage&) {};

  friend std::ostream& operator<<(std::ostream& out, const Suspension& it) { return out << it.name; }
};

const std::vector<Suspension> suspensions = {
    {"Sleep", [](Stage&) -> Task<> { co_await async_sleep(1h); }},
    {"SleepForEver", [](Stage&) -> Task<> { co_await async_sleep(Duration::max()); }},
    {"SleepUntil", [](Stage&) -> Task<> { co_await sleep_until(Instant{1h}, Phase::last); }},
    {"Yield",
     [](Stage&) -> Task<> {
       for (;;) {
         co_await yield();
       }
     }},
    {"UntilSettled", [](Stage&) -> Task<> { co_await until_settled(); }},
    {"Lock", [](Stage& stage) -> Task<> { const Lease lease = co_await stage.lock.acquire(); },
     [](Stage& stage) { stage.taken.release(); }},
    {"Semaphore", [](Stage& stage) -> Task<> { const Lease lease = co_await stage.seats.acquire(); },
     [](Stage& stage) { stage.seat.release(); }},
    {"Event", [](Stage& stage) -> Task<> { co_await stage.bell.wait(); }, [](Stage& stage) { stage.bell.set(); }},
    {"QueueGet", [](Stage& stage) -> Task<> { const Life item = co_await stage.empty.get(); },
     [](Stage& stage) { EXPECT_TRUE(stage.empty.try_put(Life(stage.alive))); }},
    {"QueuePut",
     [](Stage& stage) -> Task<> {
       const Life item(stage.alive);
       co_await stage.full.put(item);
     }},
    {"Handle",
     [](Stage& stage) -> Task<> {
       const TaskHandle<> other = stage.loop.ensure_future(stay(stage.end_of_others, Life(stage.alive)));
       stage.other = other;
       co_await other;
     },
     [](Stage& stage) { stage.other->cancel(); }},
    {"Wait",
     [](Stage& stage) -> Task<> {
       const Life life(stage.alive);
       co_await wait(stay(stage.end_of_others, life), stay(stage.end_of_others, life));
     }},
    {"WaitFirst",
     [](Stage& stage) -> Task<> {
       const Life life(stage.alive);
       co_await wait_first(stay(stage.end_of_others, life), stay(stage.end_of_others, life));
     }},
    {"WaitFor",
     [](Stage& stage) -> Task<> {
       const Life life(stage.alive);
       co_await wait_for(stay(stage.bell, life), 1h);
     },
     [](Stage& stage) { stage.bell.set(); }},
    {"WaitForALock",
     [](Stage& stage) -> Task<> { const std::optional<Lease> lease = co_await wait_for(stage.lock.acquire(), 1h); },
     [](Stage& stage) { stage.taken.release(); }},
    {"WaitForAPut",
     [](Stage& stage) -> Task<> {
       const Life item(stage.alive);
       co_await wait_for(stage.full.put(item), 1h);
     }},
    {"WaitForAHandle",
     [](Stage& stage) -> Task<> {
       const TaskRef other = stage.loop.ensure_future(stay(stage.end_of_others, Life(stage.alive)));
       co_await wait_for(other, 1h);
     }},
    {"ScopeJoin",
     [](Stage& stage) -> Task<> {
       Scope scope(stage.loop);
       scope.start(stay(stage.bell, Life(stage.alive)));
       scope.start(stay(stage.bell, Life(stage.alive)));
       co_await scope.join();
     },
     [](Stage& stage) { stage.bell.set(); }},
    {"SleepWithScopes",
     [](Stage& stage) -> Task<> {
       Scope outer(stage.loop);
       outer.start(stay(stage.bell, Life(stage.alive)));
       Scope inner(stage.loop);
       inner.start(stay(stage.bell, Life(stage.alive)));
       co_await async_sleep(1h);
     }},
    {"Child", [](Stage& stage) -> Task<> { co_await stay(stage.bell, Life(stage.alive)); },
     [](Stage& stage) { stage.bell.set(); }},
};

Task<> nested(int depth, Life, const Suspension& suspension, Stage& stage) {
  const Life life(stage.alive);
  if (depth == 0) {
    co_await suspension.await(stage);
  } else {
    co_await nested(depth - 1, life, suspension, stage);
  }
}

TaskRef start_three_deep(const Suspension& suspension, Stage& stage) {
  return stage.loop.ensure_future(nested(2, Life(stage.alive), suspension, stage));
}

Task<> nothing() { co_return; }

/// Runs until all started tasks have suspended.
void let_suspend(Loop& loop) {
  loop.run_until_complete([]() -> Task<> {
    for (int i = 0; i != 3; ++i) {
      const TaskHandle<> behind_the_others = co_await ensure_future(nothing());
      co_await behind_the_others;
    }
  }());
}

/// Only the item in the full queue and the items that the test itself has put are still alive.
void expect_all_gone(Stage& stage) {
  stage.end_of_others.set();
  stage.loop.run_until_empty();
  const std::size_t queued = stage.empty.size() + stage.full.size();
  EXPECT_EQ(stage.alive, static_cast<int>(queued));
}

class Suspended : public testing::TestWithParam<Suspension> {};

TEST_P(Suspended, IsFreedWhenCancelledFromOutside) {
  Stage stage;
  TaskRef task = start_three_deep(GetParam(), stage);
  let_suspend(stage.loop);
  EXPECT_GE(stage.alive, 6);

  task.cancel();

  EXPECT_TRUE(task.is_cancelled());
  expect_all_gone(stage);
}

TEST_P(Suspended, IsFreedWhenAnotherTaskCancels) {
  Stage stage;
  const TaskRef task = start_three_deep(GetParam(), stage);
  let_suspend(stage.loop);

  stage.loop.run_until_complete([](TaskRef victim) -> Task<> {
    victim.cancel();
    co_return;
  }(task));

  expect_all_gone(stage);
}

TEST_P(Suspended, IsFreedWhenCancelledAfterItWasWokenAndBeforeItRuns) {
  Stage stage;
  const TaskRef task = start_three_deep(GetParam(), stage);
  let_suspend(stage.loop);

  stage.loop.run_until_complete([](void (*wake)(Stage&), TaskRef victim, Stage& its_stage) -> Task<> {
    wake(its_stage);
    victim.cancel();
    co_return;
  }(GetParam().wake, task, stage));

  EXPECT_EQ(stage.lock.in_use(), stage.taken ? 1U : 0U);
  EXPECT_EQ(stage.seats.in_use(), stage.seat ? 1U : 0U);
  expect_all_gone(stage);
}

TEST_P(Suspended, IsFreedWhenCancelledWhileItRuns) {
  Stage stage;
  std::optional<TaskRef> self;
  self = stage.loop.ensure_future([](const std::optional<TaskRef>& me, Await await, Stage& its_stage) -> Task<> {
    const Life life(its_stage.alive);
    TaskRef task = *me;
    task.cancel();
    co_await await(its_stage);
  }(self, GetParam().await, stage));

  let_suspend(stage.loop);

  EXPECT_TRUE(self->is_cancelled());
  expect_all_gone(stage);
}

TEST_P(Suspended, IsFreedWhenTheTimeIsUp) {
  Stage stage;
  stage.loop.start([](const Suspension& suspension, Stage& its_stage) -> Task<> {
    co_await wait_for(nested(2, Life(its_stage.alive), suspension, its_stage), 1min);
    its_stage.end_of_others.set();
  }(GetParam(), stage));

  stage.loop.run_until(Instant{1min});

  expect_all_gone(stage);
}

TEST_P(Suspended, IsFreedWhenItsScopeIsLeft) {
  Stage stage;
  stage.loop.start([](const Suspension& suspension, Stage& its_stage) -> Task<> {
    Scope scope(its_stage.loop);
    scope.start(nested(2, Life(its_stage.alive), suspension, its_stage));
    co_await async_sleep(1min);
  }(GetParam(), stage));

  stage.loop.run_until(Instant{1min});

  expect_all_gone(stage);
}

TEST_P(Suspended, IsFreedWithItsLoop) {
  Stage stage;
  start_three_deep(GetParam(), stage);

  let_suspend(stage.loop);
}

TEST_P(Suspended, IsFreedWithItsLoopAfterItWasWoken) {
  Stage stage;
  start_three_deep(GetParam(), stage);
  let_suspend(stage.loop);

  GetParam().wake(stage);
}

INSTANTIATE_TEST_SUITE_P(Everywhere, Suspended, testing::ValuesIn(suspensions),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(Frame, IsFreedWhenCancelledBeforeItsFirstStep) {
  Stage stage;
  TaskRef task = start_three_deep(suspensions[0], stage);

  task.cancel();

  expect_all_gone(stage);
}

Task<> sleep_till_ten(Life) { co_await sleep_until(Instant{10s}); }

TEST(Frame, IsFreedWhenATaskThatWakesAtTheSameInstantCancelsIt) {
  Stage stage;
  std::optional<TaskRef> victim;
  stage.loop.start([](std::optional<TaskRef>& task, int& alive) -> Task<> {
    co_await sleep_until(Instant{10s});
    task->cancel();
    EXPECT_EQ(alive, 1);
  }(victim, stage.alive));
  victim = stage.loop.ensure_future(sleep_till_ten(Life(stage.alive)));

  expect_all_gone(stage);
}

TEST(Frame, IsFreedWhenTheQueueRemovesCancelledTasks) {
  Stage stage;
  std::vector<TaskRef> sleepers;
  for (int i = 0; i != 1000; ++i) {
    sleepers.push_back(stage.loop.ensure_future(sleep_till_ten(Life(stage.alive))));
  }
  stage.loop.run_until(Instant{1s});

  for (TaskRef& sleeper : sleepers) {
    sleeper.cancel();
  }

  expect_all_gone(stage);
}

TEST(Frame, CancelledAsleepAllowsEarlierSleeps) {
  Stage stage;
  TaskRef late = stage.loop.ensure_future(sleep_till_ten(Life(stage.alive)));
  stage.loop.run_until(Instant{1s});
  late.cancel();
  stage.loop.run_until(Instant{2s});

  stage.loop.start([](Life) -> Task<> { co_await async_sleep(1s); }(Life(stage.alive)));
  stage.loop.run_until_empty();

  EXPECT_EQ(stage.loop.now(), Instant{3s});
}

/// Cancels its own task or another one when it is destroyed.
class CancelsWhenDestroyed {
 public:
  explicit CancelsWhenDestroyed(const std::optional<TaskRef>& task) : task_(task) {}
  CancelsWhenDestroyed(const CancelsWhenDestroyed&) = delete;
  CancelsWhenDestroyed& operator=(const CancelsWhenDestroyed&) = delete;
  ~CancelsWhenDestroyed() {
    TaskRef task = *task_;
    task.cancel();
  }

 private:
  const std::optional<TaskRef>& task_;
};

Task<> cancel_on_the_way_out(const std::optional<TaskRef>& task, int& alive) {
  const Life life(alive);
  const CancelsWhenDestroyed cancels(task);
  co_await async_sleep(1h);
}

TEST(Frame, MayCancelAnotherTaskInItsDestructors) {
  Stage stage;
  std::optional<TaskRef> other = stage.loop.ensure_future(sleep_till_ten(Life(stage.alive)));
  TaskRef task = stage.loop.ensure_future(cancel_on_the_way_out(other, stage.alive));
  stage.loop.run_until(Instant{1s});

  task.cancel();

  EXPECT_TRUE(other->is_cancelled());
  expect_all_gone(stage);
}

TEST(Frame, MayCancelItsOwnTaskWhileItIsCancelled) {
  Stage stage;
  std::optional<TaskRef> self;
  self = stage.loop.ensure_future(cancel_on_the_way_out(self, stage.alive));
  stage.loop.run_until(Instant{1s});

  TaskRef(*self).cancel();

  expect_all_gone(stage);
}

TEST(Frame, MayCancelTheTaskThatAwaitsItWhenItsTimeIsUp) {
  Stage stage;
  std::optional<TaskRef> self;
  self = stage.loop.ensure_future([](const std::optional<TaskRef>& me, int& alive) -> Task<> {
    co_await wait_for(cancel_on_the_way_out(me, alive), 1s);
    co_await async_sleep(1h);
  }(self, stage.alive));

  stage.loop.run_until(Instant{1s});

  EXPECT_TRUE(self->is_cancelled());
  expect_all_gone(stage);
}

}  // namespace
}  // namespace fastfood::async
