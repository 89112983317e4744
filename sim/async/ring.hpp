#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace sim::async {

/// A first-in-first-out buffer that doubles when it is full and never shrinks. `pop` of an empty one is undefined.
template <class T>
class Ring {
 public:
  Ring() = default;
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;
  ~Ring() {
    clear();
    release(slots_);
  }

  bool empty() const { return first_ == last_; }
  std::size_t size() const { return last_ - first_; }

  /// How many were taken and put so far; they start again from 0 and the size when the buffer doubles.
  std::size_t popped() const { return first_; }
  std::size_t pushed() const { return last_; }

  void push(T value) {
    if (size() == capacity_) [[unlikely]] {
      return push_in_more_room(std::move(value));
    }
    std::construct_at(slots_ + (last_ & mask_), std::move(value));
    ++last_;
  }

  /// Puts it where the next `pop` takes from.
  void push_front(T value) {
    if (size() == capacity_) [[unlikely]] {
      grow();
    }
    --first_;
    std::construct_at(slots_ + (first_ & mask_), std::move(value));
  }

  T pop() {
    T* slot = slots_ + (first_ & mask_);
    ++first_;
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
  // The slow ways are calls at a function's end: those who take the quick way save no registers for them.
  [[gnu::noinline, gnu::cold]] void push_in_more_room(T value) {
    grow();
    push(std::move(value));
  }

  void grow() {
    const std::size_t capacity = capacity_ == 0 ? 16 : 2 * capacity_;
    T* slots = static_cast<T*>(::operator new (capacity * sizeof(T), std::align_val_t{alignof(T)}));
    for (std::size_t at = first_; at != last_; ++at) {
      T* const slot = slots_ + (at & mask_);
      std::construct_at(slots + (at & (capacity - 1)), std::move(*slot));
      std::destroy_at(slot);
    }
    release(slots_);
    slots_ = slots;
    capacity_ = capacity;
    mask_ = capacity - 1;
  }

  static void release(T* slots) { ::operator delete (slots, std::align_val_t{alignof(T)}); }

  T* slots_ = nullptr;
  std::size_t capacity_ = 0;
  std::size_t mask_ = 0;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
};

}  // namespace sim::async
