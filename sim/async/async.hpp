#pragma once

/// Everything that a user of the scheduler needs.
///
///     #include <fastfood/async/async.hpp>
///
///     using namespace fastfood::async;
///     using namespace std::chrono_literals;
///
///     Task<> customer(const char* name, Lock& till) {
///       const auto turn = co_await till.acquire();  // given back at the end of the block, also when cancelled
///       co_await async_sleep(90s);                  // virtual time: takes no real time
///       const auto end = co_await now();
///       std::cout << name << " leaves at " << clock_text(end.time_since_epoch()) << '\n';
///     }
///
///     int main() {
///       Lock till{"till"};
///       Loop loop;  // declared last: it destroys the tasks, which use what is declared before
///       loop.start(customer("ana", till));
///       loop.start(customer("bo", till));
///       loop.run_until_empty();  // ana leaves at 0:01:30, bo leaves at 0:03:00
///     }
///
/// Thread safety: none. A loop and its tasks belong to one thread.
///
/// Write one `co_await` in a statement and name its result: GCC 12 compiles `if (co_await f())` wrongly.

#include "sim/async/clock_text.hpp"
#include "sim/async/event.hpp"
#include "sim/async/handle.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/queue.hpp"
#include "sim/async/scope.hpp"
#include "sim/async/semaphore.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"
#include "sim/async/wait.hpp"
#include "sim/async/wait_for.hpp"
