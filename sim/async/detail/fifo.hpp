#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <utility>

namespace fastfood::async {

/// A callback that does nothing.
struct NoCallback {
  void operator()() const {}
};

/// A first-in-first-out buffer that doubles when it is more than half full and never shrinks. Its items are contiguous,
/// so that neither push nor pop checks for a wrap-around: a row that has reached the end is moved back as a whole.
/// `pop` on an empty buffer is undefined. `watch()` is called before a row is moved, that is after at most `capacity`
/// pushes.
template <class T, class Watch = NoCallback>
class Fifo {
 public:
  Fifo() = default;
  explicit Fifo(Watch watch) : watch_(watch) {}
  Fifo(const Fifo&) = delete;
  Fifo& operator=(const Fifo&) = delete;
  ~Fifo() {
    clear();
    release(slots_);
  }

  bool empty() const { return first_ == last_; }
  std::size_t size() const { return static_cast<std::size_t>(last_ - first_); }

  /// The numbers of pops and pushes so far.
  std::uint64_t popped() const { return moved_back_ + static_cast<std::uint64_t>(first_ - slots_); }
  std::uint64_t pushed() const { return popped() + size(); }

  /// The next item to pop. The buffer must not be empty.
  const T& front() const { return *first_; }

  void push(T value) {
    if (last_ == end_) [[unlikely]] {
      return push_in_more_room(std::move(value));
    }
    std::construct_at(last_, std::move(value));
    ++last_;
  }

  T pop() {
    T* const slot = first_;
    first_ = slot + 1;
    T value = std::move(*slot);
    std::destroy_at(slot);
    return value;
  }

  void clear() {
    while (!empty()) {
      pop();
    }
  }

 private:
  static constexpr std::size_t min_capacity = 64;

  // The slow paths are calls at a function's end, so that the quick path saves no registers for them.
  [[gnu::noinline, gnu::cold]] void push_in_more_room(T value) {
    watch_();
    const auto capacity = static_cast<std::size_t>(end_ - slots_);
    if (size() > capacity / 2 || capacity == 0) {
      const std::size_t larger = capacity == 0 ? min_capacity : 2 * capacity;
      T* const from = slots_;
      move_to(static_cast<T*>(::operator new (larger * sizeof(T), std::align_val_t{alignof(T)})), larger);
      release(from);
    } else {
      move_to(slots_, capacity);
    }
    push(std::move(value));
  }

  /// Moves the row to the start of `slots`, which may overlap it from behind.
  void move_to(T* slots, std::size_t capacity) {
    moved_back_ += static_cast<std::uint64_t>(first_ - slots_);
    T* to = slots;
    for (T* from = first_; from != last_; ++from, ++to) {
      std::construct_at(to, std::move(*from));
      std::destroy_at(from);
    }
    slots_ = first_ = slots;
    last_ = to;
    end_ = slots + capacity;
  }

  static void release(T* slots) { ::operator delete (slots, std::align_val_t{alignof(T)}); }

  T* slots_ = nullptr;
  T* first_ = nullptr;
  T* last_ = nullptr;
  T* end_ = nullptr;
  std::uint64_t moved_back_ = 0;
  [[no_unique_address]] Watch watch_;
};

}  // namespace fastfood::async
