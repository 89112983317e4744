#pragma once

#include <coroutine>
#include <optional>
#include <utility>
#include <vector>

#include "sim/async/sleep.hpp"
#include "sim/async/task.hpp"

namespace fastfood::async {

/// A task not yet started, or a handle to one that was.
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

  /// The handle; starts the task if that is still to be done.
  TaskRef start(Loop& loop) && { return task_ ? *task_ : launch_(loop, *std::exchange(frame_, nullptr)); }

 private:
  TaskRef (*launch_)(Loop&, Frame&) = nullptr;
  Frame* frame_ = nullptr;
  std::optional<TaskRef> task_;
};

/// Each in the order given: `finished` returned, `failed` have an error or were cancelled, `pending` still run.
struct WaitResult {
  std::vector<TaskRef> finished;
  std::vector<TaskRef> failed;
  std::vector<TaskRef> pending;
};

/// Starts those tasks that are not started yet and waits until all have ended, in whatever way. Cancelling the wait
/// leaves them running.
Task<WaitResult> wait(std::vector<TaskOrHandle> tasks);

/// `wait`, until the first of them has ended; the others run on. Of none, it is over at once.
Task<WaitResult> wait_first(std::vector<TaskOrHandle> tasks);

template <class... Tasks>
std::vector<TaskOrHandle> awaited(Tasks&&... tasks) {
  std::vector<TaskOrHandle> list;
  list.reserve(sizeof...(tasks));
  (list.emplace_back(std::forward<Tasks>(tasks)), ...);
  return list;
}

/// `co_await wait(tic_tac(), spam(), handle)`.
template <class First, class... Others>
Task<WaitResult> wait(First&& first, Others&&... others) {
  return wait(awaited(std::forward<First>(first), std::forward<Others>(others)...));
}

template <class First, class... Others>
Task<WaitResult> wait_first(First&& first, Others&&... others) {
  return wait_first(awaited(std::forward<First>(first), std::forward<Others>(others)...));
}

/// `co_await ensure_future(task)`: starts it beside the caller, as `Loop::ensure_future` does; does not suspend.
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
