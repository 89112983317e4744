#include "sim/async/detail/livelock_report.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "sim/async/clock_text.hpp"

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

std::string title_of(std::uint32_t number, const std::string& name) {
  return "task " + std::to_string(number) + " '" + name + "'";
}

}  // namespace

void LivelockReport::note(const Frame& frame) {
  const Frame& task = task_of(frame);
  Runs& runs = by_name_[task.name];
  if (runs.steps++ == 0 && task.holder == Frame::Holder::scope) {
    const Frame& starter = task_of(*task.parent());
    runs.starter = ", started by " + title_of(starter.number, starter.name) + ",";
  }
  runs.tasks.insert(task.number);
  ++noted_;
}

std::string LivelockReport::text(Instant now, std::uint64_t before) const {
  constexpr std::size_t most_lines = 20;
  std::vector<std::pair<std::uint64_t, std::string>> lines;
  for (const auto& [name, runs] : by_name_) {
    const std::size_t others = runs.tasks.size() - 1;
    const std::string more = others == 0 ? "" : " and " + std::to_string(others) + " more with its name";
    lines.emplace_back(runs.steps, title_of(*runs.tasks.begin(), name) + more + runs.starter);
  }
  std::ranges::stable_sort(lines, [](const auto& a, const auto& b) { return a.first > b.first; });

  std::string text = "livelock at " + clock_text(now.time_since_epoch()) + ": tasks became ready " +
                     std::to_string(before) + " times and the clock did not move. Of the last " +
                     std::to_string(noted_) + " steps";
  for (std::size_t i = 0; i != std::min(lines.size(), most_lines); ++i) {
    text += "\n  " + lines[i].second + " took " + std::to_string(lines[i].first);
  }
  if (lines.size() > most_lines) {
    text += "\n  and tasks with " + std::to_string(lines.size() - most_lines) + " other names took the rest";
  }
  return text + "\nTo poll, use yield(): it lets the clock move on, and async_sleep(0s) does not.";
}

}  // namespace fastfood::async
