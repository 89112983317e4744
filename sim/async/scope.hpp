#pragma once

#include <coroutine>
#include <exception>
#include <string>
#include <utility>

#include "sim/async/detail/frame.hpp"
#include "sim/async/loop.hpp"
#include "sim/base/check.hpp"

namespace fastfood::async {

/// A block that outlives all tasks started in it. A running task opens it as a local variable. When the block is left
/// in any way, the tasks that still run are cancelled. If a task fails, the others are cancelled and `join` throws the
/// error. An error that neither `join` nor `start` has thrown fails the run.
class Scope {
 public:
  explicit Scope(Loop& loop)
      : loop_(loop), owner_(opened_by(loop.running())), outer_(std::exchange(owner_->scopes, this)) {}
  ~Scope() {
    if (!children_.empty() || error_ != nullptr || owner_->scopes != this) [[unlikely]] {
      close();
    } else {
      owner_->scopes = outer_;
    }
  }

  /// Starts `task` concurrently with the caller. It first runs after the tasks that are ready now. Its result is
  /// dropped. Throws the error of a task that has failed, as `join` does.
  template <class T>
  void start(Task<T> task);

  /// Like `start`, but the task runs as soon as the caller suspends, before the tasks that are ready. Several run in
  /// the order in which they were started.
  template <class T>
  void start_next(Task<T> task);

  /// `co_await scope.join();` waits until all tasks of the scope have ended. The owner then continues at once.
  auto join() { return Join{*this}; }

  /// Cancels the tasks that still run. One that is running right now is destroyed when it next suspends.
  void cancel();

  bool empty() const { return children_.empty(); }

  // For the loop and the tasks.
  Frame* owner() const { return owner_; }
  Scope* outer() const { return outer_; }
  FrameList& children() { return children_; }
  /// Keeps the first error for `join`.
  void note_failure(const std::exception_ptr& error) {
    if (error_ == nullptr) {
      error_ = error;
    }
  }

  void remove_child(Frame& frame) { children_.remove(frame); }

  void child_ended() {
    if (finished()) {
      loop_.run_next(*owner_);
    }
  }

  /// Cancels the others after one has failed. The failed one has yet to end.
  void cancel_siblings() {
    const bool joining = std::exchange(joining_, false);
    cancel();
    joining_ = joining;
  }

  void child_was_cancelled() {
    if (finished()) {
      loop_.wake(*owner_);
    }
  }

 private:
  struct Join {
    Scope& scope;

    bool await_ready() const { return scope.children_.empty(); }

    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> caller) const {
      Frame& frame = caller.promise();
      check(&frame == scope.owner_, "a Scope is joined by the task that opened it");
      frame.wait_on(tasks_);
      scope.joining_ = true;
    }

    void await_resume() const { scope.throw_failure(); }
  };

  /// The resource that the owner waits for.
  struct Tasks final : Resource {
    std::string title() const override { return "the tasks of its scope"; }
  };

  static Frame* opened_by(Frame* running) {
    check(running != nullptr, "a Scope is opened by a running task");
    return running;
  }

  void close();
  [[noreturn]] void rethrow();

  void throw_failure() {
    if (error_ != nullptr) [[unlikely]] {
      rethrow();
    }
  }

  /// Returns whether the owner, which waits for the end, can go on.
  bool finished() { return children_.empty() && std::exchange(joining_, false); }

  static const Tasks tasks_;

  Scheduler& loop_;
  Frame* owner_;
  Scope* outer_;
  FrameList children_;
  bool joining_ = false;
  std::exception_ptr error_;
};

inline Frame* Frame::parent() const {
  switch (holder) {
    case Holder::link:
      return link->parent;
    case Holder::scope:
      return scope->owner();
    default:
      return nullptr;
  }
}

}  // namespace fastfood::async
