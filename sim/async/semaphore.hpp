#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/detail/frame.hpp"
#include "sim/async/detail/scheduler.hpp"
#include "sim/async/detail/waiters.hpp"
#include "sim/base/check.hpp"

namespace fastfood::async {

class Semaphore;

/// One unit of a semaphore, given back when the lease is released or destroyed. An empty lease holds nothing.
class [[nodiscard]] Lease {
 public:
  Lease() = default;
  Lease(Lease&& other) noexcept : of_(std::exchange(other.of_, nullptr)), unit_(other.unit_) {}
  Lease& operator=(Lease&& other) noexcept {
    if (this != &other) {
      release();
      of_ = std::exchange(other.of_, nullptr);
      unit_ = other.unit_;
    }
    return *this;
  }
  ~Lease() {
    if (of_ != nullptr) {
      give_back();
    }
  }

  /// Gives the unit back early. The longest waiting task gets it, and runs after the caller next suspends.
  void release() {
    if (of_ != nullptr) {
      give_back();
      of_ = nullptr;
    }
  }

  explicit operator bool() const { return of_ != nullptr; }

 private:
  friend class Semaphore;

  Lease(Semaphore& of, std::uint32_t unit) : of_(&of), unit_(unit) {}
  void give_back() const;

  Semaphore* of_ = nullptr;
  std::uint32_t unit_ = 0;
};

/// A number of equal units, at least 1, assigned first come, first served. It must outlive its leases and the tasks
/// that wait for it.
class Semaphore : public Resource {
 public:
  explicit Semaphore(std::uint32_t units, std::string name = "") : name_(std::move(name)), units_(units) {
    check(units >= 1, "a semaphore has at least one unit");
  }
  ~Semaphore() { check(in_use() == 0, "a semaphore outlives its leases"); }

  /// `const Lease seat = co_await seats.acquire();` suspends only if no unit is free.
  class Acquire;
  Acquire acquire();

  /// Returns a unit if one is free, otherwise an empty lease. For code outside tasks.
  Lease try_acquire() { return is_any_free() ? Lease(*this, take(no_task)) : Lease(); }

  std::uint32_t units() const { return units_; }
  /// The number of free units. Takes linear time.
  std::uint32_t available() const;
  std::uint32_t in_use() const { return units() - available(); }
  std::size_t waiting() const { return line_.size(); }

  std::string title() const override { return titled("Semaphore", name_); }

  /// The numbers of the tasks that hold a unit, sorted. A task that was given a unit and has yet to run is included.
  std::vector<std::uint32_t> holders() const override;

 protected:
  std::string name_;

 private:
  friend class Lease;

  static constexpr std::uint32_t no_task = 0;
  static constexpr std::uint32_t no_unit = ~std::uint32_t{0};

  struct Node : Waiter {
    std::uint32_t unit;  // set when the unit is given
  };

  bool is_any_free() const { return free_ != no_unit; }

  /// Takes a free unit for `task`.
  std::uint32_t take(std::uint32_t task) {
    if (free_ == numbered_) [[unlikely]] {
      add_unit();
    }
    return std::exchange(free_, std::exchange(users_[free_], task));
  }

  void add_unit();

  void give_back(std::uint32_t unit) {
    if (line_.empty()) {
      users_[unit] = std::exchange(free_, unit);
      return;
    }
    Node& first = static_cast<Node&>(line_.pop());
    Frame& frame = first.frame();
    users_[unit] = frame.number;
    first.unit = unit;
    frame.loop->wake(frame);
  }

  // Units are numbered in the order in which they are first taken. Free units form a chain: the last one given back is
  // taken next, and those never used come last.
  std::uint32_t units_;
  std::uint32_t numbered_ = 0;  // the size of `users_`
  std::uint32_t free_ = 0;
  std::vector<std::uint32_t> users_;  // of each unit touched: the task that holds it, or the free one after it
  WaiterLine line_;
};

class Semaphore::Acquire {
 public:
  explicit Acquire(Semaphore& from) : from_(from) {}
  Acquire(const Acquire&) = delete;
  Acquire& operator=(const Acquire&) = delete;
  ~Acquire() {
    if (node_.is_called()) [[unlikely]] {
      from_.give_back(node_.unit);
    }
  }

  bool await_ready() const { return false; }

  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> caller) {
    Frame& frame = caller.promise();
    if (from_.is_any_free()) {
      node_.unit = from_.take(frame.number);
      return false;
    }
    frame.wait_on(from_);
    from_.line_.append(node_, frame);
    return true;
  }

  Lease await_resume() {
    node_.reset();
    return {from_, node_.unit};
  }

  /// Stops waiting.
  void cancel_wait() { node_.leave(); }

 private:
  Semaphore& from_;
  Node node_;
};

inline Semaphore::Acquire Semaphore::acquire() { return Acquire(*this); }

inline void Lease::give_back() const { of_->give_back(unit_); }

/// A semaphore with one unit.
class Lock : public Semaphore {
 public:
  Lock() : Semaphore(1) {}
  explicit Lock(std::string name) : Semaphore(1, std::move(name)) {}

  std::string title() const override { return titled("Lock", name_); }
};

}  // namespace fastfood::async
