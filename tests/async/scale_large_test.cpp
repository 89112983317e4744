#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <random>
#include <stdexcept>
#include <utility>
#include <vector>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/semaphore.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait.hpp"
#include "sim/async/wait_for.hpp"
#include "tests/async/life.hpp"

// Large and deep runs do not overflow a stack of 8 MB.

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

constexpr int million = 1'000'000;
constexpr int depth = 100'000;

Task<> sleep_then_count(Duration duration, int& count, Instant& last, bool& in_order) {
  co_await async_sleep(duration);
  const Instant time = co_await now();
  in_order = in_order && time >= last;
  last = time;
  ++count;
}

TEST(Scale, AMillionTasksSleepAtOnceAndWakeInOrder) {
  int count = 0;
  Instant last{};
  bool in_order = true;
  Loop loop;
  for (int i = 0; i != million; ++i) {
    loop.start(sleep_then_count(1h + i * 7919LL % million * 1ms, count, last, in_order));
  }

  loop.run_until(Instant{1h - 1ns});
  EXPECT_EQ(count, 0);
  loop.run_until_empty();

  EXPECT_EQ(count, million);
  EXPECT_TRUE(in_order);
  EXPECT_EQ(loop.now(), Instant{1h + (million - 1) * 1ms});
}

Task<int> one() { co_return 1; }

Task<int> count_ones() {
  int sum = 0;
  for (int i = 0; i != million; ++i) {
    sum += co_await one();
  }
  co_return sum;
}

TEST(Scale, AMillionChildrenEndAtOnce) {
  Loop loop;

  EXPECT_EQ(loop.run_until_complete(count_ones()), million);
}

/// The three ways in which a long chain of tasks can end.
class ChainEnds {
 public:
  using Chain = Task<> (*)(int, Life);

  explicit ChainEnds(Chain chain) : chain_(chain) {}

  void run_to_its_end() {
    int alive = 0;
    Loop loop;

    loop.run_until_complete(chain_(depth, Life(alive)));

    EXPECT_EQ(loop.now(), Instant{1s});
    EXPECT_EQ(alive, 0);
  }

  void cancel_at_its_root() {
    int alive = 0;
    Loop loop;
    TaskHandle<> root = loop.ensure_future(chain_(depth, Life(alive)));
    loop.run_until(Instant{500ms});
    EXPECT_GT(alive, depth);

    root.cancel();
    loop.run_until_empty();

    EXPECT_EQ(alive, 0);
  }

  void destroy_with_the_loop() {
    int alive = 0;
    {
      Loop loop;
      loop.start(chain_(depth, Life(alive)));
      loop.run_until(Instant{500ms});
      EXPECT_GT(alive, depth);
    }

    EXPECT_EQ(alive, 0);
  }

 private:
  Chain chain_;
};

Task<> await_next(int left, Life life) {
  if (left == 0) {
    co_await async_sleep(1s);
  } else {
    co_await await_next(left - 1, life);
  }
}

TEST(Scale, AChainOfAwaitedTasksRunsToItsEnd) { ChainEnds(await_next).run_to_its_end(); }
TEST(Scale, AChainOfAwaitedTasksIsCancelledAtItsRoot) { ChainEnds(await_next).cancel_at_its_root(); }
TEST(Scale, AChainOfAwaitedTasksIsDestroyedWithTheLoop) { ChainEnds(await_next).destroy_with_the_loop(); }

Task<> join_next(int left, Life life) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  if (left == 0) {
    co_await async_sleep(1s);
  } else {
    scope.start(join_next(left - 1, life));
  }
  co_await scope.join();
}

TEST(Scale, AChainOfScopesRunsToItsEnd) { ChainEnds(join_next).run_to_its_end(); }
TEST(Scale, AChainOfScopesIsCancelledAtItsRoot) { ChainEnds(join_next).cancel_at_its_root(); }
TEST(Scale, AChainOfScopesIsDestroyedWithTheLoop) { ChainEnds(join_next).destroy_with_the_loop(); }

Task<> wait_for_next(int left, Life life) {
  if (left == 0) {
    co_await async_sleep(1s);
  } else {
    co_await wait(wait_for_next(left - 1, life));
  }
}

TEST(Scale, AChainOfWaitsRunsToItsEnd) { ChainEnds(wait_for_next).run_to_its_end(); }
TEST(Scale, AChainOfWaitsIsCancelledAtItsRoot) { ChainEnds(wait_for_next).cancel_at_its_root(); }
TEST(Scale, AChainOfWaitsIsDestroyedWithTheLoop) { ChainEnds(wait_for_next).destroy_with_the_loop(); }

