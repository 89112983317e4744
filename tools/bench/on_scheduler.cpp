#include <malloc.h>

#include <chrono>
#include <optional>
#include <vector>

#include "sim/async/event.hpp"
#include "sim/async/queue.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/semaphore.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/wait.hpp"
#include "sim/async/wait_for.hpp"
#include "tools/bench/models.hpp"
#include "tools/bench/random.hpp"
#include "tools/bench/stopwatch.hpp"

namespace bench {

namespace {

using namespace fastfood::async;
using fastfood::Duration;
using fastfood::in_seconds;
using fastfood::Instant;
using namespace std::chrono_literals;

constexpr double second = 1e9;
constexpr double gap = 1e9 / 0.9;

struct Tally {
  Duration sum{};
  std::int64_t count = 0;

  void add(Duration time) {
    sum += time;
    ++count;
  }
  Answer answer(const Stopwatch& watch) const {
    return {in_seconds(sum) / static_cast<double>(count), count, watch.seconds()};
  }
};

Task<> arrive_in_queue(std::int64_t customers, Exponential& draw, Queue<Instant>& line) {
  Loop& loop = co_await this_loop();
  for (; customers != 0; --customers) {
    co_await async_sleep(draw(gap));
    co_await line.put(loop.now());
  }
}

Task<> serve_queue(std::int64_t customers, Exponential& draw, Queue<Instant>& line, Tally& tally) {
  Loop& loop = co_await this_loop();
  for (; customers != 0; --customers) {
    const Instant arrived_at = co_await line.get();
    co_await async_sleep(draw(second));
    tally.add(loop.now() - arrived_at);
  }
}

struct Shop {
  Exponential draw{7};
  Lock server;
  Tally tally;
};

// `inline`, because two functions call it: otherwise GCC would allocate its frame in a separate call, unlike elsewhere.
inline Task<> visit(Loop& loop, Shop& shop) {
  const Instant arrived_at = loop.now();
  const Lease turn = co_await shop.server.acquire();
  co_await async_sleep(shop.draw(second));
  shop.tally.add(loop.now() - arrived_at);
}

Task<> arrive(std::int64_t customers, Loop& loop, Shop& shop) {
  for (; customers != 0; --customers) {
    co_await async_sleep(shop.draw(gap));
    loop.start(visit(loop, shop));
  }
}

/// Like `visit`, with a patience that may end before the customer is served.
Task<> visit_in_time(Loop& loop, Shop& shop, Duration patience) {
  const Instant arrived_at = loop.now();
  const std::optional<Lease> turn = co_await wait_for(shop.server.acquire(), patience);
  if (!turn) {
    co_return;
  }
  co_await async_sleep(shop.draw(second));
  shop.tally.add(loop.now() - arrived_at);
}

Task<> arrive_with_patience(std::int64_t customers, double mean_patience, bool leave, Loop& loop, Shop& shop) {
  for (; customers != 0; --customers) {
    co_await async_sleep(shop.draw(gap));
    const Duration patience = shop.draw(mean_patience * second);
    leave ? loop.start(visit_in_time(loop, shop, patience)) : loop.start(visit(loop, shop));
  }
}

struct Counter {
  explicit Counter(bool exponential_times) : stochastic(exponential_times) {}

  bool stochastic;
  Exponential draw{7};
  Lock soda_machine;
  Semaphore kitchen{3};
  Lock fryer;
  int portions = 0;
  std::vector<double> times;

