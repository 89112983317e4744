#pragma once

#include <coroutine>
#include <exception>
#include <string>
#include <utility>

#include "sim/async/detail/frame.hpp"
#include "sim/async/loop.hpp"
#include "sim/base/check.hpp"

namespace fastfood::async {

/// A block that none of the tasks started in it outlives. Opened as a local by a running task; when the block is left,
/// on whatever way, the tasks still running are cancelled. The first that fails has the others cancelled, and `join`
/// throws its error; an error that neither `join` nor `start` has thrown fails the run.
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

  /// Starts `task` beside the caller: it runs when those that are ready have run. Its result is dropped. Throws the
  /// error of a task that has failed, as `join` does: the owner learns of it at whichever comes first.
  template <class T>
  void start(Task<T> task);

  /// The same, but it runs as soon as the caller suspends, before those that are ready: several in order of starting.
  template <class T>
  void start_next(Task<T> task);

  /// Awaited by the owner: until all have ended. He goes on at once when the last has.
  auto join() { return Join{*this}; }

  /// Cancels those still running; one that runs right now goes when it next suspends.
  void cancel();

  bool empty() const { return children_.empty(); }

  // What the loop and the tasks make of it.
  Frame* owner() const { return owner_; }
  Scope* outer() const { return outer_; }
  FrameList& children() { return children_; }
  /// The first error is kept for `join`.
  void note_failure(const std::exception_ptr& error) {
    if (error_ == nullptr) {
      error_ = error;
    }
  }

  void let_go(Frame& frame) { children_.remove(frame); }

  void child_ended() {
    if (is_over()) {
      loop_.run_next(*owner_);
    }
  }

  /// Of one that has failed; it is still to end.
  void cancel_siblings() {
    const bool joining = std::exchange(joining_, false);
    cancel();
    joining_ = joining;
  }

  void child_was_cancelled() {
    if (is_over()) {
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

  /// What the owner waits for.
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

  /// Whether the owner who waits for the end can go on.
  bool is_over() { return children_.empty() && std::exchange(joining_, false); }

  static const Tasks tasks_;

  Scheduler& loop_;
  Frame* owner_;
  Scope* outer_;
  FrameList children_;
  bool joining_ = false;
  std::exception_ptr error_;
};

}  // namespace fastfood::async
