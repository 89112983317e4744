#include "sim/async/queue.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "tests/async/life.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;
using Strings = Queue<std::string>;

Task<> get_and_note(Strings& pass, Log& log, std::string who) {
  const std::string item = co_await pass.get();
  const std::string line = who + " " + item;
  co_await note(log, line);
}

Task<> put_and_note(Strings& pass, Log& log, std::string item) {
  co_await pass.put(item);
  co_await note(log, item);
}

TEST(Queue, ReturnsItemsInTheOrderInWhichTheyWerePut) {
  Log log;
  Strings pass;
  Loop loop;
  loop.start(put_and_note(pass, log, "burger"));
  loop.start(put_and_note(pass, log, "fries"));
  loop.start(get_and_note(pass, log, "ana"));
  loop.start(get_and_note(pass, log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "burger"}, {0s, "fries"}, {0s, "ana burger"}, {0s, "bo fries"}}));
}

TEST(Queue, ServesWaitingGettersInTheOrderOfArrival) {
  Log log;
  Strings pass;
  Loop loop;
  loop.start(get_and_note(pass, log, "ana"));
  loop.start(get_and_note(pass, log, "bo"));
  loop.start(put_and_note(pass, log, "burger"));
  loop.start(put_and_note(pass, log, "fries"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "burger"}, {0s, "fries"}, {0s, "ana burger"}, {0s, "bo fries"}}));
}

TEST(Queue, PromisesAnItemToTheWaitingGetterBeforeLaterOnes) {
  Log log;
  Strings pass;
  Loop loop;
  loop.start(get_and_note(pass, log, "ana"));
  loop.run_until(Instant{1s});

  EXPECT_TRUE(pass.try_put("burger"));
  EXPECT_TRUE(pass.empty());
  loop.start(get_and_note(pass, log, "bo"));
  EXPECT_TRUE(pass.try_put("fries"));
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana burger"}, {1s, "bo fries"}}));
}

Task<> get_after(Duration duration, Strings& pass, Log& log) {
  co_await async_sleep(duration);
  co_await get_and_note(pass, log, "ana");
}

TEST(Queue, SuspendsPuttersWhileItIsFull) {
  Log log;
  Strings pass(2);
  Loop loop;
  loop.start(put_and_note(pass, log, "burger"));
  loop.start(put_and_note(pass, log, "fries"));
  loop.start(put_and_note(pass, log, "soda"));
  loop.start(put_and_note(pass, log, "salad"));
  loop.start(get_after(5s, pass, log));
  loop.start(get_after(6s, pass, log));

  loop.run_until_empty();

  EXPECT_EQ(log,
            (Log{{0s, "burger"}, {0s, "fries"}, {5s, "ana burger"}, {5s, "soda"}, {6s, "ana fries"}, {6s, "salad"}}));
  EXPECT_EQ(pass.size(), 2U);
}

TEST(Queue, KeepsTheOrderOfWaitingPutters) {
  Log log;
  Strings pass(1);
  Loop loop;
  for (const char* item : {"burger", "fries", "soda", "salad"}) {
    loop.start(put_and_note(pass, log, item));
  }
  loop.run_until(Instant{1s});

  log.clear();
  for (int i = 0; i != 4; ++i) {
    loop.run_until_complete(get_and_note(pass, log, "ana"));
  }
  std::erase_if(log, [](const LogLine& line) { return !line.who.starts_with("ana"); });

  EXPECT_EQ(log, (Log{{1s, "ana burger"}, {1s, "ana fries"}, {1s, "ana soda"}, {1s, "ana salad"}}));
}

TEST(Queue, RefusesTryPutWhenItIsFull) {
  Queue<int> pass(1);

  EXPECT_TRUE(pass.try_put(1));
  EXPECT_FALSE(pass.try_put(2));
  EXPECT_EQ(pass.size(), 1U);
}

TEST(QueueDeathTest, HoldsAtLeastOneItem) { EXPECT_DEATH(Queue<int>(0), "at least one item"); }

TEST(Queue, PassesMoveOnlyItems) {
  Queue<std::unique_ptr<int>> pass(1);
  Loop loop;
  loop.start([](Queue<std::unique_ptr<int>>& queue) -> Task<> {
    for (int i = 0; i != 3; ++i) {
      std::unique_ptr<int> item = std::make_unique<int>(i);
      co_await queue.put(std::move(item));
    }
  }(pass));

  loop.run_until_complete([](Queue<std::unique_ptr<int>>& queue) -> Task<> {
    for (int i = 0; i != 3; ++i) {
      const std::unique_ptr<int> item = co_await queue.get();
      EXPECT_EQ(*item, i);
    }
  }(pass));
}

