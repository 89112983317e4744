#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/async/frame.hpp"
#include "sim/async/loop.hpp"
#include "sim/async/waiters.hpp"
#include "sim/base/check.hpp"

namespace sim::async {

class Semaphore;

/// One unit of a semaphore, given back when it is destroyed or released. An empty lease holds nothing.
class [[nodiscard]] Lease : private Links {
 public:
  Lease() = default;
  Lease(Lease&& other) noexcept { take_over(other); }
  Lease& operator=(Lease&& other) noexcept {
    if (this != &other) {
      release();
      take_over(other);
    }
    return *this;
  }
  ~Lease() { release(); }

  /// Gives the unit back before its time. The longest waiter gets it, and runs after the caller next suspends.
  void release();

  explicit operator bool() const { return of_ != nullptr; }

 private:
  friend class Semaphore;
  friend class LinkedList<Lease>;

  Lease(Semaphore& of, std::uint32_t holder);
  void take_over(Lease& other);

  Semaphore* of_ = nullptr;
  std::uint32_t holder_;
};

/// `units` of at least 1, all alike, first come first served. It outlives its leases and those who wait for it.
class Semaphore : public Resource {
 public:
  explicit Semaphore(std::uint32_t units, std::string name = "") : name_(std::move(name)), units_(units) {
    check(units >= 1, "a semaphore has at least one unit");
  }
  ~Semaphore() { check(leases_.empty(), "a semaphore outlives its leases"); }

  /// `const Lease seat = co_await seats.acquire();` suspends only if there is none free.
  class Acquire;
  Acquire acquire();

  /// A unit if one is free, else an empty lease; for code that is no task.
  Lease try_acquire() {
    if (in_use_ == units_) {
      return {};
    }
    ++in_use_;
    return {*this, nobody};
  }

  std::uint32_t units() const { return units_; }
  std::uint32_t in_use() const { return in_use_; }
  std::uint32_t available() const { return units_ - in_use_; }
  std::size_t waiting() const { return line_.size(); }

  std::string title() const override { return titled("Semaphore", name_); }
  std::vector<std::uint32_t> holders() const override;

 protected:
  std::string name_;

 private:
  friend class Lease;

  static constexpr std::uint32_t nobody = 0;

  void give_back() {
    if (line_.empty()) {
      --in_use_;
      return;
    }
    Frame& first = line_.pop().frame();
    first.loop->wake(first);
  }

  std::uint32_t units_;
  std::uint32_t in_use_ = 0;  // by leases, or granted to one who is still to run
  LinkedList<Lease> leases_;
  WaiterLine line_;
};

class Semaphore::Acquire {
 public:
  explicit Acquire(Semaphore& from) : from_(from) {}
  Acquire(const Acquire&) = delete;
  Acquire& operator=(const Acquire&) = delete;
  ~Acquire() {
    if (place_.is_called()) [[unlikely]] {
      from_.give_back();
    }
  }

  bool await_ready() const { return false; }

  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> caller) {
    Frame& frame = caller.promise();
    task_ = frame.number;
    if (from_.in_use_ != from_.units_) {
      ++from_.in_use_;
      return false;
    }
    frame.wait_on(from_);
    from_.line_.append(place_, frame);
    return true;
  }

  Lease await_resume() {
    Lease lease(from_, task_);
    place_.come();
    return lease;
  }

  /// Leaves the line.
  void give_up() { place_.leave(); }

 private:
  Semaphore& from_;
  std::uint32_t task_;
  Waiter place_;
};

inline Semaphore::Acquire Semaphore::acquire() { return Acquire(*this); }

inline Lease::Lease(Semaphore& of, std::uint32_t holder) : of_(&of), holder_(holder) { of.leases_.append(*this); }

inline void Lease::release() {
  if (of_ != nullptr) {
    LinkedList<Lease>::remove(*this);
    std::exchange(of_, nullptr)->give_back();
  }
}

inline void Lease::take_over(Lease& other) {
  if (other.of_ != nullptr) {
    of_ = std::exchange(other.of_, nullptr);
    holder_ = other.holder_;
    LinkedList<Lease>::remove(other);
    of_->leases_.append(*this);
  }
}

/// One holder at a time, first come first served.
class Lock : public Semaphore {
 public:
  Lock() : Semaphore(1) {}
  explicit Lock(std::string name) : Semaphore(1, std::move(name)) {}

  std::string title() const override { return titled("Lock", name_); }
};

}  // namespace sim::async
