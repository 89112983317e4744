#pragma once

#include <coroutine>
#include <string>
#include <utility>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/scheduler.hpp"
#include "sim/async/detail/waiters.hpp"

namespace fastfood::async {

/// A flag that tasks wait for. It must outlive the waiting tasks.
class Event : public Resource {
 public:
  Event() = default;
  explicit Event(std::string name) : name_(std::move(name)) {}

  /// Sets the flag and wakes all waiting tasks in the order in which they came. Tasks that wait later do not suspend,
  /// until `clear`.
  void set() {
    is_set_ = true;
    while (!line_.empty()) {
      Frame& frame = line_.pop().frame();
      frame.loop->wake(frame);
    }
  }

  void clear() { is_set_ = false; }
  bool is_set() const { return is_set_; }

  /// `co_await event.wait();`
  class Wait;
  Wait wait();

  std::string title() const override { return titled("Event", name_); }

 private:
  bool is_set_ = false;
  WaiterLine line_;
  std::string name_;
};

class Event::Wait {
 public:
  explicit Wait(Event& event) : event_(event) {}

  bool await_ready() const { return event_.is_set_; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    caller.promise().wait_on(event_);
    event_.line_.append(waiter_, caller.promise());
  }

  void await_resume() const {}

  /// Stops waiting.
  void cancel_wait() { waiter_.leave(); }

 private:
  Event& event_;
  Waiter waiter_;
};

inline Event::Wait Event::wait() { return Wait(*this); }

}  // namespace fastfood::async
