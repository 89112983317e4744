#include "sim/async/deadlock_report.hpp"

#include <gtest/gtest.h>

#include <string>

#include "sim/async/event.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"

// Pollers are given up after so many rounds that this takes a second even where code is optimised.

namespace sim::async {
namespace {

using namespace std::chrono_literals;

Task<> poll(const bool& done) {
  while (!done) {
    co_await yield();
  }
}

Task<> poll_for_ever(const bool& never) { co_await poll(never); }

Task<> wait_for_bell(Event& bell) { co_await bell.wait(); }

TEST(DeadlockReport, NamesThoseWhoOnlyPoll) {
  const bool never = false;
  Event bell("bell");
  Loop loop;
  loop.run_until(Instant{90s});
  loop.start(poll_for_ever(never));
  loop.start(wait_for_bell(bell));

  try {
    loop.run_until_empty();
    FAIL() << "it ended";
  } catch (const Deadlock& deadlock) {
    EXPECT_STREQ(deadlock.what(),
                 "deadlock at 0:01:30: no timer is set and the tasks that are ready only poll\n"
                 "  task 1 'poll_for_ever', in 'poll', polls\n"
                 "  task 2 'wait_for_bell' waits for Event 'bell'");
  }
}

TEST(RunUntil, LeavesThoseWhoOnlyPollAsItLeavesThoseWhoWait) {
  bool done = false;
  Loop loop;
  const TaskHandle<> polling = loop.ensure_future(poll(done));

  loop.run_until(Instant{90s});
  EXPECT_EQ(loop.now(), Instant{90s});
  EXPECT_EQ(polling.state(), TaskState::RUNNING);

  done = true;
  loop.run_until(Instant{90s});
  EXPECT_EQ(polling.state(), TaskState::FINISHED);
}

}  // namespace
}  // namespace sim::async
