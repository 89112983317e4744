#include "sim/async/detail/deadlock_report.hpp"

#include <algorithm>

#include "sim/async/clock_text.hpp"
#include "sim/async/scope.hpp"

namespace fastfood::async {

namespace {

constexpr std::size_t max_lines = 20;

constexpr const char* hint_at_skipped_body =
    "\nGCC 12 may skip the body of a coroutine that has a co_await in the condition of an if, a loop or a switch.\n"
    "Name the result in a statement before; tools/check_awaits finds these conditions.";

/// Returns the innermost of the frames that await one another. It knows what the task waits for.
const Frame& innermost(const Frame& task) {
  const Frame* at = &task;
  while (at->activity == Frame::Activity::awaiting && at->awaited->child != nullptr) {
    at = at->awaited->child;
  }
  return *at;
}

/// Returns whether the frame was resumed and is in no queue: its body was skipped, or it suspended without saying why.
bool is_at_start(const Frame& task) { return innermost(task).activity == Frame::Activity::starting; }

}  // namespace

DeadlockReport::DeadlockReport(const Scheduler& loop) : loop_(loop) {
  for (const Frame* root = loop.roots_.first(); root != nullptr; root = loop.roots_.after(*root)) {
    collect(*root);
  }
}

/// Collects the task and the tasks in the scopes of its frames, in the order in which they were started.
void DeadlockReport::collect(const Frame& task) {
  std::vector<const Frame*> open{&task};
  const std::size_t first = tasks_.size();
  while (!open.empty()) {
    const Frame* at = open.back();
    open.pop_back();
    tasks_.push_back(at);
    for (;; at = at->awaited->child) {
      for (Scope* scope = at->scopes; scope != nullptr; scope = scope->outer()) {
        const FrameList& children = scope->children();
        for (const Frame* child = children.first(); child != nullptr; child = children.after(*child)) {
          open.push_back(child);
        }
      }
      if (at->activity != Frame::Activity::awaiting || at->awaited->child == nullptr) {
        break;
      }
    }
  }
  std::sort(tasks_.begin() + static_cast<std::ptrdiff_t>(first), tasks_.end(),
            [](const Frame* a, const Frame* b) { return a->number < b->number; });
}

std::string DeadlockReport::text() const {
  const bool polling = std::ranges::any_of(
      tasks_, [](const Frame* task) { return innermost(*task).activity == Frame::Activity::ready; });
  std::string text = "deadlock at " + clock_text(loop_.now().time_since_epoch()) + ": no timer is set and ";
  text += polling ? "the tasks that are ready only poll" : "no task is ready";
  for (std::size_t i = 0; i != std::min(tasks_.size(), max_lines); ++i) {
    text += "\n  " + line_of(*tasks_[i]);
  }
  if (tasks_.size() > max_lines) {
    text += "\n  and " + std::to_string(tasks_.size() - max_lines) + " tasks more";
  }
  const bool is_any_at_start = std::ranges::any_of(tasks_, [](const Frame* task) { return is_at_start(*task); });
  return is_any_at_start ? text + hint_at_skipped_body : text;
}

std::string DeadlockReport::line_of(const Frame& task) const {
  const Frame& frame = innermost(task);
  std::string line = "task " + std::to_string(task.number) + " '" + task.name + "'";
  if (&frame != &task) {
    line += std::string(", in '") + frame.name + "',";
  }
  if (is_at_start(task)) {
    return line + " has skipped its body, or awaits something that the loop does not know";
  }
  if (frame.activity != Frame::Activity::waiting) {
    return line + " polls";
  }
  line += " waits for " + frame.resource->title();
  const std::vector<std::uint32_t> holders = frame.resource->holders();
  for (std::size_t i = 0; i != holders.size(); ++i) {
    line += (i == 0 ? ", held by " : i + 1 == holders.size() ? " and " : ", ") + name_of(holders[i]);
  }
  return line;
}

std::string DeadlockReport::name_of(std::uint32_t number) const {
  const auto task = std::ranges::find_if(tasks_, [&](const Frame* it) { return it->number == number; });
  const std::string title = "task " + std::to_string(number);
  return task == tasks_.end() ? title + ", which has ended" : title + " '" + (*task)->name + "'";
}

}  // namespace fastfood::async
