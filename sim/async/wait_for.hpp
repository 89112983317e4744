#pragma once

#include <coroutine>
#include <optional>
#include <type_traits>
#include <utility>

#include "sim/async/detail/timeouts.hpp"
#include "sim/async/task.hpp"

namespace fastfood::async {

/// Awaits a task in sequence, with a time limit.
template <class T>
class TimedAwaiter final : public ChildAwaiter<T>, Timeout {
 public:
  TimedAwaiter(Promise<T>& child, Duration limit) : ChildAwaiter<T>(child), limit_(limit) {}

  template <class Caller>
  void await_suspend(std::coroutine_handle<Caller> caller) {
    ChildAwaiter<T>::await_suspend(caller);
    caller.promise().loop->set_timeout(*this, limit_);
  }

  auto await_resume() {
    leave();
    const bool in_time = this->link_.child != nullptr;
    if constexpr (std::is_void_v<T>) {
      if (in_time) {
        ChildAwaiter<T>::await_resume();
      }
      return in_time;
    } else {
      return in_time ? std::optional<T>(ChildAwaiter<T>::await_resume()) : std::nullopt;
    }
  }

 private:
  void expire() override { this->link_.parent->loop->abandon_child(this->link_); }

  Duration limit_;
};

/// A task with a time limit, to be awaited once.
template <class T>
class [[nodiscard]] Timed {
 public:
  Timed(Task<T> task, Duration limit) : task_(std::move(task)), limit_(limit) {}
  TimedAwaiter<T> operator co_await() && { return TimedAwaiter<T>(task_.release(), limit_); }

 private:
  Task<T> task_;
  Duration limit_;
};

/// `const std::optional<T> result = co_await wait_for(task(), 5s);` runs the task in sequence. If it has not ended when
/// the time is up, it is cancelled and the result is empty (for a task without a result: false). A task that ends at
/// that very instant is in time.
template <class T>
Timed<T> wait_for(Task<T> task, Duration limit) {
  return {std::move(task), limit};
}

/// Something that a task waits in line for and can stop waiting for, such as `lock.acquire()` or `event.wait()`.
template <class T>
concept CancellableAwaiter = requires(T& awaiter) {
  awaiter.cancel_wait();
};

/// Waits in line, with a time limit.
template <CancellableAwaiter Awaiter>
class [[nodiscard]] TimedWait final : Timeout {
 public:
  TimedWait(Awaiter& of, Duration limit) : of_(of), limit_(limit) {}

  bool await_ready() const { return of_.await_ready(); }

  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> caller) {
    if (!suspends(caller)) {
      return false;
    }
    frame_ = &caller.promise();
    frame_->loop->set_timeout(*this, limit_);
    return true;
  }

  auto await_resume() {
    leave();
    using Result = decltype(of_.await_resume());
    if constexpr (std::is_void_v<Result>) {
      return !gave_up_;
    } else {
      return gave_up_ ? std::nullopt : std::optional<Result>(of_.await_resume());
    }
  }

 private:
  template <class Promise>
  bool suspends(std::coroutine_handle<Promise> caller) {
    if constexpr (std::is_void_v<decltype(of_.await_suspend(caller))>) {
      of_.await_suspend(caller);
      return true;
    } else {
      return of_.await_suspend(caller);
    }
  }

  void expire() override {
    of_.cancel_wait();
    gave_up_ = true;
    frame_->loop->wake(*frame_);
  }

  Awaiter& of_;
  Duration limit_;
  Frame* frame_ = nullptr;
  bool gave_up_ = false;
};

/// `const std::optional<Lease> seat = co_await wait_for(seats.acquire(), 5s);` waits in line, and leaves it when the
/// time is up. Then the result is empty (false, if there is no result). A task that is called at that very instant is
/// in time. Await it in the expression that creates it.
template <CancellableAwaiter Awaiter>
TimedWait<Awaiter> wait_for(Awaiter&& awaiter, Duration limit) {
  return {awaiter, limit};
}

/// Like this for a running task: returns true if it ends in any way within `limit`. Otherwise cancels it and returns
/// false. Its error is in the handle.
inline Task<bool> wait_for(TaskRef task, Duration limit) {
  co_await wait_for(Ended(task.record()), limit);
  // A polling task before the caller in the queue may have ended since the time was up.
  const bool has_ended = task.record().ended();
  if (!has_ended) {
    task.cancel();
  }
  co_return has_ended;
}

}  // namespace fastfood::async
