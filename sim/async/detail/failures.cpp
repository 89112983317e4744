// How the loop reports tasks that failed and were not awaited.

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

/// Throws the first error that ends a run, if there is one. Each later error ends a later run.
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

/// A task that waits for this one may be cancelled before it learns of the failure.
void Scheduler::note_unawaited(Record& record) {
  if (unawaited_.size() == unawaited_.capacity()) {
    std::erase_if(unawaited_, [](const TaskRef& task) { return task.record().was_awaited(); });
    unawaited_.reserve(2 * unawaited_.size() + 1);
  }
  unawaited_.emplace_back(record);
}

/// Throws one failure. The others end later runs.
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
