#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/loop.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait_for.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

/// A local variable that calls a function when it is destroyed.
class OnExit {
 public:
  explicit OnExit(std::function<void()> act) : act_(std::move(act)) {}
  OnExit(const OnExit&) = delete;
  OnExit& operator=(const OnExit&) = delete;
  ~OnExit() { act_(); }

 private:
  std::function<void()> act_;
};

Task<> sleep_then(std::function<void()> act) {
  const OnExit on_exit(std::move(act));
  co_await async_sleep(1h);
}

Task<> await_sleep_then(std::function<void()> act) { co_await sleep_then(std::move(act)); }

/// Owns two tasks that call this function when they are destroyed.
Task<> own_two(Scope*& scope, std::function<void()> act) {
  Loop& loop = co_await this_loop();
  Scope own(loop);
  scope = &own;
  own.start(await_sleep_then(act));
  own.start(sleep_then(act));
  co_await own.join();
}

TEST(Cancel, OfAnOwnerSucceedsWhenItsTasksCancelTheirScope) {
  Scope* scope = nullptr;
  Loop loop;
  TaskHandle<> owner = loop.ensure_future(own_two(scope, [&scope] { scope->cancel(); }));
  loop.run_until(Instant{1s});

  owner.cancel();

  EXPECT_TRUE(owner.is_cancelled());
  loop.run_until_empty();
}

Task<bool> own_two_for(Duration limit, Scope*& scope) {
  const std::function<void()> cancel = [&scope] { scope->cancel(); };
  const bool in_time = co_await wait_for(own_two(scope, cancel), limit);
  co_return in_time;
}

TEST(Cancel, ByATimeoutSucceedsWhenTheTasksOfTheOwnerCancelTheirScope) {
  Scope* scope = nullptr;
  Loop loop;

  EXPECT_FALSE(loop.run_until_complete(own_two_for(5s, scope)));
  EXPECT_EQ(loop.now(), Instant{5s});
}

TEST(Cancel, OfAScopeSucceedsWhenItsTasksCancelItToo) {
  Scope* scope = nullptr;
  Loop loop;
  const TaskHandle<> owner = loop.ensure_future(own_two(scope, [&scope] { scope->cancel(); }));
  loop.run_until(Instant{1s});

  scope->cancel();
  loop.run_until_empty();

  EXPECT_EQ(owner.state(), TaskState::FINISHED);
  EXPECT_EQ(loop.now(), Instant{1s});
}

TEST(Cancel, OfAScopeAlsoDestroysItsOwnerWhenItsTasksCancelTheOwner) {
  Scope* scope = nullptr;
  std::optional<TaskHandle<>> owner;
  Loop loop;
  owner = loop.ensure_future(own_two(scope, [&owner] { owner->cancel(); }));
  loop.run_until(Instant{1s});

  scope->cancel();

  EXPECT_TRUE(owner->is_cancelled());
  loop.run_until_empty();
}

TEST(Cancel, OfAScopeAlsoDestroysItsOwnerWhenTheObserverCancelsTheOwner) {
  Scope* scope = nullptr;
  std::optional<TaskHandle<>> owner;
  Loop loop;
  owner = loop.ensure_future(own_two(scope, [] {}));
  loop.run_until(Instant{1s});
  loop.observe([&owner](const TaskEnd& end) {
    if (end.name != "own_two") {
      owner->cancel();
    }
  });

  scope->cancel();

  EXPECT_TRUE(owner->is_cancelled());
}

TEST(Cancel, OfAnOwnerNotifiesTheObserverOfItsTasks) {
  Scope* scope = nullptr;
  std::vector<std::string> ended;
  Loop loop;
  loop.observe([&ended](const TaskEnd& end) { ended.push_back(to_string(end)); });
  TaskHandle<> owner = loop.ensure_future(own_two(scope, [] {}));
  loop.run_until(Instant{1s});

  owner.cancel();

  EXPECT_EQ(ended, (std::vector<std::string>{"<Task 'sleep_then' [CANCELLED] (None)>",
                                             "<Task 'await_sleep_then' [CANCELLED] (None)>",
                                             "<Task 'own_two' [CANCELLED] (None)>"}));
}

TEST(Cancel, OfAllSleepingTasksLeavesTheQueueInOrder) {
  // This is enough entries to fill the wheel, and too few for a sweep.
  std::vector<TaskHandle<>> asleep;
  Log log;
  Loop loop;
  for (int i = 0; i != 90; ++i) {
    asleep.push_back(loop.ensure_future(note_after(i < 30 ? 1s : 100s, log, "")));
  }
  loop.run_until(Instant{2s});
  for (TaskHandle<>& task : asleep) {
    task.cancel();
  }
  loop.run_until_empty();
  log.clear();

  for (int i = 0; i != 400; ++i) {
    loop.start(note_after(std::chrono::seconds(1 + i * 37 % 300), log, "late"));
  }
  loop.run_until_empty();

  ASSERT_EQ(log.size(), 400U);
  for (std::size_t i = 1; i != log.size(); ++i) {
    ASSERT_LE(log[i - 1].at, log[i].at);
  }
}

}  // namespace
}  // namespace fastfood::async
