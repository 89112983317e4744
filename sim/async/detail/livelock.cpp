#include "sim/async/detail/livelock.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "sim/async/clock_text.hpp"
#include "sim/async/detail/scheduler.hpp"
#include "sim/async/scope.hpp"

namespace fastfood::async {

namespace {

/// Returns the task that the frame is a part of.
const Frame& task_of(const Frame& frame) {
  const Frame* at = &frame;
  while (at->holder == Frame::Holder::link) {
    at = at->link->parent;
  }
  return *at;
}

std::string task_title(std::uint32_t number, const std::string& name) {
  return "task " + std::to_string(number) + " '" + name + "'";
}

}  // namespace

void LivelockReport::record(const Frame& frame) {
  const Frame& task = task_of(frame);
  Record& with_name = by_name_[task.name];
  if (with_name.count++ == 0 && task.holder == Frame::Holder::scope) {
    const Frame& starter = task_of(*task.parent());
    with_name.starter = ", started by " + task_title(starter.number, starter.name) + ",";
  }
  with_name.tasks.insert(task.number);
  ++recorded_;
}

std::string LivelockReport::text(Instant now, std::uint64_t before) const {
  constexpr std::size_t max_lines = 20;
  std::vector<std::pair<std::uint64_t, std::string>> lines;
  for (const auto& [name, with_name] : by_name_) {
    const std::size_t others = with_name.tasks.size() - 1;
    const std::string more = others == 0 ? "" : " and " + std::to_string(others) + " more with its name";
    lines.emplace_back(with_name.count, task_title(*with_name.tasks.begin(), name) + more + with_name.starter);
  }
  std::ranges::stable_sort(lines, [](const auto& a, const auto& b) { return a.first > b.first; });

  std::string text = "livelock at " + clock_text(now.time_since_epoch()) + ": tasks became ready " +
                     std::to_string(before) + " times and the clock did not move. Of the last " +
                     std::to_string(recorded_) + " steps";
  for (std::size_t i = 0; i != std::min(lines.size(), max_lines); ++i) {
    text += "\n  " + lines[i].second + " took " + std::to_string(lines[i].first);
  }
  if (lines.size() > max_lines) {
    text += "\n  and tasks with " + std::to_string(lines.size() - max_lines) + " other names took the rest";
  }
  return text + "\nTo poll, use yield(): it lets the clock move on, and async_sleep(0s) does not.";
}

/// The number of times a frame was put into a queue of ready frames.
std::uint64_t Scheduler::wakeups() const { return ready_.pushed() + settled_.pushed() + starting_.pushed(); }

void Scheduler::watch_for_livelock() {
  if (!in_run_) {
    livelock_.restart(now(), wakeups());
  } else if (livelock_.check(now(), wakeups())) {
    interrupt();
  }
}

/// Runs a little longer to see which tasks run.
void Scheduler::throw_livelock() {
  const std::uint64_t before = livelock_.count(wakeups());
  LivelockReport report;
  for (int i = 0; i != LivelockReport::steps && (!ready_.empty() || !settled_.empty()) && !main_has_ended(); ++i) {
    step_and_record(*(ready_.empty() ? settled_ : ready_).pop(), report);
  }
  if (!main_has_ended()) {
    throw Livelock(report.text(now(), before));
  }
}

void Scheduler::step_and_record(Scheduled& scheduled, LivelockReport& report) {
  if (scheduled.dead()) {
    Scheduled::reclaim(&scheduled);
    return;
  }
  running_ = static_cast<Frame*>(&scheduled);
  report.record(*running_);
  running_->handle().resume();
  resume_next_frames();
  round_done_ = false;
  livelock_.clear();
}

}  // namespace fastfood::async
