#include "sim/async/wait.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

namespace fastfood::async {

namespace {

std::vector<TaskRef> start_all(Loop& loop, std::vector<TaskOrHandle>&& tasks) {
  std::vector<TaskRef> started;
  started.reserve(tasks.size());
  for (TaskOrHandle& task : tasks) {
    started.push_back(std::move(task).start(loop));
  }
  return started;
}

WaitResult classify(const std::vector<TaskRef>& tasks) {
  WaitResult result;
  for (const TaskRef& task : tasks) {
    if (!task.record().ended()) {
      result.pending.push_back(task);
    } else if (task.state() == TaskState::FINISHED) {
      result.finished.push_back(task);
    } else {
      task.error();  // counts as awaited, even if the task failed before the wait
      result.failed.push_back(task);
    }
  }
  return result;
}

enum class Until { first, all };

/// Waits in the lines of all running tasks until one or all of them have ended.
class SomeEnded : public Resource {
 public:
  SomeEnded(const std::vector<TaskRef>& tasks, Until until)
      : tasks_(tasks), waiters_(std::make_unique<Record::EndWaiter[]>(tasks.size())) {
    const auto running = static_cast<std::size_t>(
        std::ranges::count_if(tasks, [](const TaskRef& task) { return !task.record().ended(); }));
    left_ = until == Until::all ? running : (running == tasks.size() && running != 0 ? 1 : 0);
  }

  bool await_ready() const { return left_ == 0; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    caller.promise().wait_on(*this);
    for (std::size_t i = 0; i != tasks_.size(); ++i) {
      if (Record& record = tasks_[i].record(); !record.ended()) {
        record.append(waiters_[i], caller.promise(), left_);
      }
    }
  }

  void await_resume() const {}

  /// The title of the first task that still runs.
  std::string title() const override {
    const auto running = std::ranges::find_if(tasks_, [](const TaskRef& task) { return !task.record().ended(); });
    return running->record().title();
  }

 private:
  const std::vector<TaskRef>& tasks_;
  std::unique_ptr<Record::EndWaiter[]> waiters_;
  std::size_t left_ = 0;
};

Task<WaitResult> wait_until(std::vector<TaskOrHandle> tasks, Until until) {
  Loop& loop = co_await this_loop();
  const std::vector<TaskRef> started = start_all(loop, std::move(tasks));
  co_await SomeEnded(started, until);
  co_return classify(started);
}

}  // namespace

Task<WaitResult> wait(std::vector<TaskOrHandle> tasks) {
  return wait_until(std::move(tasks), Until::all).named("wait");
}

Task<WaitResult> wait_first(std::vector<TaskOrHandle> tasks) {
  return wait_until(std::move(tasks), Until::first).named("wait_first");
}

}  // namespace fastfood::async