  Duration time(double seconds) {
    return stochastic ? draw(seconds * second) : Duration(static_cast<std::int64_t>(seconds * second));
  }
};

Task<> soda(Counter& counter) {
  const Lease machine = co_await counter.soda_machine.acquire();
  co_await async_sleep(counter.time(1));
}

Task<> burger(Counter& counter) {
  const Lease cook = co_await counter.kitchen.acquire();
  co_await async_sleep(counter.time(3));
}

Task<> fries(Counter& counter) {
  const Lease fryer = co_await counter.fryer.acquire();
  if (counter.portions == 0) {
    co_await async_sleep(counter.time(4));
    counter.portions = 5;
  }
  --counter.portions;
}

Task<> customer(Loop& loop, Counter& counter) {
  const Instant arrived_at = loop.now();
  Scope order(loop);
  order.start(soda(counter));
  order.start(burger(counter));
  order.start(fries(counter));
  co_await order.join();
  counter.times.push_back(in_seconds(loop.now() - arrived_at));
}

Task<> customers_come(std::int64_t customers, Loop& loop, Counter& counter) {
  if (counter.stochastic) {
    co_await async_sleep(counter.time(1.1));
  }
  for (; customers != 0; --customers) {
    loop.start(customer(loop, counter));
    co_await async_sleep(counter.time(counter.stochastic ? 1.1 : 1));
  }
}

struct Wakes {
  explicit Wakes(std::int64_t events) : left(events) {}

  std::int64_t left;
  std::int64_t count = 0;
  Event enough;
};

Task<> sleep_for_ever(Exponential& draw, Wakes& wakes) {
  for (;;) {
    co_await async_sleep(draw(second));
    ++wakes.count;
    if (--wakes.left == 0) {
      wakes.enough.set();
    }
  }
}

Task<> until_enough(Wakes& wakes) { co_await wakes.enough.wait(); }

}  // namespace

Answer m1a_scheduler(std::int64_t customers) {
  Exponential draw(7);
  const Stopwatch watch;
  Queue<Instant> line;
  Tally tally;
  Loop loop;
  loop.ensure_future(arrive_in_queue(customers, draw, line));
  loop.ensure_future(serve_queue(customers, draw, line, tally));
  loop.run_until_empty();
  return tally.answer(watch);
}

Answer m1b_scheduler(std::int64_t customers) {
  const Stopwatch watch;
  Shop shop;
  Loop loop;
  loop.ensure_future(arrive(customers, loop, shop));
  loop.run_until_empty();
  return shop.tally.answer(watch);
}

Answer m1b_patience(std::int64_t customers, double mean_patience, bool leave) {
  const Stopwatch watch;
  Shop shop;
  Loop loop;
  loop.ensure_future(arrive_with_patience(customers, mean_patience, leave, loop, shop));
  loop.run_until_empty();
  return shop.tally.answer(watch);
}

Answer m2_scheduler(std::int64_t customers, bool stochastic) {
  Counter counter(stochastic);
  counter.times.reserve(static_cast<std::size_t>(customers));
  const Stopwatch watch;
  Loop loop;
  loop.ensure_future(customers_come(customers, loop, counter));
  loop.run_until_empty();
  return answer_of(counter.times, watch.seconds());
}

Answer m3_scheduler(std::int64_t pending, std::int64_t events) {
  Exponential draw(7);
  Wakes wakes(events);
  Loop loop;
  for (std::int64_t i = 0; i != pending; ++i) {
    loop.start(sleep_for_ever(draw, wakes));
  }
  loop.run_until(Instant());
  const Stopwatch watch;
  loop.run_until_complete(until_enough(wakes));
  const double mean_sleep =
      in_seconds(loop.now().time_since_epoch()) * static_cast<double>(pending) / static_cast<double>(events);
  return {mean_sleep, wakes.count, watch.seconds()};
}

namespace {

Task<> sleep_an_hour() { co_await async_sleep(1h); }

Task<> start_sleepers(std::int64_t tasks, Loop& loop) {
  for (; tasks != 0; --tasks) {
    loop.start(sleep_an_hour());
    co_await async_sleep(1ms);
  }
}

double heap_in_use() {
  const auto heap = ::mallinfo2();
  return static_cast<double>(heap.uordblks + heap.hblkhd);
}

double bytes_taken_by_sleepers() {
  constexpr std::int64_t tasks = 1'000'000;
  Loop loop;
  const double before = heap_in_use();
  loop.run_until_complete(start_sleepers(tasks, loop));
  return (heap_in_use() - before) / static_cast<double>(tasks);
}

}  // namespace

double bytes_of_a_sleeping_task() {
  static const double bytes = bytes_taken_by_sleepers();  // freed frames are kept, so that only the first time tells
  return bytes;
}

}  // namespace bench
