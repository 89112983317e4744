#include "sim/async/livelock_report.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/async/clock_text.hpp"
#include "sim/async/loop.hpp"

namespace sim::async {

void LivelockReport::note(const Frame& frame) {
  const Frame* task = &frame;
  while (task->holder == Frame::Holder::link) {
    task = task->link->parent;
  }
  ++tasks_.try_emplace(task->number, Runs{task->name}).first->second.count;
  ++noted_;
}

std::string LivelockReport::text(Instant now, std::uint64_t before) const {
  constexpr std::size_t most_lines = 20;
  std::vector<std::pair<std::uint32_t, Runs>> busiest(tasks_.begin(), tasks_.end());
  std::ranges::stable_sort(busiest, [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  std::string text = "livelock at " + clock_text(now.time_since_epoch()) + ": tasks became ready " +
                     std::to_string(before) + " times and the clock did not move. Of the last " +
                     std::to_string(noted_) + " steps";
  for (std::size_t i = 0; i != std::min(busiest.size(), most_lines); ++i) {
    const auto& [number, runs] = busiest[i];
    text += "\n  task " + std::to_string(number) + " '" + runs.name + "' took " + std::to_string(runs.count);
  }
  if (busiest.size() > most_lines) {
    text += "\n  and " + std::to_string(busiest.size() - most_lines) + " tasks took the others";
  }
  return text + "\nTo poll, use yield(): it lets the clock move on, and async_sleep(0s) does not.";
}

void Loop::watch_from_here() {
  is_livelock_ = false;
  watched_ = now();
  ready_before_ = ready_.pushed() + quiet_.pushed() + starting_.pushed();
}

void Loop::watch_for_livelock() {
  if (!in_run_ || now() != watched_) {
    watch_from_here();
  } else if (ready_.pushed() + quiet_.pushed() + starting_.pushed() - ready_before_ >= livelock_limit_) {
    is_livelock_ = true;
    interrupt();
  }
}

/// Runs a little longer to see which tasks run.
void Loop::throw_livelock() {
  const std::uint64_t before = ready_.pushed() + quiet_.pushed() + starting_.pushed() - ready_before_;
  LivelockReport report;
  for (int i = 0; i != LivelockReport::steps && (!ready_.empty() || !quiet_.empty()) && !is_main_over(); ++i) {
    watch_from_here();
    step_with_note(*(ready_.empty() ? quiet_ : ready_).pop(), report);
  }
  if (!is_main_over()) {
    throw Livelock(report.text(now(), before));
  }
}

void Loop::step_with_note(Scheduled& scheduled, LivelockReport& report) {
  if (scheduled.dead()) {
    Scheduled::bury(&scheduled);
    return;
  }
  running_ = static_cast<Frame*>(&scheduled);
  report.note(*running_);
  running_->handle().resume();
  go_on();
  round_done_ = false;
}

}  // namespace sim::async
