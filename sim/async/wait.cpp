#include "sim/async/wait.hpp"

#include <algorithm>
#include <memory>

namespace sim::async {

namespace {

std::vector<TaskRef> start_all(Loop& loop, std::vector<Awaited>&& tasks) {
  std::vector<TaskRef> started;
  started.reserve(tasks.size());
  for (Awaited& task : tasks) {
    started.push_back(std::move(task).start(loop));
  }
  return started;
}

WaitResult sorted(const std::vector<TaskRef>& tasks) {
  WaitResult result;
  for (const TaskRef& task : tasks) {
    if (!task.record().ended()) {
      result.pending.push_back(task);
    } else if (task.state() == TaskState::FINISHED) {
      result.finished.push_back(task);
    } else {
      task.error();  // counts as awaited, also where it had failed before
      result.failed.push_back(task);
    }
  }
  return result;
}

/// Until one of them has ended.
class FirstEnded {
 public:
  explicit FirstEnded(const std::vector<TaskRef>& tasks)
      : tasks_(tasks), waiters_(std::make_unique<Waiter[]>(tasks.size())) {}

  bool await_ready() const {
    return tasks_.empty() || std::ranges::any_of(tasks_, [](const TaskRef& task) { return task.record().ended(); });
  }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    for (std::size_t i = 0; i != tasks_.size(); ++i) {
      caller.promise().wait_on(tasks_[i].record());
      tasks_[i].record().append(waiters_[i], caller.promise());
    }
  }

  void await_resume() const {}

 private:
  const std::vector<TaskRef>& tasks_;
  std::unique_ptr<Waiter[]> waiters_;
};

}  // namespace

Task<WaitResult> wait(std::vector<Awaited> tasks) {
  Loop& loop = co_await this_loop();
  const std::vector<TaskRef> started = start_all(loop, std::move(tasks));
  for (const TaskRef& task : started) {
    co_await Ended(task.record());
  }
  co_return sorted(started);
}

Task<WaitResult> wait_first(std::vector<Awaited> tasks) {
  Loop& loop = co_await this_loop();
  const std::vector<TaskRef> started = start_all(loop, std::move(tasks));
  co_await FirstEnded(started);
  co_return sorted(started);
}

}  // namespace sim::async
