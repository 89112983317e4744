#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utility>

namespace bench {

/// The hand-written baseline: an implicit 4-ary heap of pending events, ordered by time and then by order of pushing,
/// with one 16-byte number for each. Groups of children are aligned to cache lines.
class CallbackHeap {
 public:
  explicit CallbackHeap(std::size_t capacity) { reserve(capacity); }

  bool empty() const { return count_ == 0; }
  std::int64_t time() const { return static_cast<std::int64_t>(at_[0] >> 64); }
  std::uint32_t payload() const { return static_cast<std::uint32_t>(at_[0]); }

  void push(std::int64_t time, std::uint32_t payload) {
    if (count_ == capacity_) [[unlikely]] {
      reserve(4 * capacity_);
    }
    const Number entry = numbered(time, payload);
    std::size_t i = count_++;
    while (i != 0) {
      const std::size_t parent = (i - 1) / 4;
      if (at_[parent] <= entry) {
        break;
      }
      at_[i] = at_[parent];
      i = parent;
    }
    at_[i] = entry;
  }

  void pop() {
    const Number last = at_[--count_];
    if (count_ != 0) {
      sink(last);
    }
  }

  /// Pops an event and pushes its successor in one operation.
  void replace(std::int64_t time, std::uint32_t payload) { sink(numbered(time, payload)); }

 private:
  __extension__ using Number = unsigned __int128;
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };

  Number numbered(std::int64_t time, std::uint32_t payload) {
    return (Number{static_cast<std::uint64_t>(time)} << 64) | (Number{pushed_++} << 32) | payload;
  }

  void sink(Number entry) {
    std::size_t i = 0;
    for (;;) {
      const std::size_t child = 4 * i + 1;
      std::size_t least = child;
      if (child + 3 < count_) {
        const std::size_t left = at_[child + 1] < at_[child] ? child + 1 : child;
        const std::size_t right = at_[child + 3] < at_[child + 2] ? child + 3 : child + 2;
        least = at_[right] < at_[left] ? right : left;
      } else if (child < count_) {
        for (std::size_t j = child + 1; j < count_; ++j) {
          least = at_[j] < at_[least] ? j : least;
        }
      } else {
        break;
      }
      if (entry <= at_[least]) {
        break;
      }
      at_[i] = at_[least];
      i = least;
    }
    at_[i] = entry;
  }

  void reserve(std::size_t capacity) {
    const std::size_t rounded = (capacity + 7) / 4 * 4;
    std::unique_ptr<Number, Free> memory(static_cast<Number*>(std::aligned_alloc(64, rounded * sizeof(Number))));
    for (std::size_t i = 0; i != count_; ++i) {
      memory.get()[i + 3] = at_[i];
    }
    memory_ = std::move(memory);
    at_ = memory_.get() + 3;
    capacity_ = rounded - 3;
  }

  std::unique_ptr<Number, Free> memory_;
  Number* at_ = nullptr;  // children of i at 4 i + 1 ... 4 i + 4
  std::size_t count_ = 0;
  std::size_t capacity_ = 0;
  std::uint32_t pushed_ = 0;
};

}  // namespace bench
