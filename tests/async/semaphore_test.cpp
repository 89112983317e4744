#include "sim/async/semaphore.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait_for.hpp"
#include "tests/async/log.hpp"

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

Task<> use(Semaphore& grill, Duration duration, Log& log, std::string who) {
  const Lease lease = co_await grill.acquire();
  co_await note(log, who);
  co_await async_sleep(duration);
}

TEST(Lock, GoesToTheLongestWaiter) {
  Log log;
  Lock grill;
  Loop loop;
  loop.start(use(grill, 2min, log, "ana"));
  loop.start(use(grill, 3min, log, "bo"));
  loop.start(use(grill, 4min, log, "cy"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0min, "ana"}, {2min, "bo"}, {5min, "cy"}}));
  EXPECT_EQ(loop.now(), Instant{9min});
}

TEST(Lock, DoesNotSuspendATaskThatFindsItFree) {
  Log log;
  Lock grill;
  Loop loop;
  loop.start(use(grill, 0s, log, "ana"));
  loop.start(note_after(0s, log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {0s, "bo"}}));
}

Task<> use_again(Semaphore& grill, Log& log) {
  for (int i = 0; i != 2; ++i) {
    co_await use(grill, 1min, log, "again and again");
  }
}

TEST(Lock, IsNotTakenAgainBeforeWaitingTasks) {
  Log log;
  Lock grill;
  Loop loop;
  loop.start(use_again(grill, log));
  loop.start(use(grill, 1min, log, "ana"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0min, "again and again"}, {1min, "ana"}, {2min, "again and again"}}));
}

TEST(Semaphore, AdmitsAsManyTasksAsItHasUnits) {
  Log log;
  Semaphore seats(2);
  Loop loop;
  loop.start(use(seats, 5s, log, "ana"));
  loop.start(use(seats, 2s, log, "bo"));
  loop.start(use(seats, 2s, log, "cy"));
  loop.start(use(seats, 2s, log, "di"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {0s, "bo"}, {2s, "cy"}, {4s, "di"}}));
}

TEST(Semaphore, CountsUnitsAndWaitingTasks) {
  Log log;
  Semaphore seats(2);
  Loop loop;
  for (int i = 0; i != 5; ++i) {
    loop.start(use(seats, 5s, log, "ana"));
  }

  loop.run_until(Instant{1s});
  EXPECT_EQ(seats.units(), 2U);
  EXPECT_EQ(seats.in_use(), 2U);
  EXPECT_EQ(seats.available(), 0U);
  EXPECT_EQ(seats.waiting(), 3U);

  loop.run_until(Instant{11s});
  EXPECT_EQ(seats.in_use(), 1U);
  EXPECT_EQ(seats.available(), 1U);
  EXPECT_EQ(seats.waiting(), 0U);
}

TEST(SemaphoreDeathTest, HasAtLeastOneUnit) { EXPECT_DEATH(Semaphore(0), "at least one unit"); }

TEST(Lease, ReturnsItsUnitWhenItIsDestroyed) {
  Lock grill;
  {
    const Lease lease = grill.try_acquire();
    EXPECT_TRUE(lease);
    EXPECT_EQ(grill.in_use(), 1U);
  }

  EXPECT_EQ(grill.in_use(), 0U);
}

TEST(Lease, ReturnsItsUnitOnce) {
  Semaphore seats(2);
  Lease lease = seats.try_acquire();
  const Lease other = seats.try_acquire();

  lease.release();
  lease.release();

  EXPECT_FALSE(lease);
  EXPECT_EQ(seats.in_use(), 1U);
}

TEST(Lease, HasOneOwnerAfterAMove) {
  Semaphore seats(2);
  Lease first = seats.try_acquire();
  Lease second = seats.try_acquire();

  second = std::move(first);
  EXPECT_EQ(seats.in_use(), 1U);

  second = Lease();
  EXPECT_EQ(seats.in_use(), 0U);
}

TEST(Lease, IsEmptyIfNoUnitIsFree) {
  Lock grill;
  const Lease lease = grill.try_acquire();

  EXPECT_FALSE(grill.try_acquire());
  EXPECT_EQ(grill.in_use(), 1U);
}

Task<> release_early(Semaphore& grill, Log& log) {
  Lease lease = co_await grill.acquire();
  co_await async_sleep(1s);
  lease.release();
  co_await note(log, "released");
  co_await async_sleep(1s);
  co_await note(log, "ends");
}

TEST(Lease, ReleasedEarlyGoesToTheLongestWaiterAfterTheCallerSuspends) {
  Log log;
  Lock grill;
  Loop loop;
  loop.start(release_early(grill, log));
  loop.start(use(grill, 5s, log, "ana"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{1s, "released"}, {1s, "ana"}, {2s, "ends"}}));
}

Task<> give_away(Semaphore& seats, std::optional<Lease>& kept) {
  Lease seat = co_await seats.acquire();
  kept = std::move(seat);
}