class CancelledWithAQueue : public testing::Test {
 protected:
  Log log;
  Strings pass;
  Loop loop;
  TaskHandle<> ana = loop.ensure_future(get_and_note(pass, log, "ana"));
  TaskHandle<> bo = loop.ensure_future(get_and_note(pass, log, "bo"));
};

TEST_F(CancelledWithAQueue, AGetterLeavesTheLine) {
  loop.run_until(Instant{1s});

  ana.cancel();
  EXPECT_TRUE(pass.try_put("burger"));
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "bo burger"}}));
}

TEST_F(CancelledWithAQueue, AGetterThatWasPromisedAnItemPassesItToTheNext) {
  loop.run_until(Instant{1s});

  EXPECT_TRUE(pass.try_put("burger"));
  ana.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "bo burger"}}));
}

TEST_F(CancelledWithAQueue, TheLastGetterThatWasPromisedAnItemLeavesItInFront) {
  loop.run_until(Instant{1s});
  EXPECT_TRUE(pass.try_put("burger"));
  EXPECT_TRUE(pass.try_put("fries"));
  EXPECT_TRUE(pass.try_put("soda"));

  bo.cancel();
  loop.start(get_and_note(pass, log, "cy"));
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana burger"}, {1s, "cy fries"}}));
  EXPECT_EQ(pass.size(), 1U);
}

TEST(Queue, DropsTheItemOfAPutterThatIsCancelledBeforeThereIsRoom) {
  Log log;
  Strings pass(1);
  EXPECT_TRUE(pass.try_put("burger"));
  Loop loop;
  TaskHandle<> putting = loop.ensure_future(put_and_note(pass, log, "fries"));
  loop.start(put_and_note(pass, log, "soda"));
  loop.run_until(Instant{1s});

  putting.cancel();
  loop.run_until_complete(get_and_note(pass, log, "ana"));
  loop.run_until_complete(get_and_note(pass, log, "ana"));
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana burger"}, {1s, "soda"}, {1s, "ana soda"}}));
}

Task<> put_three(Strings& pass) {
  for (const char* item : {"burger", "fries", "soda"}) {
    co_await pass.put(item);
  }
}

Task<> cancel(TaskRef task) {
  task.cancel();
  co_return;
}

TEST(Queue, HoldsNoMoreThanItsCapacityAfterAPromiseWasTakenBack) {
  Log log;
  Strings pass(1);
  Loop loop;
  const TaskHandle<> ana = loop.ensure_future(get_and_note(pass, log, "ana"));
  loop.run_until(Instant{1s});
  loop.start(put_three(pass));
  loop.run_until_complete(cancel(ana));
  EXPECT_EQ(pass.size(), 2U);

  loop.run_until_complete(get_and_note(pass, log, "bo"));
  EXPECT_EQ(pass.size(), 1U);
  loop.run_until_complete(get_and_note(pass, log, "cy"));
  loop.run_until_complete(get_and_note(pass, log, "di"));

  EXPECT_EQ(log, (Log{{1s, "bo burger"}, {1s, "cy fries"}, {1s, "di soda"}}));
}

TEST(Queue, FreesWhatItHolds) {
  int alive = 0;
  {
    Queue<Life> pass;
    EXPECT_TRUE(pass.try_put(Life(alive)));
    EXPECT_TRUE(pass.try_put(Life(alive)));
    EXPECT_EQ(alive, 2);
  }

  EXPECT_EQ(alive, 0);
}

TEST(Queue, NamesItself) {
  EXPECT_EQ(Queue<int>(1, "pass").title(), "Queue 'pass'");
  EXPECT_EQ(Queue<int>().title(), "Queue");
}

TEST(Queue, KeepsTheOrderOfItemsWhoseGettersAreCancelledBeforeTheyRun) {
  Log log;
  Strings pass;
  Loop loop;
  TaskHandle<> first = loop.ensure_future(get_and_note(pass, log, "never"));
  TaskHandle<> second = loop.ensure_future(get_and_note(pass, log, "never"));
  loop.run_until(Instant{1s});
  pass.try_put("burger");
  pass.try_put("fries");
  first.cancel();
  second.cancel();

  loop.start(get_and_note(pass, log, "ana"));
  loop.start(get_and_note(pass, log, "bo"));
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana burger"}, {1s, "bo fries"}}));
}

TEST(Queue, ServesANewGetterAfterThoseThatWerePromisedAnItem) {
  Log log;
  Strings pass;
  Loop loop;
  loop.start(get_and_note(pass, log, "ana"));
  loop.run_until(Instant{1s});
  pass.try_put("burger");
  pass.try_put("fries");
  EXPECT_EQ(pass.size(), 1U);

  loop.start(get_and_note(pass, log, "bo"));
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "ana burger"}, {1s, "bo fries"}}));
}

}  // namespace
}  // namespace fastfood::async
