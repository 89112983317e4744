// How the loop notices that tasks run although the clock does not move.

#include "sim/async/detail/livelock_report.hpp"
#include "sim/async/detail/scheduler.hpp"

namespace fastfood::async {

/// The number of times a frame was put into a queue of ready frames.
std::uint64_t Scheduler::wakeups() const { return ready_.pushed() + settled_.pushed() + starting_.pushed(); }

void Scheduler::watch_from_here() {
  is_livelock_ = false;
  watched_ = now();
  ready_before_ = wakeups();
}

void Scheduler::watch_for_livelock() {
  if (!in_run_ || now() != watched_) {
    watch_from_here();
  } else if (wakeups() - ready_before_ >= livelock_limit_) {
    is_livelock_ = true;
    interrupt();
  }
}

/// Runs a little longer to see which tasks run.
void Scheduler::throw_livelock() {
  const std::uint64_t before = wakeups() - ready_before_;
  LivelockReport report;
  for (int i = 0; i != LivelockReport::steps && (!ready_.empty() || !settled_.empty()) && !is_main_over(); ++i) {
    step_with_note(*(ready_.empty() ? settled_ : ready_).pop(), report);
  }
  if (!is_main_over()) {
    throw Livelock(report.text(now(), before));
  }
}

void Scheduler::step_with_note(Scheduled& scheduled, LivelockReport& report) {
  if (scheduled.dead()) {
    Scheduled::reclaim(&scheduled);
    return;
  }
  running_ = static_cast<Frame*>(&scheduled);
  report.note(*running_);
  running_->handle().resume();
  go_on();
  round_done_ = false;
  is_livelock_ = false;
}

}  // namespace fastfood::async