struct Burnt : std::runtime_error {
  using std::runtime_error::runtime_error;
};

Task<> burn_at_the_end(int left, Life life) {
  if (left == 0) {
    throw Burnt("fries");
  }
  co_await burn_at_the_end(left - 1, life);
}

TEST(Scale, AnErrorRisesThroughAChainOfAwaitedTasks) {
  int alive = 0;
  Loop loop;

  EXPECT_THROW(loop.run_until_complete(burn_at_the_end(depth, Life(alive))), Burnt);

  EXPECT_EQ(alive, 0);
}

Task<> burn_in_scopes(int left, Life life) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  if (left == 0) {
    throw Burnt("fries");
  }
  scope.start(burn_in_scopes(left - 1, life));
  co_await scope.join();
}

TEST(Scale, AnErrorRisesThroughAChainOfScopes) {
  int alive = 0;
  Loop loop;

  EXPECT_THROW(loop.run_until_complete(burn_in_scopes(depth, Life(alive))), Burnt);

  EXPECT_EQ(alive, 0);
}

struct Stage {
  Lock lock;
  Event bell;
};

Task<> take(Lock& lock, Life) {
  const Lease lease = co_await lock.acquire();
  co_await async_sleep(1h);
}

Task<> hear(Event& bell, Life) {
  co_await bell.wait();
  co_await async_sleep(1h);
}

Task<> sleep_an_hour(Life) { co_await async_sleep(1h); }

Task<> be_patient(Lock& lock, Life life) { co_await wait_for(take(lock, life), 30min); }

Task<> cook_together(Life life) {
  Loop& loop = co_await this_loop();
  Scope scope(loop);
  scope.start(sleep_an_hour(life));
  scope.start(sleep_an_hour(life));
  co_await scope.join();
}

Task<> of_kind(int kind, Stage& stage, Life life) {
  switch (kind) {
    case 0:
      return sleep_an_hour(life);
    case 1:
      return take(stage.lock, life);
    case 2:
      return hear(stage.bell, life);
    case 3:
      return be_patient(stage.lock, life);
    default:
      return cook_together(life);
  }
}

std::vector<TaskRef> start_all_kinds(Loop& loop, Stage& stage, int& alive) {
  std::vector<TaskRef> tasks;
  for (int i = 0; i != depth; ++i) {
    tasks.push_back(loop.ensure_future(of_kind(i % 5, stage, Life(alive))));
  }
  std::shuffle(tasks.begin(), tasks.end(), std::mt19937(1));
  return tasks;
}

Task<> ring_and_cancel_all(std::vector<TaskRef>& tasks, Stage& stage) {
  co_await async_sleep(1min);
  stage.bell.set();
  for (TaskRef& task : tasks) {
    task.cancel();
  }
}

TEST(Scale, AHundredThousandAreCancelledInTheMiddleOfEverything) {
  int alive = 0;
  Stage stage;
  Loop loop;
  std::vector<TaskRef> tasks = start_all_kinds(loop, stage, alive);

  loop.run_until_complete(ring_and_cancel_all(tasks, stage));

  EXPECT_EQ(alive, 0);
  EXPECT_EQ(stage.lock.in_use(), 0U);
  loop.run_until_empty();
  EXPECT_EQ(loop.now(), Instant{1min});
}

Task<> cancel_one_by_one(std::vector<TaskRef>& tasks) {
  for (TaskRef& task : tasks) {
    co_await async_sleep(1ms);
    task.cancel();
  }
}

TEST(Scale, AHundredThousandAreCancelledOneByOne) {
  int alive = 0;
  Stage stage;
  Loop loop;
  std::vector<TaskRef> tasks = start_all_kinds(loop, stage, alive);

  loop.run_until_complete(cancel_one_by_one(tasks));

  EXPECT_EQ(alive, 0);
  EXPECT_EQ(stage.lock.in_use(), 0U);
}

TEST(Scale, AHundredThousandOfAllKindsAreDestroyedWithTheLoop) {
  int alive = 0;
  Stage stage;
  {
    Loop loop;
    start_all_kinds(loop, stage, alive);
    loop.run_until(Instant{1min});
    stage.bell.set();
  }

  EXPECT_EQ(alive, 0);
  EXPECT_EQ(stage.lock.in_use(), 0U);
}

}  // namespace
}  // namespace fastfood::async
