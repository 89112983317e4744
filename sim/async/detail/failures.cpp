// How the loop tells of tasks that failed and that nobody awaited.

#include <algorithm>
#include <string>
#include <utility>

#include "sim/async/detail/scheduler.hpp"

namespace fastfood::async {

namespace {

std::exception_ptr unawaited(const char* name, std::uint32_t number, const std::exception_ptr& error) {
  const std::string what =
      "task " + std::to_string(number) + " '" + name + "' failed and nobody awaited it: " + error_text(error);
  try {
    try {
      std::rethrow_exception(error);
    } catch (...) {
      std::throw_with_nested(UnawaitedFailure(what));
    }
  } catch (...) {
    return std::current_exception();
  }
}

}  // namespace

/// The first of what ends a run, if there is any; the next is for the next run.
void Scheduler::throw_failure() {
  if (!failures_.empty()) {
    const std::exception_ptr first = failures_.front();
    failures_.erase(failures_.begin());
    if (!failures_.empty()) {
      interrupt();
    }
    std::rethrow_exception(first);
  }
}

/// Whoever waits for it may be cancelled before he hears of it.
void Scheduler::note_unawaited(Record& record) {
  if (unawaited_.size() == unawaited_.capacity()) {
    std::erase_if(unawaited_, [](const TaskRef& task) { return task.record().was_awaited(); });
    unawaited_.reserve(2 * unawaited_.size() + 1);
  }
  unawaited_.emplace_back(record);
}

/// One at a time; those after it are for the next run.
void Scheduler::throw_unawaited() {
  std::erase_if(unawaited_, [](const TaskRef& task) { return task.record().was_awaited(); });
  const auto first = std::ranges::find_if(unawaited_, [](const TaskRef& it) { return !it.record().is_awaited(); });
  if (first != unawaited_.end()) {
    const TaskRef task = std::move(*first);
    unawaited_.erase(first);
    std::rethrow_exception(unawaited(task.record().name(), task.number(), task.error()));
  }
}

void Scheduler::fail(const Frame& frame, const std::exception_ptr& error) {
  failures_.push_back(unawaited(frame.name, frame.number, error));
  interrupt();
}

}  // namespace fastfood::async
