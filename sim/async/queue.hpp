#pragma once

#include <coroutine>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

#include "sim/async/detail/fifo.hpp"
#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/scheduler.hpp"
#include "sim/async/detail/waiters.hpp"
#include "sim/base/check.hpp"

namespace fastfood::async {

/// A first-in-first-out queue between tasks. Waiting tasks are served in the order in which they came. An item promised
/// to a task that is cancelled goes to the next one. The queue must outlive the tasks that wait for it.
template <class T>
class Queue : public Resource {
 public:
  static constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

  Queue() = default;

  /// `capacity` must be at least 1.
  explicit Queue(std::size_t capacity, std::string name = "") : capacity_(capacity), name_(std::move(name)) {
    check(capacity >= 1, "a queue holds at least one item");
  }

  /// `co_await queue.put(item);` suspends while the queue is full.
  class Put;
  Put put(T item) { return Put(*this, std::move(item)); }

  /// `T item = co_await queue.get();` suspends while the queue is empty.
  class Get;
  Get get() { return Get(*this); }

  /// Returns false and does nothing if the queue is full. For code outside tasks.
  bool try_put(T item) {
    if (!has_room()) {
      return false;
    }
    add(std::move(item));
    return true;
  }

  /// The number of items, except those that waiting tasks are about to take.
  std::size_t size() const { return unpromised(); }
  bool empty() const { return size() == 0; }

  std::string title() const override { return titled("Queue", name_); }

 private:
  struct Giver : Waiter {
    explicit Giver(T it) : item(std::move(it)) {}
    T item;
  };

  /// The number of items, except those that waiting tasks are about to take.
  std::size_t unpromised() const { return items_.size() - promised_; }
  bool has_room() const { return unpromised() < capacity_; }

  void add(T item) {
    items_.push(std::move(item));
    if (!takers_.empty()) {
      promise();
    }
  }

  /// Wakes the longest waiting getter. It takes the first item when it runs.
  [[gnu::noinline]] void promise() {
    if (!takers_.empty() && unpromised() != 0) {
      Frame& first = takers_.pop().frame();
      ++promised_;
      first.loop->wake(first);
    }
  }

  void take_back_promise() {
    --promised_;
    promise();
  }

  T take() {
    T item = items_.pop();
    if (!givers_.empty()) {
      admit();
    }
    return item;
  }

  /// Lets the longest waiting putter put its item, if there is room.
  [[gnu::noinline]] void admit() {
    if (has_room()) {
      Giver& first = static_cast<Giver&>(givers_.pop());
      add(std::move(first.item));
      first.frame().loop->wake(first.frame());
    }
  }

  std::size_t capacity_ = unbounded;
  Fifo<T> items_;
  std::size_t promised_ = 0;  // of the items, to tasks that are ready
  WaiterLine takers_;
  WaiterLine givers_;
  std::string name_;
};

template <class T>
class Queue<T>::Put {
 public:
  Put(Queue& queue, T item) : queue_(queue), giver_(std::move(item)) {}

  bool await_ready() {
    if (!queue_.has_room()) {
      return false;
    }
    queue_.add(std::move(giver_.item));
    return true;
  }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    caller.promise().wait_on(queue_);
    queue_.givers_.append(giver_, caller.promise());
  }

  void await_resume() const {}

  /// Stops waiting and drops the item.
  void cancel_wait() { giver_.leave(); }

 private:
  Queue& queue_;
  Giver giver_;
};

template <class T>
class Queue<T>::Get {
 public:
  explicit Get(Queue& queue) : queue_(queue) {}
  Get(const Get&) = delete;
  Get& operator=(const Get&) = delete;
  ~Get() {
    if (taker_.is_called()) [[unlikely]] {
      queue_.take_back_promise();
    }
  }

  /// A task that comes while others are about to take an item queues behind them.
  bool await_ready() const { return !queue_.items_.empty() && queue_.promised_ == 0; }

  template <class Promise>
  void await_suspend(std::coroutine_handle<Promise> caller) {
    Frame& frame = caller.promise();
    if (queue_.unpromised() != 0) {
      taker_.call();
      ++queue_.promised_;
      frame.loop->wake(frame);
    } else {
      frame.wait_on(queue_);
      queue_.takers_.append(taker_, frame);
    }
  }

  T await_resume() {
    if (taker_.is_called()) {
      --queue_.promised_;
    }
    T item = queue_.take();
    taker_.reset();
    return item;
  }

  /// Stops waiting.
  void cancel_wait() { taker_.leave(); }

 private:
  Queue& queue_;
  Waiter taker_;
};

}  // namespace fastfood::async