TEST(Lease, MayOutliveTheTaskThatAcquiredIt) {
  std::optional<Lease> kept;
  Lock grill;
  Loop loop;

  loop.run_until_complete(give_away(grill, kept));
  EXPECT_EQ(grill.in_use(), 1U);

  kept.reset();
  EXPECT_EQ(grill.in_use(), 0U);
}

TEST(Semaphore, NamesItselfAndTheTasksThatHoldIt) {
  Log log;
  Semaphore seats(3, "seats");
  const Lease nobody_holds_it = seats.try_acquire();
  Loop loop;
  loop.start(use(seats, 1s, log, "ana"));
  loop.start(use(seats, 2s, log, "bo"));
  loop.start(use(seats, 3s, log, "cy"));

  loop.run_until(Instant{500ms});
  EXPECT_EQ(seats.title(), "Semaphore 'seats'");
  EXPECT_THAT(seats.holders(), ElementsAre(1U, 2U));

  loop.run_until(Instant{1500ms});
  EXPECT_THAT(seats.holders(), testing::UnorderedElementsAre(2U, 3U));

  loop.run_until_empty();
  EXPECT_THAT(seats.holders(), IsEmpty());
}

TEST(Semaphore, WithoutANameIsTitledByItsKind) {
  EXPECT_EQ(Semaphore(1).title(), "Semaphore");
  EXPECT_EQ(Lock().title(), "Lock");
  EXPECT_EQ(Lock("grill").title(), "Lock 'grill'");
}

class CancelledWithALock : public testing::Test {
 protected:
  Log log;
  Lock grill;
  Loop loop;
  TaskHandle<> ana = loop.ensure_future(use(grill, 1h, log, "ana"));
  TaskHandle<> bo = loop.ensure_future(use(grill, 1s, log, "bo"));
  TaskHandle<> cy = loop.ensure_future(use(grill, 1s, log, "cy"));
};

TEST_F(CancelledWithALock, TheHolderPassesItToTheNext) {
  loop.run_until(Instant{1min});

  ana.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {1min, "bo"}, {61s, "cy"}}));
}

TEST_F(CancelledWithALock, AWaiterLeavesTheLine) {
  loop.run_until(Instant{1min});

  bo.cancel();
  EXPECT_EQ(grill.waiting(), 1U);
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {1h, "cy"}}));
}

TEST_F(CancelledWithALock, AWaiterThatHasAlreadyGotItPassesItToTheNext) {
  loop.run_until(Instant{1min});

  ana.cancel();
  bo.cancel();
  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {1min, "cy"}}));
}

TEST_F(CancelledWithALock, AllLeaveItFree) {
  loop.run_until(Instant{1min});

  ana.cancel();
  bo.cancel();
  cy.cancel();

  EXPECT_EQ(grill.in_use(), 0U);
  EXPECT_EQ(grill.waiting(), 0U);
}

TEST_F(CancelledWithALock, InTheOtherOrderAllLeaveItFree) {
  loop.run_until(Instant{1min});

  cy.cancel();
  bo.cancel();
  ana.cancel();

  EXPECT_EQ(grill.in_use(), 0U);
  EXPECT_EQ(grill.waiting(), 0U);
}

Task<> try_for(Duration limit, Semaphore& grill, Log& log) {
  const bool served = co_await wait_for(use(grill, 1s, log, "in time"), limit);
  co_await note(log, served ? "served" : "gone");
}

TEST(Lock, IsNotGivenToATaskThatTimedOutBefore) {
  Log log;
  Lock grill;
  Loop loop;
  loop.start(use(grill, 10s, log, "ana"));
  loop.start(try_for(5s, grill, log));
  loop.start(use(grill, 1s, log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {5s, "gone"}, {10s, "bo"}}));
}

TEST(Lock, AcquiredAtTheInstantOfTheTimeoutIsReleasedToTheNext) {
  Log log;
  Lock grill;
  Loop loop;
  loop.start(use(grill, 10s, log, "ana"));
  loop.start(try_for(10s, grill, log));
  loop.start(use(grill, 1s, log, "bo"));

  loop.run_until_empty();

  EXPECT_EQ(log, (Log{{0s, "ana"}, {10s, "in time"}, {10s, "bo"}, {10s, "gone"}}));
}

TEST(Lock, OutlivesALoopWhoseTasksHoldAndAwaitIt) {
  Log log;
  Lock grill;
  {
    Loop loop;
    loop.start(use(grill, 1h, log, "ana"));
    loop.start(use(grill, 1h, log, "bo"));
    loop.run_until(Instant{1s});
  }

  EXPECT_EQ(grill.in_use(), 0U);
  EXPECT_EQ(grill.waiting(), 0U);
}

TEST(SemaphoreDeathTest, OutlivesItsLeases) {
  EXPECT_DEATH(
      {
        Lease lease;
        Lock lock;
        lease = lock.try_acquire();
      },
      "a semaphore outlives its leases");
}

}  // namespace
}  // namespace fastfood::async
