#pragma once

#include <coroutine>
#include <string>
#include <utility>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/scheduler.hpp"
#include "sim/base/check.hpp"

namespace fastfood::async {

/// Wakes one task once everything at an instant has settled. `co_await signal.wait()` returns when the signal was
/// raised at least once and no task is ready any more at that instant, before the clock moves. It must outlive the
/// task.
class SettledSignal : public Resource {
 public:
  explicit SettledSignal(std::string name = "") : name_(std::move(name)) {}

  void raise() {
    is_raised_ = true;
    if (waiter_ != nullptr) {
      Frame& frame = *std::exchange(waiter_, nullptr);
      frame.loop->wake_when_settled(frame);
    }
  }

  /// Whether it was raised and the task has yet to see it.
  bool is_raised() const { return is_raised_; }

  class Wait;
  Wait wait();

  std::string title() const override { return titled("SettledSignal", name_); }

 private:
  bool is_raised_ = false;
  Frame* waiter_ = nullptr;
  std::string name_;
};

class SettledSignal::Wait {
 public:
  explicit Wait(SettledSignal& signal) : signal_(signal) {}
  Wait(const Wait&) = delete;
  Wait& operator=(const Wait&) = delete;
  ~Wait() { signal_.waiter_ = nullptr; }

  bool await_ready() const { return false; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    Frame& frame = caller.promise();
    check(signal_.waiter_ == nullptr, "one task waits for a SettledSignal");
    if (signal_.is_raised_) {
      frame.loop->wake_when_settled(frame);
    } else {
      frame.wait_on(signal_);
      signal_.waiter_ = &frame;
    }
  }

  void await_resume() const { signal_.is_raised_ = false; }

 private:
  SettledSignal& signal_;
};

inline SettledSignal::Wait SettledSignal::wait() { return Wait(*this); }

}  // namespace fastfood::async
