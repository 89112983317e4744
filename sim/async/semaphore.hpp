#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <optional>
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
class [[nodiscard]] Lease {
 public:
  Lease() = default;
  Lease(Lease&& other) noexcept : of_(std::exchange(other.of_, nullptr)), unit_(other.unit_) {}
  Lease& operator=(Lease other) noexcept {
    std::swap(of_, other.of_);
    std::swap(unit_, other.unit_);
    return *this;
  }
  ~Lease() { release(); }

  /// Gives the unit back before its time. The longest waiter gets it, and runs after the caller next suspends.
  void release();

  explicit operator bool() const { return of_ != nullptr; }

 private:
  friend class Semaphore;
  Lease(Semaphore& of, std::uint32_t unit) : of_(&of), unit_(unit) {}

  Semaphore* of_ = nullptr;
  std::uint32_t unit_ = 0;
};

/// `units` of at least 1, all alike, first come first served. It outlives its leases and those who wait for it.
class Semaphore : public Resource {
 public:
  explicit Semaphore(std::uint32_t units, std::string name = "") : units_(units), name_(std::move(name)) {
    check(units >= 1, "a semaphore has at least one unit");
  }

  /// `const Lease seat = co_await seats.acquire();` suspends only if there is none free.
  class Acquire;
  Acquire acquire();

  /// A unit if one is free, else an empty lease; for code that is no task.
  Lease try_acquire() { return in_use_ < units_ ? Lease(*this, take(nobody)) : Lease(); }

  std::uint32_t units() const { return units_; }
  std::uint32_t in_use() const { return in_use_; }
  std::uint32_t available() const { return units_ - in_use_; }
  std::size_t waiting() const { return line_.size(); }

  std::string title() const override { return titled("Semaphore"); }
  std::vector<std::uint32_t> holders() const override;

 protected:
  std::string titled(const char* kind) const { return name_.empty() ? kind : kind + (" '" + name_ + "'"); }

 private:
  friend class Lease;

  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::uint32_t nobody = 0;

  struct Unit {
    bool in_use;
    std::uint32_t holder_or_next_free;  // the task's number while in use
  };

  struct Place : Waiter {
    std::uint32_t unit = none;
  };

  std::uint32_t take(std::uint32_t task) {
    ++in_use_;
    if (free_ == none) [[unlikely]] {
      used_.push_back({true, task});
      return static_cast<std::uint32_t>(used_.size() - 1);
    }
    const std::uint32_t unit = free_;
    free_ = std::exchange(used_[unit].holder_or_next_free, task);
    used_[unit].in_use = true;
    return unit;
  }

  void give_back(std::uint32_t unit) {
    if (!line_.empty()) {
      Place& first = static_cast<Place&>(line_.pop());
      first.unit = unit;
      used_[unit].holder_or_next_free = first.frame().number;
      first.frame().loop->wake(first.frame());
      return;
    }
    used_[unit] = {false, free_};
    free_ = unit;
    --in_use_;
  }

  std::uint32_t units_;
  std::uint32_t in_use_ = 0;
  std::uint32_t free_ = none;
  std::vector<Unit> used_;  // as many as were ever in use together
  WaiterLine line_;
  std::string name_;
};

class Semaphore::Acquire {
 public:
  explicit Acquire(Semaphore& from) : from_(from) {}
  Acquire(const Acquire&) = delete;
  Acquire& operator=(const Acquire&) = delete;
  ~Acquire() {
    if (place_.unit != none) [[unlikely]] {
      from_.give_back(place_.unit);
    }
  }

  bool await_ready() const { return false; }

  template <class Promise>
  bool await_suspend(std::coroutine_handle<Promise> caller) {
    Frame& frame = caller.promise();
    if (from_.in_use_ < from_.units_) {
      place_.unit = from_.take(frame.number);
      return false;
    }
    frame.wait_on(from_);
    from_.line_.append(place_, frame);
    return true;
  }

  Lease await_resume() { return {from_, std::exchange(place_.unit, none)}; }

 private:
  Semaphore& from_;
  Place place_;
};

inline Semaphore::Acquire Semaphore::acquire() { return Acquire(*this); }

inline void Lease::release() {
  if (of_ != nullptr) {
    std::exchange(of_, nullptr)->give_back(unit_);
  }
}

/// One holder at a time, first come first served.
class Lock : public Semaphore {
 public:
  Lock() : Semaphore(1) {}
  explicit Lock(std::string name) : Semaphore(1, std::move(name)) {}

  std::string title() const override { return titled("Lock"); }
};

}  // namespace sim::async
