#pragma once

#include <coroutine>
#include <cstdint>
#include <string>
#include <utility>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/waiters.hpp"
#include "sim/async/loop.hpp"
#include "sim/model/spec.hpp"

namespace fastfood::model {

class Staff;
struct Server;
struct Visit;

/// The hands of a person, who does nothing else as long as this lives.
class Hands {
 public:
  Hands() = default;
  Hands(Staff& staff, Server& server) : staff_(&staff), server_(&server) {}
  Hands(Hands&& other) noexcept : staff_(std::exchange(other.staff_, nullptr)), server_(other.server_) {}
  Hands& operator=(Hands&& other) noexcept {
    if (staff_ != nullptr) {
      release(*staff_, *server_);
    }
    staff_ = std::exchange(other.staff_, nullptr);
    server_ = other.server_;
    return *this;
  }
  ~Hands() {
    if (staff_ != nullptr) {
      release(*staff_, *server_);
    }
  }

  explicit operator bool() const { return staff_ != nullptr; }

  /// Whose hands they are.
  Server& server() const { return *server_; }
  const ServerGroupSpec& group() const;
  const std::string* name() const;  // null if the counter has no servers

 private:
  static void release(Staff& staff, Server& server);

  Staff* staff_ = nullptr;
  Server* server_ = nullptr;
};

/// Customers who wait for somebody's hands, first come, first served.
class HandsQueue : public async::Resource {
 public:
  bool empty() const { return waiters_.empty(); }

  /// The number of the first, in the order in which all who wait for hands came. There must be one.
  std::uint64_t first_number() const { return static_cast<const Entry&>(waiters_.first()).number; }

  /// Gives the hands to the first, who continues after the caller next suspends. There must be one.
  void admit(Hands hands) {
    Entry& first = static_cast<Entry&>(waiters_.pop());
    first.hands = std::move(hands);
    first.frame().loop->wake(first.frame());
  }

  /// Calls `each` with the visit of each who waits, in order.
  template <class Each>
  void for_each(Each each) const {
    waiters_.for_each([&each](const async::Waiter& it) { each(*static_cast<const Entry&>(it).who); });
  }

  /// `Hands hands = co_await Wait(queue, number, visit);` waits until somebody's hands are free.
  class Wait;

  std::string title() const override { return "the hands of a server"; }

 private:
  struct Entry : async::Waiter {
    Hands hands;
    std::uint64_t number = 0;
    const Visit* who = nullptr;
  };

  async::WaiterLine waiters_;
};

class HandsQueue::Wait {
 public:
  Wait(HandsQueue& queue, std::uint64_t number, const Visit& who) : queue_(queue) {
    entry_.number = number;
    entry_.who = &who;
  }

  bool await_ready() const { return false; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    caller.promise().wait_on(queue_);
    queue_.waiters_.append(entry_, caller.promise());
  }

  Hands await_resume() { return std::move(entry_.hands); }

 private:
  HandsQueue& queue_;
  Entry entry_;
};

}  // namespace fastfood::model
