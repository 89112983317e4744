#include "sim/async/detail/failures.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "sim/async/detail/scheduler.hpp"

namespace fastfood::async {

namespace {

std::exception_ptr unawaited_failure(const char* name, std::uint32_t number, const std::exception_ptr& error) {
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

void Failures::add(const Frame& frame, const std::exception_ptr& error) {
  errors_.push_back(unawaited_failure(frame.name, frame.number, error));
}

std::exception_ptr Failures::take_first() {
  std::exception_ptr first = errors_.front();
  errors_.erase(errors_.begin());
  return first;
}

/// A task that waits for this one counts only once it runs: it may be cancelled before.
void Failures::add_unless_awaited(Record& record) {
  if (unless_awaited_.size() == unless_awaited_.capacity()) {
    std::erase_if(unless_awaited_, [](const TaskRef& task) { return task.record().was_awaited(); });
    unless_awaited_.reserve(2 * unless_awaited_.size() + 1);
  }
  unless_awaited_.emplace_back(record);
}

void Failures::throw_unawaited() {
  std::erase_if(unless_awaited_, [](const TaskRef& task) { return task.record().was_awaited(); });
  const auto first =
      std::ranges::find_if(unless_awaited_, [](const TaskRef& task) { return !task.record().is_awaited(); });
  if (first != unless_awaited_.end()) {
    const TaskRef task = std::move(*first);
    unless_awaited_.erase(first);
    std::rethrow_exception(unawaited_failure(task.record().name(), task.number(), task.error()));
  }
}

}  // namespace fastfood::async
