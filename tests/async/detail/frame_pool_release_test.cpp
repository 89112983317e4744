#include "sim/async/detail/frame_pool.hpp"

#include <gtest/gtest.h>
#include <malloc.h>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/queue.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/semaphore.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait.hpp"
#include "sim/async/wait_for.hpp"

// Counts what this executable allocates from the heap, including malloc's own eight bytes a block.

namespace {

struct Heap {
  std::size_t allocations = 0;
  std::size_t bytes = 0;
};

Heap heap;

void* counted(void* block) {
  if (block == nullptr) {
    std::abort();
  }
  ++heap.allocations;
  heap.bytes += malloc_usable_size(block) + 8;
  return block;
}

void release(void* block) {
  if (block != nullptr) {
    heap.bytes -= malloc_usable_size(block) + 8;
    std::free(block);
  }
}

std::size_t rounded_up(std::size_t size, std::size_t unit) { return (size + unit - 1) / unit * unit; }

}  // namespace

void* operator new(std::size_t size) { return counted(std::malloc(size)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  const auto unit = static_cast<std::size_t>(alignment);
  return counted(std::aligned_alloc(unit, rounded_up(size, unit)));
}
void operator delete(void* block) noexcept { release(block); }
void operator delete(void* block, std::size_t) noexcept { release(block); }
void operator delete(void* block, std::align_val_t) noexcept { release(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { release(block); }

namespace fastfood::async {
namespace {

using namespace std::chrono_literals;

// The first test, because a pool that others have filled would hide a leak.
Task<> sleep_an_hour() { co_await async_sleep(1h); }

TEST(CancelledTasks, DoNotAccumulateMemory) {
  Loop loop;
  loop.start(sleep_an_hour());
  std::size_t after_a_thousand = 0;
  for (int i = 0; i != 100'000; ++i) {
    loop.run_until(loop.now() + 1ms);
    TaskHandle<> task = loop.ensure_future(sleep_an_hour());
    loop.run_until(loop.now() + 1ms);
    task.cancel();
    if (i == 1000) {
      after_a_thousand = heap.bytes;
    }
  }

  EXPECT_LE(heap.bytes, after_a_thousand + 64 * 1024);
}

constexpr int warm_up = 10'000;

/// Spreads whole numbers over 0 ... `below` - 1, the same in each thousand.
constexpr int spread(int number, int below) { return number % 1000 * 7919 % below; }

template <class Stage, class Customer>
Task<> arrive(int customers, Duration between, Stage& stage, Customer customer) {
  Loop& loop = co_await this_loop();
  for (int i = 0; i != customers; ++i) {
    loop.start(customer(i, stage));
    co_await async_sleep(between + spread(i, 13) * 1s);
  }
}

/// Returns the number of allocations for the second half of the customers, after a warm-up of the first half.
template <class Stage, class Customer>
std::size_t allocations_in_steady_state(Duration between, Customer customer) {
  Stage stage;
  Loop loop;
  loop.run_until_complete(arrive(warm_up, between, stage, customer));
  const std::size_t before = heap.allocations;

  loop.run_until_complete(arrive(warm_up, between, stage, customer));

  const std::size_t after = heap.allocations;
  loop.run_until_empty();
  return after - before;
}

struct Queueing {
  Lock server;
};

Task<> queue_up(int number, Queueing& queueing) {
  const Lease server = co_await queueing.server.acquire();
  co_await async_sleep(spread(number, 50) * 1s);
}

TEST(SteadyState, OfOneServerAllocatesNothing) { EXPECT_EQ(allocations_in_steady_state<Queueing>(25s, queue_up), 0U); }

struct Counter {
  Semaphore servers{3};
  Semaphore grill{2};
  Semaphore fryer{2};
  Lock fountain;
};

Task<> make(Semaphore& station, Duration duration) {
  const Lease slot = co_await station.acquire();
  co_await async_sleep(duration);
}

Task<> order_a_menu(int number, Counter& counter) {
  Loop& loop = co_await this_loop();
  const Lease server = co_await counter.servers.acquire();
  co_await async_sleep(10s);
  Scope order(loop);
  order.start(make(counter.grill, spread(number, 60) * 1s));
  order.start(make(counter.fryer, spread(number, 40) * 1s));
  order.start(make(counter.fountain, 5s));
  co_await order.join();
}

TEST(SteadyState, OfACounterWithOrdersOfThreeItemsAllocatesNothing) {
  EXPECT_EQ(allocations_in_steady_state<Counter>(15s, order_a_menu), 0U);
}

struct Kitchen {
  Queue<int> orders;
  Event open;
  Lock till;
};

Task<> pay(Kitchen& kitchen) {
  const Lease till = co_await kitchen.till.acquire();
  co_await async_sleep(20s);
}

Task<int> look(Kitchen& kitchen) {
  const int order = co_await kitchen.orders.get();
  co_return order;
}

Task<> wait_or_go(int number, Kitchen& kitchen) {
  kitchen.open.set();
  co_await kitchen.open.wait();
  co_await wait_for(pay(kitchen), spread(number, 60) * 1s);
  const TaskHandle<int> looking = co_await ensure_future(look(kitchen));
  co_await kitchen.orders.put(number);
  co_await looking;
}

TEST(SteadyState, WithTimeoutsQueuesAndHandlesAllocatesNothing) {
  EXPECT_EQ(allocations_in_steady_state<Kitchen>(15s, wait_or_go), 0U);
}

Task<> start_sleepers(std::size_t tasks, Duration apart) {
  Loop& loop = co_await this_loop();
  for (std::size_t i = 0; i != tasks; ++i) {
    loop.start(sleep_an_hour());
    co_await async_sleep(apart);
  }
}

std::size_t bytes_of_a_sleeper(Duration apart) {
  constexpr std::size_t tasks = 1'000'000;
  Loop loop;
  const std::size_t before = heap.bytes;
  loop.run_until_complete(start_sleepers(tasks, apart));
  return (heap.bytes - before) / tasks;
}

TEST(SleepingTask, TakesAtMostAHundredAndFiftyBytes) { EXPECT_LE(bytes_of_a_sleeper(1ms), 150U); }

TEST(SleepingTask, TakesNoMoreIfAllTasksWakeAtOnce) { EXPECT_LE(bytes_of_a_sleeper(0s), 150U); }

}  // namespace
}  // namespace fastfood::async
