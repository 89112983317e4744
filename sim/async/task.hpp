#pragma once

#include <coroutine>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

#include "sim/async/detail/scheduler.hpp"
#include "sim/async/scope.hpp"

namespace fastfood::async {

template <class T>
class Promise;
template <class T>
class ChildAwaiter;

/// A coroutine that has not been started. Its frame exists, but none of its body has run. It is started at most once:
/// by awaiting it (the caller continues when it has ended), or by `Loop::ensure_future` or `Scope::start` (it runs
/// concurrently with the caller). Otherwise it is destroyed with the task. Its name is that of its function, or one set
/// by `named`.
template <class T = void>
class [[nodiscard]] Task {
 public:
  using promise_type = Promise<T>;

  explicit Task(Promise<T>& promise) : promise_(&promise) {}
  Task(Task&& other) noexcept : promise_(std::exchange(other.promise_, nullptr)) {}
  Task& operator=(Task&& other) noexcept {
    std::swap(promise_, other.promise_);
    return *this;
  }
  ~Task() {
    if (promise_ != nullptr) {
      promise_->handle().destroy();
    }
  }

  /// `name` must outlive the task, as a literal does.
  Task named(const char* name) && {
    promise_->name = name;
    return std::move(*this);
  }

  ChildAwaiter<T> operator co_await() && { return ChildAwaiter<T>(release()); }

  /// Releases the frame. The task is empty afterwards.
  Promise<T>& release() { return *std::exchange(promise_, nullptr); }

 private:
  Promise<T>* promise_;
};

template <class T>
struct PromiseBase;

/// Suspends forever if an awaiter has yet to read the result. Otherwise the coroutine ends, and its frame is destroyed
/// at once.
template <class T>
struct FinalAwaiter {
  PromiseBase<T>& promise;
  bool await_ready() const noexcept { return promise.deliver_end(); }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() const noexcept {}
};

/// The part of the promise that all tasks share.
template <class T>
struct PromiseBase : Frame {
  std::suspend_always initial_suspend() const noexcept { return {}; }
  void unhandled_exception() { note_failure(std::current_exception()); }

  FinalAwaiter<T> final_suspend() noexcept { return {*this}; }

  /// Delivers the result or error to the owner of the frame. Returns false if the parent has yet to read the result
  /// from the frame.
  bool deliver_end() noexcept {
    if (holder == Holder::link) {
      activity = Activity::done;
      loop->run_next(*link->parent);
      return false;
    }
    if (has_observer || loop->is_observed()) [[unlikely]] {
      end_observed();
    } else if (holder == Holder::scope) {
      scope->remove_child(*this);
      scope->child_ended();
    } else {
      loop->remove_root(*this);
    }
    loop->clear_running();
    return true;
  }

 private:
  void end_observed();
  void note_failure(const std::exception_ptr& error);
  void notify_failure(const std::exception_ptr& error);
};

/// The promise of a `Task<T>`. `get_return_object` learns the coroutine's name from its default argument.
template <class T>
class Promise : public PromiseBase<T> {
 public:
  Task<T> get_return_object(const char* function = __builtin_FUNCTION()) {
    this->name = function;
    return Task<T>(*this);
  }

  template <class Value>
  void return_value(Value&& value) {
    value_.emplace(std::forward<Value>(value));
  }

  std::string value_as_text() const { return value_text(*value_); }
  void store_result(RecordOf<T>& receiver) { receiver.value = std::move(value_); }
  T take_value() { return std::move(*value_); }

 private:
  std::optional<T> value_;
};

template <>
class Promise<void> : public PromiseBase<void> {
 public:
  Task<void> get_return_object(const char* function = __builtin_FUNCTION()) {
    name = function;
    return Task<void>(*this);
  }

  void return_void() const {}
  std::string value_as_text() const { return no_value_text; }
  void store_result(RecordOf<void>&) const {}
  void take_value() const {}
};

/// Runs a task in sequence, as part of the task that awaits it. Child and caller resume each other directly.
template <class T>
class ChildAwaiter {
 public:
  explicit ChildAwaiter(Promise<T>& child) { link_.child = &child; }
  ChildAwaiter(const ChildAwaiter&) = delete;
  ChildAwaiter& operator=(const ChildAwaiter&) = delete;
  ~ChildAwaiter() {
    if (link_.child != nullptr) {
      link_.child->handle().destroy();
    }
  }

  bool await_ready() const { return false; }

  template <class Caller>
  void await_suspend(std::coroutine_handle<Caller> caller) {
    Frame& parent = caller.promise();
    Frame& child = *link_.child;
    link_.parent = &parent;
    parent.activity = Frame::Activity::awaiting;
    parent.awaited = &link_;
    child.start(Frame::Holder::link, parent.number);
    child.loop = parent.loop;
    child.link = &link_;
    child.loop->run_next(child);
  }

  T await_resume() {
    if (link_.error != nullptr) [[unlikely]] {
      std::rethrow_exception(link_.error);
    }
    return take_value();
  }

 protected:
  T take_value() { return static_cast<Promise<T>&>(*link_.child).take_value(); }

  ChildLink link_;
};

template <class T>
void PromiseBase<T>::note_failure(const std::exception_ptr& error) {
  failed = true;
  has_observer = true;
  if (holder == Holder::link) {
    link->error = error;
  } else if (holder == Holder::scope) {
    notify_failure(error);
    scope->note_failure(error);
  } else if (record != nullptr) {
    record->set_error(error);
  } else {
    notify_failure(error);
    loop->fail(*this, error);
  }
}

template <class T>
void PromiseBase<T>::notify_failure(const std::exception_ptr& error) {
  if (loop->is_observed()) {
    loop->notify_observer({name, number, TaskState::ERROR, error_text(error)});
  }
}

template <class T>
[[gnu::noinline]] void PromiseBase<T>::end_observed() {
  auto& promise = static_cast<Promise<T>&>(*this);
  activity = Activity::done;
  if (holder == Holder::loop && record != nullptr) {
    promise.store_result(static_cast<RecordOf<T>&>(*record));
  } else if (!failed && loop->is_observed()) {
    loop->notify_observer({name, number, TaskState::FINISHED, promise.value_as_text()});
  }
  loop->release_ended(*this);
}

template <class T>
void Scheduler::start(Task<T> task) {
  start_frame(task.release());
}

template <class T>
TaskHandle<T> Scheduler::ensure_future(Task<T> task) {
  Promise<T>& frame = task.release();
  start_frame(frame);
  auto* record = new RecordOf<T>(frame);
  frame.record = record;
  frame.has_observer = true;
  return TaskHandle<T>(*record);
}

template <class T>
T Scheduler::run_until_complete(Task<T> task) {
  const TaskHandle<T> main = ensure_future(std::move(task));
  run_main(main.record());
  if constexpr (std::is_void_v<T>) {
    main.result();
  } else {
    static_cast<void>(main.result());
    return std::move(*static_cast<RecordOf<T>&>(main.record()).value);
  }
}

template <class T>
void Scope::start_next(Task<T> task) {
  throw_failure();
  loop_.start_frame_next(task.release(), *this);
}

template <class T>
void Scope::start(Task<T> task) {
  throw_failure();
  loop_.start_frame(task.release(), *this);
}

}  // namespace fastfood::async
