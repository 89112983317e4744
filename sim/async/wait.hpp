#pragma once

#include <coroutine>
#include <optional>
#include <utility>
#include <vector>

#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"

namespace fastfood::async {

/// A task that is not started yet, or a handle to a started one.
class TaskOrHandle {
 public:
  template <class T>
  TaskOrHandle(Task<T> task)
      : launch_([](Loop& loop, Frame& frame) -> TaskRef {
          return loop.ensure_future(Task<T>(static_cast<Promise<T>&>(frame)));
        }),
        frame_(&task.release()) {}
  TaskOrHandle(TaskRef task) : task_(std::move(task)) {}
  TaskOrHandle(TaskOrHandle&& other) noexcept
      : launch_(other.launch_), frame_(std::exchange(other.frame_, nullptr)), task_(std::move(other.task_)) {}
  TaskOrHandle& operator=(TaskOrHandle&&) = delete;
  ~TaskOrHandle() {
    if (frame_ != nullptr) {
      frame_->handle().destroy();
    }
  }

  /// Returns the handle, after starting the task if necessary.
  TaskRef start(Loop& loop) && { return task_ ? *task_ : launch_(loop, *std::exchange(frame_, nullptr)); }

 private:
  TaskRef (*launch_)(Loop&, Frame&) = nullptr;
  Frame* frame_ = nullptr;
  std::optional<TaskRef> task_;
};

/// The tasks of a `wait`, each set in the order given. `finished` have returned, `failed` have an error or were
/// cancelled, `pending` still run.
struct WaitResult {
  std::vector<TaskRef> finished;
  std::vector<TaskRef> failed;
  std::vector<TaskRef> pending;
};

/// Starts the tasks that are not started yet, and waits until all have ended in any way. Cancelling the wait leaves
/// them running.
Task<WaitResult> wait(std::vector<TaskOrHandle> tasks);

/// Like `wait`, but returns when the first task has ended. The others run on. Without tasks it returns at once.
Task<WaitResult> wait_first(std::vector<TaskOrHandle> tasks);

template <class... Tasks>
std::vector<TaskOrHandle> list_of(Tasks&&... tasks) {
  std::vector<TaskOrHandle> list;
  list.reserve(sizeof...(tasks));
  (list.emplace_back(std::forward<Tasks>(tasks)), ...);
  return list;
}

/// `co_await wait(tic_tac(), spam(), handle)`.
template <class First, class... Others>
Task<WaitResult> wait(First&& first, Others&&... others) {
  return wait(list_of(std::forward<First>(first), std::forward<Others>(others)...));
}

template <class First, class... Others>
Task<WaitResult> wait_first(First&& first, Others&&... others) {
  return wait_first(list_of(std::forward<First>(first), std::forward<Others>(others)...));
}

/// `co_await ensure_future(task)` starts the task concurrently with the caller, as `Loop::ensure_future` does, without
/// suspending.
template <class T>
class EnsureFuture : public ThisLoop {
 public:
  explicit EnsureFuture(Task<T> task) : task_(std::move(task)) {}
  TaskHandle<T> await_resume() { return loop_->ensure_future(std::move(task_)); }

 private:
  Task<T> task_;
};

template <class T>
EnsureFuture<T> ensure_future(Task<T> task) {
  return EnsureFuture<T>(std::move(task));
}

}  // namespace fastfood::async
